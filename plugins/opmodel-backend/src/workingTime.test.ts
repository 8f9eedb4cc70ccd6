import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  createMockDirectory,
  mockCredentials,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { DateTime } from 'luxon';
import request from 'supertest';
import { createResponseValidator } from './testing/createResponseValidator';
import { startEngine } from './testing/startEngine';

// Two whole backends with a catalog that processes entities take their time on a busy machine.
jest.setTimeout(120_000);

const HOUR = 3_600;
const ref = 'component:default/checkout';
const monday = DateTime.utc().startOf('week').minus({ weeks: 1 });
const friday = monday.minus({ days: 3 });

const entities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'checkout', namespace: 'default' },
    spec: { type: 'service', lifecycle: 'production', owner: 'shop' },
  },
];

describe('working time in an engine', () => {
  const directory = createMockDirectory();
  const validate = createResponseValidator();

  /** An engine that stands on the database of the one before it. */
  async function start(opmodel: object) {
    const engine = await startEngine({
      policy: { handle: async () => ({ result: AuthorizeResult.ALLOW }) },
      entities,
      config: {
        opmodel,
        backend: {
          baseUrl: 'http://localhost',
          database: {
            client: 'better-sqlite3',
            connection: { directory: directory.path },
          },
        },
      },
      features: [databaseServiceFactory],
    });
    const authorization = mockCredentials.user.header('user:default/ada');
    const get = async (path: string) => {
      const response = await request(engine.server)
        .get(`/api/opmodel${path}`)
        .set('authorization', authorization);
      expect([path, response.body.error?.message]).toEqual([path, undefined]);
      validate('get', path, response);
      return response.body;
    };
    return {
      ...engine,
      get,
      async send(path: string, item: object) {
        const { body } = await request(engine.server)
          .post(`/api/opmodel${path}`)
          .set('authorization', authorization)
          .send({ items: [{ source: 'urn:example:forge', ...item }] });
        expect(body.items).toMatchObject([{ status: 'accepted' }]);
      },
      async waitForCatalog() {
        for (let attempt = 0; attempt < 240; attempt += 1) {
          await engine.runTask('opmodel-catalog-snapshot');
          if ((await get('/overview')).catalog.components === 1) {
            return;
          }
          await new Promise(resolve => setTimeout(resolve, 250));
        }
        throw new Error('The catalog did not process its entities in time');
      },
      async calculate() {
        for (const subject of ['dora', 'flow']) {
          await engine.runTask(`opmodel-${subject}-definition`);
          await engine.runTask(`opmodel-${subject}-calculation`);
        }
      },
      async read() {
        const base = '/entities/component/default/checkout';
        const dora = await get(`${base}/dora?profile=dora-2026`);
        const devlake = await get(`${base}/dora?profile=devlake`);
        const flow = await get(`${base}/flow`);
        const explained = await get(
          `${base}/dora/explain?metric=change-lead-time`,
        );
        return { dora, devlake, flow, explained };
      },
    };
  }

  it('takes the weekend out of what was computed before, when it is switched on', async () => {
    const before = await start({});
    await before.waitForCatalog();
    await before.send('/changes', {
      id: 'c1',
      entityRef: ref,
      commitSha: 'a1',
      firstCommitAt: friday.set({ hour: 16 }).toISO(),
      openedAt: friday.set({ hour: 17 }).toISO(),
      mergedAt: monday.set({ hour: 9 }).toISO(),
    });
    await before.send('/deployments', {
      id: 'd1',
      entityRef: ref,
      environment: 'production',
      version: '1.0.0',
      finishedAt: monday.set({ hour: 10 }).toISO(),
      changes: ['a1'],
    });
    await before.send('/work-items', {
      id: 'w1',
      entityRef: ref,
      createdAt: friday.set({ hour: 12 }).toISO(),
      startedAt: friday.set({ hour: 16 }).toISO(),
      completedAt: monday.set({ hour: 10 }).toISO(),
    });
    await before.calculate();
    const all = await before.read();
    await before.stop();
    expect(all.dora.changeLeadTime).toMatchObject({ n: 1, median: 66 * HOUR });
    expect(all.flow.cycleTime).toMatchObject({ n: 1, median: 66 * HOUR });
    expect(all.dora.definition).not.toHaveProperty('workingTime');
    expect(all.flow.definition).not.toHaveProperty('workingTime');

    const after = await start({
      calendar: {
        holidays: [{ day: '2026-12-25', name: 'Christmas Day' }],
        workingTime: { changeLeadTime: true, flow: true },
      },
    });
    await after.waitForCatalog();
    await after.calculate();
    const working = await after.read();
    const definitions = await after.get('/dora/definitions');
    await after.stop();

    expect(
      all.dora.changeLeadTime.median - working.dora.changeLeadTime.median,
    ).toBe(48 * HOUR);
    expect(all.flow.cycleTime.median - working.flow.cycleTime.median).toBe(
      48 * HOUR,
    );
    expect(all.flow.flowTime.median - working.flow.flowTime.median).toBe(
      48 * HOUR,
    );
    // What another tool prints stays what it prints.
    expect(working.devlake.changeLeadTime).toEqual(all.devlake.changeLeadTime);
    expect(working.devlake.definition).toEqual(all.devlake.definition);
    const told = {
      weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      holidays: [
        { from: '2026-12-25', to: '2026-12-25', name: 'Christmas Day' },
      ],
    };
    expect(working.dora.definition.workingTime).toEqual(told);
    expect(working.flow.definition.workingTime).toEqual(told);
    expect(working.explained.definition.workingTime).toEqual(told);
    expect(
      definitions.profiles.map(({ id, workingTime }: any) => [id, workingTime]),
    ).toEqual([
      ['dora-2026', told],
      ['devlake', undefined],
      ['four-keys', undefined],
      ['gitlab', undefined],
    ]);
  });
});
