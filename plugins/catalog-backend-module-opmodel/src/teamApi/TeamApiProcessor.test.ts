import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { mockServices, type ServiceMock } from '@backstage/backend-test-utils';
import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { NotModifiedError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type {
  CatalogProcessorCache,
  CatalogProcessorResult,
} from '@backstage/plugin-catalog-node';
import type { JsonValue } from '@backstage/types';
import { TeamApiProcessor } from './TeamApiProcessor';

const url: LocationSpec = {
  type: 'url',
  target: 'https://github.com/acme/payments/blob/main/catalog-info.yaml',
};
const right =
  'info:\n  type: platform\ninteractions:\n  - team: b\n    mode: collaboration\n';

describe('TeamApiProcessor', () => {
  let readUrl: jest.MockedFunction<UrlReaderService['readUrl']>;
  let logger: ServiceMock<LoggerService>;
  let processor: TeamApiProcessor;
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
    const urlReader = mockServices.urlReader.mock();
    readUrl = urlReader.readUrl;
    logger = mockServices.logger.mock();
    processor = new TeamApiProcessor({
      urlReader,
      integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
      logger,
    });
    state = {};
    emitted = [];
  });

  function group(
    annotations: Record<string, string>,
    spec: Entity['spec'] = {},
  ): Entity {
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: 'payments', annotations },
      spec: { type: 'team', children: [], ...spec },
    };
  }

  function answers(text: string, etag?: string) {
    readUrl.mockImplementationOnce(async () => ({
      buffer: async () => Buffer.from(text),
      stream: () => Readable.from([Buffer.from(text)]),
      etag,
    }));
  }

  function process(entity: Entity, location = url): Promise<Entity> {
    return processor.postProcessEntity(
      entity,
      location,
      result => emitted.push(result),
      cache,
    );
  }

  function errorsOf(entity: Entity): string[] {
    const { status } = entity as unknown as {
      status?: { items: { type: string; error: { message: string } }[] };
    };
    return (status?.items ?? []).map(({ type, error }) => {
      expect(type).toBe('backstage.io/catalog-processing');
      return error.message;
    });
  }

  const beside = group({ 'opmodel.io/team-api': './teams/payments.yaml' });
  const address =
    'https://github.com/acme/payments/tree/main/teams/payments.yaml';

  it('reads the document beside the file of the group', async () => {
    answers(right);
    const entity = await process(beside);
    expect(readUrl.mock.calls[0][0]).toBe(address);
    expect(entity.spec).toEqual({
      type: 'team',
      children: [],
      teamApi: {
        info: { type: 'platform' },
        interactions: [{ team: 'b', mode: 'collaboration' }],
      },
    });
    expect(entity.metadata.annotations).toEqual({
      'opmodel.io/team-api': './teams/payments.yaml',
      'opmodel.io/team-api-url': address,
    });
    expect(errorsOf(entity)).toEqual([]);
    expect(emitted[0]).toEqual({ type: 'refresh', key: `url:${address}` });
    expect(emitted.map(({ type }) => type)).toEqual([
      'refresh',
      'relation',
      'relation',
    ]);
  });

  it('names file, line and field of a wrong document, and leaves the group as it is', async () => {
    answers(right.replace('collaboration', 'shouting'));
    const entity = await process(beside);
    expect(entity).toMatchObject(beside);
    expect(entity.spec).toEqual(beside.spec);
    expect(errorsOf(entity)).toEqual([
      `The Team API in ${address} cannot be used:\nline 5: interactions[0].mode must be one of collaboration, x-as-a-service, facilitating`,
    ]);
    expect(emitted.map(({ type }) => type)).toEqual(['refresh']);
  });

  it('keeps what was right the last time, and warns once', async () => {
    answers(right, 'first');
    await process(beside);
    readUrl.mockRejectedValueOnce(new NotModifiedError());
    const unchanged = await process(beside);
    answers('info: 7', 'second');
    const wrong = await process(beside);
    answers('info: 7', 'second');
    const still = await process(beside);
    for (const entity of [unchanged, wrong, still]) {
      expect(entity.spec?.teamApi).toMatchObject({
        info: { type: 'platform' },
      });
    }
    expect(errorsOf(unchanged)).toEqual([]);
    for (const entity of [wrong, still]) {
      expect(errorsOf(entity)).toEqual([
        expect.stringContaining('line 1: info must be an object'),
      ]);
    }
    expect(readUrl.mock.calls.map(([, options]) => options?.etag)).toEqual([
      undefined,
      'first',
      'first',
      undefined,
    ]);
    expect(logger.warn).toHaveBeenCalledTimes(1);

    answers(right, 'third');
    expect(errorsOf(await process(beside))).toEqual([]);
  });

  it('keeps it as well where the document cannot be reached, and then reads it in full', async () => {
    answers(right, 'first');
    await process(beside);
    readUrl.mockRejectedValueOnce(new Error('connect ECONNREFUSED'));
    const entity = await process(beside);
    expect(entity.spec?.teamApi).toBeDefined();
    expect(errorsOf(entity)).toEqual([
      `The Team API in ${address} cannot be read: connect ECONNREFUSED`,
    ]);
    answers(right, 'first');
    expect(errorsOf(await process(beside))).toEqual([]);
    expect(readUrl.mock.calls[2][1]?.etag).toBeUndefined();
  });

  it('does not keep what lay elsewhere', async () => {
    answers(right);
    await process(beside);
    readUrl.mockRejectedValueOnce(new Error('gone'));
    const moved = group({ 'opmodel.io/team-api': './moved.yaml' });
    expect((await process(moved)).spec?.teamApi).toBeUndefined();
  });

  it('reads no more of an enormous document than it may have', async () => {
    let sent = 0;
    readUrl.mockImplementationOnce(async () => ({
      buffer: async () => Buffer.alloc(0),
      stream: () =>
        Readable.from(
          (function* endless() {
            for (;;) {
              sent += 1;
              yield Buffer.alloc(16 * 1024, 'x');
            }
          })(),
        ),
    }));
    expect(errorsOf(await process(beside))).toEqual([
      `The Team API in ${address} cannot be read: it has more than 65536 bytes`,
    ]);
    expect(sent).toBeLessThan(20);
  });

  it('reads an address, and says of a path that has nothing to lie beside that it must be one', async () => {
    answers(right);
    await process(
      group({ 'opmodel.io/team-api': 'https://docs.example.com/team.yaml' }),
      { type: 'msgraph', target: 'default' },
    );
    expect(readUrl.mock.calls[0][0]).toBe('https://docs.example.com/team.yaml');
    const entity = await process(beside, { type: 'msgraph', target: 'x' });
    expect(errorsOf(entity)[0]).toContain('it must be an address');
    const scheme = group({ 'opmodel.io/team-api': 'file:///etc/passwd' });
    expect(errorsOf(await process(scheme))[0]).toContain('it must be a path');
    expect(readUrl).toHaveBeenCalledTimes(1);
  });

  it('checks what is written in the group itself, and the type of the annotation', async () => {
    const inline = group(
      { 'opmodel.io/team-type': 'plattform' },
      { teamApi: { info: { type: 'Platform' } } },
    );
    const entity = await process(inline);
    expect(entity.spec).toEqual(inline.spec);
    expect(errorsOf(entity)).toEqual([
      'The annotation opmodel.io/team-type must be one of stream-aligned, platform, enabling, complicated-subsystem',
      'The Team API in spec.teamApi has parts that cannot be used:\ninfo.type must be one of stream-aligned, platform, enabling, complicated-subsystem',
    ]);
    const fine = group({ 'opmodel.io/team-type': 'platform' });
    expect(await process(fine)).toBe(fine);
  });

  it('leaves everything but groups alone', async () => {
    const component = { ...beside, kind: 'Component' };
    expect(await process(component)).toBe(component);
    expect(emitted).toEqual([]);
  });

  it('relates teams in both directions, and no team to itself', async () => {
    await process(
      group(
        {},
        {
          teamApi: {
            interactions: [
              { team: 'b', mode: 'collaboration' },
              { team: 'Payments', mode: 'collaboration' },
              { teamName: 'B', mode: 'Facilitating' },
            ],
          },
        },
      ),
    );
    const a = { kind: 'Group', namespace: 'default', name: 'payments' };
    const b = { kind: 'group', namespace: 'default', name: 'b' };
    expect(emitted).toEqual([
      {
        type: 'relation',
        relation: { source: a, type: 'interactsWith', target: b },
      },
      {
        type: 'relation',
        relation: { source: b, type: 'interactsWith', target: a },
      },
    ]);
  });

  describe('with files', () => {
    let folder: string;

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'team-api-'));
      await mkdir(join(folder, 'catalog', 'teams'), { recursive: true });
      await writeFile(join(folder, 'catalog/teams/payments.yaml'), right);
      await writeFile(join(folder, 'outside.yaml'), right);
      await symlink(
        join(folder, 'outside.yaml'),
        join(folder, 'catalog', 'link.yaml'),
      );
    });

    afterEach(() => rm(folder, { recursive: true }));

    function processFile(path: string): Promise<Entity> {
      return process(group({ 'opmodel.io/team-api': path }), {
        type: 'file',
        target: join(folder, 'catalog', 'groups.yaml'),
      });
    }

    it('reads the one below the folder of the group', async () => {
      const entity = await processFile('teams/payments.yaml');
      expect(entity.spec?.teamApi).toMatchObject({
        info: { type: 'platform' },
      });
      expect(errorsOf(entity)).toEqual([]);
    });

    it.each(['../outside.yaml', './link.yaml', '/etc/passwd'])(
      'does not read %s',
      async path => {
        const entity = await processFile(path);
        expect(entity.spec?.teamApi).toBeUndefined();
        expect(errorsOf(entity)[0]).toContain('it must lie in the folder');
      },
    );

    it.each([
      ['teams', 'it is not a file'],
      ['teams/nobody.yaml', 'no such file'],
    ])('says why it cannot read %s', async (path, reason) => {
      expect(errorsOf(await processFile(path))[0]).toContain(reason);
    });
  });
});
