import { setTimeout as sleep } from 'node:timers/promises';
import {
  BATCH,
  components,
  countDeployments,
  sendBatch,
  waitForNumbers,
} from './deliveries';
import { createPostgresDatabase, createSqliteDatabase } from './faultDatabases';
import { killReplicas, type Replica, startReplica } from './startReplica';

jest.setTimeout(600_000);

afterAll(killReplicas);

/** Sends batches one after the other, and kills the replica in the middle of one of them. */
async function sendUntilKilled(
  replica: Replica,
  batches: number[],
  options: { killDuring: number; afterMs: number; now: number },
): Promise<number[]> {
  const unanswered: number[] = [];
  for (const batch of batches) {
    const sending = sendBatch(replica, batch, options.now);
    if (batch === options.killDuring) {
      // Whether the batch was answered is open, as it is for a sender whose connection breaks.
      const settled = sending.catch(() => undefined);
      await sleep(options.afterMs);
      await replica.kill();
      if ((await settled) === undefined) {
        unanswered.push(batch);
      }
    } else {
      await sending;
    }
  }
  return unanswered;
}

describe.each([
  { name: 'SQLite', createDatabase: createSqliteDatabase, batches: 30 },
  { name: 'PostgreSQL', createDatabase: createPostgresDatabase, batches: 100 },
])('a replica on $name that is killed', ({ createDatabase, batches }) => {
  const database = createDatabase();
  afterAll(() => database.remove());

  it(`loses none of ${batches * BATCH} events and has none twice`, async () => {
    const now = Date.now();
    const first = Math.floor(batches / 3);
    const second = Math.floor((batches * 2) / 3);
    const start = () => startReplica({ database: database.config, components });
    const range = (from: number, to: number) =>
      Array.from({ length: to - from }, (__, index) => from + index);

    let replica = await start();
    let open = await sendUntilKilled(replica, range(0, first + 1), {
      killDuring: first,
      afterMs: 60,
      now,
    });
    replica = await start();
    open = await sendUntilKilled(
      replica,
      [...open, ...range(first + 1, second + 1)],
      {
        killDuring: second,
        afterMs: 150,
        now,
      },
    );
    replica = await start();
    for (const batch of [...open, ...range(second + 1, batches)]) {
      await sendBatch(replica, batch, now);
    }
    // In the middle of computing numbers.
    await replica.kill();

    replica = await start();
    // A sender that does not trust any of the answers.
    const repeated = await sendBatch(replica, first, now);
    expect(repeated).toEqual({ duplicate: BATCH });
    await waitForNumbers(replica);
    const health = await (await replica.call('/health')).json();
    expect(health.intake).toMatchObject({
      applied: batches * BATCH,
      unmapped: 0,
      recalculationsWaiting: 0,
    });
    expect(await countDeployments(replica)).toBe(batches * BATCH);
    await replica.kill();
  });
});
