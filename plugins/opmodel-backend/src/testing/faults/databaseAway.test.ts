import { setTimeout as sleep } from 'node:timers/promises';
import { startDatabaseProxy } from './databaseProxy';
import {
  BATCH,
  components,
  countDeployments,
  sendBatch,
  waitForNumbers,
} from './deliveries';
import { createPostgresDatabase } from './faultDatabases';
import { killReplicas, startReplica } from './startReplica';

jest.setTimeout(600_000);

const AWAY = 60_000;

afterAll(killReplicas);

describe('a database that is away for a minute', () => {
  it('costs nothing but the minute', async () => {
    const { server } = createPostgresDatabase();
    const proxy = await startDatabaseProxy(server);
    const database = createPostgresDatabase(proxy);
    const replica = await startReplica({
      database: database.config,
      components,
      collector: true,
    });
    const now = Date.now();
    await sendBatch(replica, 0, now);

    const during = sendBatch(replica, 1, now).then(
      () => 'taken',
      error => String(error),
    );
    proxy.cut();
    const outcome = await during;
    const began = Date.now();
    const refusals = new Set<number>();
    while (Date.now() - began < AWAY) {
      const response = await replica.call('/deployments', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"id":"1","entityRef":"service-1","environment":"production","finishedAt":"2026-01-01T00:00:00Z"}',
        signal: AbortSignal.timeout(90_000),
      });
      refusals.add(response.status);
      await sleep(2_000);
    }
    proxy.restore();

    // Nobody was told that something was kept, so every sender tries again.
    expect([...refusals]).toEqual([503]);
    await replica.waitUntil(
      'an answer',
      async ({ call }) => (await call('/health')).ok,
    );
    if (outcome !== 'taken') {
      await sendBatch(replica, 1, now);
    }
    await sendBatch(replica, 2, now);
    await waitForNumbers(replica);
    const collected = (await (await replica.call('/health')).json()).intake
      .applied;
    // The collector goes on by itself as well.
    await replica.waitUntil('a run of the collector', async ({ call }) => {
      const health = await (await call('/health')).json();
      return health.intake.applied > collected;
    });
    await replica.waitUntil('all deployments', async () => {
      await waitForNumbers(replica);
      return (await countDeployments(replica)) >= 3 * BATCH;
    });
    await replica.kill();
    await proxy.close();
  });
});
