import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { readFileSync } from 'node:fs';
import request from 'supertest';
import { createResponseValidator } from '../../testing/createResponseValidator';
import { createPostgresDatabase } from '../../testing/faults/faultDatabases';
import { scanUntil } from '../../testing/scanUntil';
import { startEngine } from '../../testing/startEngine';

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(240_000);

const fixture = (name: string) =>
  JSON.parse(
    readFileSync(
      `${__dirname}/../../../../opmodel-common/src/techDebt/suggestions/__fixtures__/${name}`,
      'utf8',
    ),
  );
const scan = fixture('scan.sarif.json');
const measures = fixture('sonarMeasures.json');

const cart: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'cart', namespace: 'default' },
  spec: { type: 'service', lifecycle: 'production', owner: 'shop' },
};

const databases = {
  SQLITE_3: { client: 'better-sqlite3', connection: ':memory:' },
  get POSTGRES_18() {
    return createPostgresDatabase().config;
  },
};

/** A file of one tool that found these things. */
const found = (tool: string, ...texts: string[]) => ({
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: tool } },
      results: texts.map(text => ({ ruleId: text, message: { text } })),
    },
  ],
});

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'files of tools that pipelines send, on %s',
  id => {
    let engine: Awaited<ReturnType<typeof startEngine>>;
    const validate = createResponseValidator();
    const person = mockCredentials.user.header();

    beforeAll(async () => {
      engine = await startEngine({
        policy: { handle: async () => ({ result: AuthorizeResult.ALLOW }) },
        entities: [cart],
        config: {
          backend: { baseUrl: 'http://localhost', database: databases[id] },
        },
      });
      await scanUntil(engine, async () => {
        const { status } = await request(engine.server)
          .get('/api/opmodel/entities/component/default/cart/tech-debt')
          .set('authorization', person);
        return status === 200;
      });
    });

    afterAll(() => engine?.stop());

    const send = async (
      format: 'sarif' | 'sonarqube',
      body: object,
      query = 'entityRef=component:default/cart',
    ) => {
      const answer = await request(engine.server)
        .post(`/api/opmodel/debt-scans/${format}?${query}`)
        .set('authorization', person)
        .send(body);
      validate('post', `/debt-scans/${format}`, answer);
      return answer;
    };
    const titles = async (source: string, state = 'open') => {
      const { body } = await request(engine.server)
        .get(
          `/api/opmodel/tech-debt/suggestions?source=${source}&state=${state}`,
        )
        .set('authorization', person);
      return body.items.map(({ title }: { title: string }) => title).sort();
    };

    it('suggests what a scan found, and no more what it does not find again', async () => {
      const answer = await send('sarif', scan);
      expect([answer.status, answer.body]).toEqual([
        200,
        {
          status: 'accepted',
          suggested: 4,
          leftOut: 0,
          suppressed: 1,
          passed: 2,
          unread: 0,
          isComplete: true,
          problems: [],
        },
      ]);
      const all = await titles('sarif');
      expect(all).toContain(
        'Query built from user input in src/orders/find.ts',
      );
      expect(all).toHaveLength(4);

      expect((await send('sarif', scan)).body).toEqual(answer.body);
      expect(await titles('sarif')).toEqual(all);

      const [run, ...others] = scan.runs;
      const mended = { ...run, results: run.results.slice(1) };
      await send('sarif', { ...scan, runs: [mended, ...others] });
      expect(await titles('sarif', 'gone')).toEqual([
        'Query built from user input in src/orders/find.ts',
      ]);
      expect(await titles('sarif')).toHaveLength(3);

      await send(
        'sarif',
        scan,
        'entityRef=component:default/cart&scannedAt=2026-01-01T00:00:00Z',
      );
      expect(await titles('sarif')).toHaveLength(3);
    });

    it('takes nothing of one tool for gone because another one does not find it', async () => {
      await send('sarif', found('Elmscan', 'elm-a', 'elm-b'));
      await send('sarif', found('Pinescan', 'pine-a'));
      await send('sarif', found('Elmscan', 'elm-b'));
      const open = await titles('sarif');
      expect(open).toEqual(expect.arrayContaining(['elm-b', 'pine-a']));
      expect(open).not.toContain('elm-a');
    });

    it('takes nothing for gone where a part of a file could not be read', async () => {
      await send('sarif', found('Firscan', 'fir-a', 'fir-b'));
      const file = found('Firscan', 'fir-b');
      file.runs[0].results.push({ level: 'fatal' } as any);
      expect((await send('sarif', file)).body).toMatchObject({
        isComplete: false,
        problems: [{ path: 'runs[0].results[1].level' }, {}],
      });
      expect(await titles('sarif')).toEqual(
        expect.arrayContaining(['fir-a', 'fir-b']),
      );
    });

    it('suggests a project with a bad rating until the rating is better', async () => {
      await send('sonarqube', measures);
      expect(await titles('sonarqube')).toEqual(['Maintainability C: Cart']);
      const better = JSON.parse(JSON.stringify(measures).replace('3.0', '2.0'));
      expect((await send('sonarqube', better)).body).toMatchObject({
        suggested: 0,
        isComplete: true,
      });
      expect(await titles('sonarqube')).toEqual([]);
    });

    it('names the field of what is wrong', async () => {
      const answer = await send('sarif', { version: '2.1.0', runs: [{}] });
      expect([answer.status, answer.body.error.message]).toEqual([
        400,
        'runs[0].tool.driver.name: must be a text that is not empty',
      ]);
    });

    it('gets through a large hostile file', async () => {
      const results = Array.from({ length: 25_100 }, (_, at) => ({
        ruleId: `__proto__${at}`,
        message: { text: `<script>alert(${at})</script>\u0000\u202e\ud800` },
        level: at % 2 ? 'error' : 'note',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: `javascript:${at}` },
              region: { startLine: at + 1 },
            },
          },
        ],
      }));
      const answer = await send('sarif', {
        version: '2.1.0',
        runs: [{ tool: { driver: { name: 'Hostile\u0000scan' } }, results }],
      });
      expect([answer.status, answer.body]).toMatchObject([
        200,
        { suggested: 200, leftOut: 24_800, unread: 100, isComplete: false },
      ]);
      const { body } = await request(engine.server)
        .get('/api/opmodel/tech-debt/suggestions?source=sarif&text=script')
        .set('authorization', person);
      expect(body.totalItems).toBe(200);
      expect(JSON.stringify(body)).not.toContain('\\u0000');
    });
  },
);
