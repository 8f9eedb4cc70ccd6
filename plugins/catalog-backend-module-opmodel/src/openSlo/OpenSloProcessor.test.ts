import { Readable } from 'node:stream';
import { mockServices } from '@backstage/backend-test-utils';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotModifiedError } from '@backstage/errors';
import type {
  CatalogProcessorCache,
  CatalogProcessorResult,
} from '@backstage/plugin-catalog-node';
import type { JsonValue } from '@backstage/types';
import type { OpenSloMode } from '@opmodel/openslo';
import { parseAllDocuments } from 'yaml';
import { OpenSloProcessor } from './OpenSloProcessor';

const location = {
  type: 'url',
  target: 'https://git.example.com/shop/checkout/slos.yaml',
};

const text = `apiVersion: openslo/v1
kind: SLO
metadata:
  name: checkout-availability
  displayName: Checkout works
  annotations:
    opmodel.io/measures: component:default/checkout
    opmodel.io/owner: money
spec:
  description: Orders are taken
  service: checkout
  indicatorRef: checkout-errors
  timeWindow:
    - duration: 30d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - displayName: Most
      target: 0.999
`;

function entityOf(source: string): Entity {
  return parseAllDocuments(source)[0].toJS();
}

describe('OpenSloProcessor', () => {
  let readUrl: jest.MockedFunction<UrlReaderService['readUrl']>;
  let urlReader: UrlReaderService;
  let state: Record<string, JsonValue>;
  let emitted: CatalogProcessorResult[];
  const cache: CatalogProcessorCache = {
    get: async <Item extends JsonValue>(key: string) =>
      state[key] as Item | undefined,
    set: async (key, value) => {
      state[key] = value;
    },
  };

  beforeEach(() => {
    const mock = mockServices.urlReader.mock();
    readUrl = mock.readUrl;
    urlReader = mock;
    state = {};
    emitted = [];
  });

  function answers(source: string, etag?: string) {
    readUrl.mockImplementationOnce(async () => ({
      buffer: async () => Buffer.from(source),
      stream: () => Readable.from([Buffer.from(source)]),
      etag,
    }));
  }

  /** As the catalog does it: before its own rules, and after them. */
  async function process(
    source: string,
    mode: OpenSloMode = 'lenient',
  ): Promise<{ entity: Entity; errors: string[] }> {
    const processor = new OpenSloProcessor({ mode, urlReader });
    const emit = (result: CatalogProcessorResult) => {
      emitted.push(result);
    };
    const accepted = await processor.preProcessEntity(
      entityOf(source),
      location,
      emit,
      location,
      cache,
    );
    expect(await processor.validateEntityKind(accepted)).toBe(true);
    const entity = await processor.postProcessEntity(
      accepted,
      location,
      emit,
      cache,
    );
    const { status } = entity as unknown as {
      status?: { items: { error: { message: string } }[] };
    };
    const errors = (status?.items ?? []).map(({ error }) => error.message);
    return { entity, errors };
  }

  function relations(): string[] {
    return emitted.flatMap(result => {
      if (result.type !== 'relation') {
        return [];
      }
      const { source, type, target } = result.relation;
      return [`${source.name} ${type} ${target.kind}:${target.name}`];
    });
  }

  it('leaves the entities of others alone, also under names of ours', async () => {
    const processor = new OpenSloProcessor({ mode: 'lenient', urlReader });
    const service = entityOf(
      'apiVersion: example.com/v1\nkind: Service\nmetadata: {name: a}\nspec: {indicatorRef: b}',
    );
    expect(
      await processor.preProcessEntity(
        service,
        location,
        () => {},
        location,
        cache,
      ),
    ).toBe(service);
    expect(await processor.validateEntityKind(service)).toBe(false);
    expect(
      await processor.postProcessEntity(
        service,
        location,
        result => emitted.push(result),
        cache,
      ),
    ).toBe(service);
    expect(emitted).toEqual([]);
    expect(
      await processor.validateEntityKind({
        ...service,
        apiVersion: 'openslo/v1',
        kind: 'Sla',
      }),
    ).toBe(false);
  });

  it('relates an SLO to what it measures, what it names and who answers for it, both ways', async () => {
    const { entity, errors } = await process(text);
    expect(errors).toEqual([]);
    expect(entity.metadata).toMatchObject({
      title: 'Checkout works',
      description: 'Orders are taken',
    });
    expect(relations()).toEqual([
      'checkout-availability measures component:checkout',
      'checkout measuredBy SLO:checkout-availability',
      'checkout-availability references sli:checkout-errors',
      'checkout-errors referencedBy SLO:checkout-availability',
      'checkout-availability ownedBy group:money',
      'money ownerOf SLO:checkout-availability',
    ]);
    expect(readUrl).not.toHaveBeenCalled();
  });

  it('does not guess what a plain name of a service means', async () => {
    await process(text.replace(/ {4}opmodel.io\/measures.*\n/, ''));
    expect(relations().join()).not.toContain('measures');
    expect(relations()).toContain(
      'checkout-availability references service:checkout',
    );
  });

  it('takes what a service measures for its SLOs', async () => {
    await process(
      'apiVersion: openslo/v1\nkind: Service\nmetadata:\n  name: shop\n  annotations:\n    opmodel.io/measures: system:default/shop\nspec: {}\n',
    );
    expect(relations()).toEqual([
      'shop measures system:shop',
      'shop measuredBy Service:shop',
    ]);
  });

  it('keeps a wrong document, and names line, path, value and rule', async () => {
    const wrong = `# A file\n---\n${text}`.replace('0.999', '99.9');
    answers(wrong, 'first');
    const { entity, errors } = await process(wrong.slice('# A file\n'.length));
    expect(entity.spec?.service).toBe('checkout');
    expect(errors).toEqual([
      expect.stringMatching(
        /^The SLO has parts that are wrong:\nline 21: spec\.objectives\[0\]\.target is 99\.9: .* \(target-range\)$/,
      ),
    ]);
    expect(relations()).not.toEqual([]);

    readUrl.mockRejectedValueOnce(new NotModifiedError());
    const again = await process(wrong.slice('# A file\n'.length));
    expect(again.errors).toEqual(errors);
    expect(readUrl.mock.calls.map(([, options]) => options?.etag)).toEqual([
      undefined,
      'first',
    ]);
  });

  it('says the same without lines where the file is gone or says something else', async () => {
    const wrong = text.replace('0.999', '99.9');
    readUrl.mockRejectedValueOnce(new Error('gone'));
    const { errors } = await process(wrong);
    expect(errors).toEqual([
      expect.stringMatching(/\nspec\.objectives\[0\]\.target is 99\.9: /),
    ]);
    answers(text);
    expect((await process(wrong)).errors).toEqual(errors);
  });

  it('is strict where it is told to be', async () => {
    const tolerated = text.replace(
      'checkout-availability',
      'Checkout_Availability',
    );
    expect((await process(tolerated)).errors).toEqual([]);
    answers(tolerated);
    expect((await process(tolerated, 'strict')).errors).toEqual([
      expect.stringMatching(
        /\nline 4: metadata\.name is "Checkout_Availability": .* \(name\)$/,
      ),
    ]);
  });

  it('says which annotations cannot be used', async () => {
    const { errors } = await process(
      text
        .replace('component:default/checkout', 'a b')
        .replace(
          'opmodel.io/owner: money',
          'opmodel.io/review-on: "2027-02-30"',
        ),
    );
    expect(errors).toEqual([
      'The annotation opmodel.io/measures must be the ref of a catalog entity, such as component:default/checkout',
      'The annotation opmodel.io/review-on must be a day such as 2027-03-01',
    ]);
    expect(relations().join()).not.toContain('measures');
  });

  const older = `apiVersion: openslo/v1alpha
kind: SLO
metadata:
  name: checkout-availability
  displayName: Checkout works
  annotations:
    opmodel.io/measures: component:default/checkout
spec:
  service: checkout
  budgetingMethod: Occurrences
  timeWindows:
    - count: 30
      unit: Day
      isRolling: true
  objectives:
    - displayName: Most
      value: 1
      target: 0.999
      ratioMetrics:
        good:
          source: prometheus
          queryType: promql
          query: good_total
        total:
          source: prometheus
          queryType: promql
          query: all_total
`;

  it.each<OpenSloMode>(['lenient', 'strict'])(
    'converts older versions on the way (%s)',
    async mode => {
      const { entity, errors } = await process(older, mode);
      expect(errors).toEqual([]);
      expect(entity).toMatchObject({
        apiVersion: 'openslo/v1',
        kind: 'SLO',
        metadata: {
          name: 'checkout-availability',
          title: 'Checkout works',
          annotations: {
            'opmodel.io/measures': 'component:default/checkout',
            'opmodel.io/openslo-version': 'openslo/v1alpha',
          },
        },
        spec: {
          service: 'checkout',
          timeWindow: [{ duration: '30d', isRolling: true }],
          objectives: [{ target: 0.999 }],
        },
      });
      expect(relations()).toContain(
        'checkout-availability measures component:checkout',
      );
    },
  );

  it('makes a data source that stands in a metric an entity of its own', async () => {
    const { entity } = await process(`apiVersion: openslo.com/v2alpha
kind: SLI
metadata:
  name: checkout-errors
spec:
  ratioMetric:
    counter: true
    good:
      dataSourceSpec:
        type: Prometheus
        connectionDetails:
          url: https://prometheus.example.com
      spec:
        query: good_total
    total:
      dataSourceRef: main
      spec:
        query: all_total
`);
    const sources = emitted.flatMap(result =>
      result.type === 'entity' ? [result.entity] : [],
    );
    expect(sources).toEqual([
      expect.objectContaining({
        apiVersion: 'openslo/v1',
        kind: 'DataSource',
        metadata: expect.objectContaining({ namespace: 'default' }),
        spec: expect.objectContaining({ type: 'Prometheus' }),
      }),
    ]);
    expect(entity).toMatchObject({ apiVersion: 'openslo/v1', kind: 'SLI' });
    expect(relations()).toContain(
      `checkout-errors references datasource:${sources[0].metadata.name}`,
    );
  });

  it('keeps the name of what becomes several, for the first of them', async () => {
    const [objective] = / {4}- displayName: Most[^]*/.exec(older)!;
    const second = objective
      .replace('Most', 'Many')
      .replace('good_total', 'better_total');
    const { entity } = await process(older + second);
    expect(entity.metadata.name).toBe('checkout-availability');
    expect(entity.spec?.objectives).toHaveLength(1);
    const others = emitted.flatMap(result =>
      result.type === 'entity' ? [result.entity] : [],
    );
    expect(others).toEqual([
      expect.objectContaining({
        apiVersion: 'openslo/v1',
        kind: 'SLO',
        metadata: expect.objectContaining({
          name: 'checkout-availability-2',
          namespace: 'default',
          annotations: expect.objectContaining({
            'opmodel.io/measures': 'component:default/checkout',
            'opmodel.io/openslo-version': 'openslo/v1alpha',
          }),
        }),
      }),
    ]);
  });

  it('refuses older versions that are wrong, with the line', async () => {
    const wrong = older.replace('target: 0.999', 'target: 2');
    answers(wrong);
    await expect(process(wrong)).rejects.toThrow(
      /^The SLO cannot be converted from openslo\/v1alpha: line 18: spec\.objectives\[0\]\.target is 2: /,
    );
  });
});
