import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type {
  CatalogProcessorCache,
  CatalogProcessorEntityResult,
  CatalogProcessorResult,
} from '@backstage/plugin-catalog-node';
import type { JsonValue } from '@backstage/types';
import { OpenSloAnnotationProcessor } from './OpenSloAnnotationProcessor';

function slo(name: string, more = ''): string {
  return `---
apiVersion: openslo/v1
kind: SLO
metadata:
  name: ${name}
${more}spec:
  service: checkout
  indicatorRef: errors
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives:
    - target: 0.999
`;
}

const service =
  '---\napiVersion: openslo/v1\nkind: Service\nmetadata:\n  name: checkout\nspec: {}\n';

describe('OpenSloAnnotationProcessor', () => {
  let folder: string;
  let processor: OpenSloAnnotationProcessor;
  let state: Record<string, JsonValue>;
  let emitted: CatalogProcessorResult[];
  const cache: CatalogProcessorCache = {
    get: async <Item extends JsonValue>(key: string) =>
      state[key] as Item | undefined,
    set: async (key, value) => {
      state[key] = value;
    },
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'openslo-'));
    await mkdir(join(folder, 'slos'));
    processor = new OpenSloAnnotationProcessor({
      mode: 'lenient',
      urlReader: mockServices.urlReader.mock(),
      integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
      logger: mockServices.logger.mock(),
    });
    state = {};
  });

  afterEach(() => rm(folder, { recursive: true }));

  function write(name: string, text: string): Promise<void> {
    return writeFile(join(folder, 'slos', name), text);
  }

  async function process(annotation: string, apiVersion = 'a/v1') {
    emitted = [];
    const entity = await processor.postProcessEntity(
      {
        apiVersion,
        kind: 'Component',
        metadata: {
          name: 'checkout',
          namespace: 'shop',
          annotations: { 'opmodel.io/openslo': annotation },
        },
        spec: { owner: 'money' },
      },
      { type: 'file', target: join(folder, 'catalog-info.yaml') },
      result => emitted.push(result),
      cache,
    );
    const { status } = entity as unknown as {
      status?: { items: { error: { message: string } }[] };
    };
    return (status?.items ?? []).map(({ error }) =>
      error.message.replaceAll(folder, ''),
    );
  }

  function entities(): CatalogProcessorEntityResult[] {
    return emitted.filter(
      (result): result is CatalogProcessorEntityResult =>
        result.type === 'entity',
    );
  }

  const names = () => entities().map(({ entity }) => entity.metadata.name);

  it('puts the documents of several files beside the entity', async () => {
    await write('one.yaml', slo('availability') + service);
    await write('two.yaml', slo('latency'));
    expect(await process('slos/one.yaml, ./slos/two.yaml')).toEqual([]);
    expect(emitted.filter(({ type }) => type === 'refresh')).toEqual(
      ['one', 'two'].map(name => ({
        type: 'refresh',
        key: `file:${join(folder, 'slos', `${name}.yaml`)}`,
      })),
    );
    const of = (file: string, entity: Partial<Entity>) =>
      expect.objectContaining({
        location: { type: 'file', target: join(folder, 'slos', file) },
        entity: expect.objectContaining(entity),
      });
    const about = {
      'opmodel.io/measures': 'component:shop/checkout',
      'opmodel.io/owner': 'group:shop/money',
    };
    const metadata = { namespace: 'shop', annotations: about };
    expect(entities()).toEqual([
      of('one.yaml', {
        kind: 'SLO',
        metadata: { ...metadata, name: 'availability' },
      }),
      of('one.yaml', {
        kind: 'Service',
        metadata: {
          name: 'checkout',
          namespace: 'shop',
          annotations: { 'opmodel.io/owner': 'group:shop/money' },
        },
      }),
      of('two.yaml', {
        kind: 'SLO',
        metadata: { ...metadata, name: 'latency' },
      }),
    ]);
  });

  it('lets a document say otherwise', async () => {
    const annotations =
      '  annotations:\n    opmodel.io/measures: system:shop/all\n    opmodel.io/review-on: 2027-03-01\n';
    await write('one.yaml', slo('availability', annotations));
    await process('slos/one.yaml');
    expect(entities()[0].entity.metadata.annotations).toEqual({
      'opmodel.io/measures': 'system:shop/all',
      'opmodel.io/owner': 'group:shop/money',
      'opmodel.io/review-on': '2027-03-01',
    });
  });

  it('names file, line and field of what is wrong, and uses what can be an entity', async () => {
    await write(
      'one.yaml',
      slo('availability').replace('0.999', '1.5') +
        slo('two words') +
        slo('latency', '  annotations: [a]\n') +
        'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: hunter2\n'.replace(
          /^/,
          '---\n',
        ),
    );
    const [error] = await process('slos/one.yaml');
    expect(error.split('\n')[0]).toBe(
      'The OpenSLO in /slos/one.yaml has parts that are wrong:',
    );
    expect(error).toMatch(/line 12: spec\.objectives\[0\]\.target is 1\.5: /);
    expect(error).toContain('line 17: metadata.name must be letters, digits');
    expect(error).toMatch(/line 30: metadata\.annotations: .* \(type\)/);
    expect(error.split('\n')).toHaveLength(5);
    expect(error).toMatch(/line \d+: apiVersion must be that of a version/);
    expect(error).not.toContain('hunter2');
    expect(names()).toEqual(['availability']);
  });

  it('keeps what was right while a file is broken or out of reach', async () => {
    await write('one.yaml', slo('availability'));
    await process('slos/one.yaml');
    await write('one.yaml', `${slo('availability')}password: "hunter2`);
    const errors = await process('slos/one.yaml');
    expect(errors).toEqual([
      expect.stringMatching(
        /^The OpenSLO in \/slos\/one\.yaml cannot be used:\nline 1\d: the text must be OpenSLO/,
      ),
    ]);
    expect(errors.join()).not.toContain('hunter2');
    expect(names()).toEqual(['availability']);

    await rm(join(folder, 'slos', 'one.yaml'));
    expect(await process('slos/one.yaml')).toEqual([
      expect.stringContaining('cannot be read'),
    ]);
    expect(names()).toEqual(['availability']);

    await write('one.yaml', slo('latency'));
    expect(await process('slos/one.yaml')).toEqual([]);
    expect(names()).toEqual(['latency']);
  });

  it('takes the first of two with one name', async () => {
    await write('one.yaml', slo('availability'));
    await write('two.yaml', slo('Availability'));
    expect(await process('slos/one.yaml,slos/two.yaml')).toEqual([
      'The SLO Availability in /slos/two.yaml is not used: there is one of that name in /slos/one.yaml',
    ]);
    expect(names()).toEqual(['availability']);
  });

  it('reads documents that stand in the annotation itself', async () => {
    expect(await process(slo('availability'))).toEqual([]);
    expect(entities()[0].location.target).toBe(
      join(folder, 'catalog-info.yaml'),
    );
    expect(await process(slo('availability').replace('30d', '30x'))).toEqual([
      expect.stringMatching(
        /^The annotation opmodel\.io\/openslo is wrong:\nline \d+: spec\.timeWindow\[0\]\.duration is "30x": /,
      ),
    ]);
  });

  it.each([
    ['one outside', '../outside.yaml', 'it must lie in the folder'],
    ['one elsewhere', 'ftp://example.com/a', 'it must be a path beside'],
    ['nothing', ' , ', 'it must name a file'],
    [
      'too many',
      Array.from({ length: 51 }, (_, at) => `${at}.yaml`).join(),
      'it must name at most 50 files',
    ],
  ])('says why it cannot use %s', async (_, annotation, reason) => {
    expect((await process(annotation)).join('\n')).toContain(reason);
    expect(entities()).toEqual([]);
  });

  it('reads no files for OpenSLO documents themselves', async () => {
    await write('one.yaml', slo('availability'));
    expect(await process('slos/one.yaml', 'openslo/v1')).toEqual([]);
    expect(emitted).toEqual([]);
  });
});
