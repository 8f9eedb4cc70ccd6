import pLimit from 'p-limit';
import { components, countDeployments, waitForNumbers } from './deliveries';
import { createPostgresDatabase, createSqliteDatabase } from './faultDatabases';
import { killReplicas, type Replica, startReplica } from './startReplica';

jest.setTimeout(600_000);

afterAll(killReplicas);

const DELIVERIES = 1_000;
/** Every hundredth body is none that its reader knows. */
const POISON_EVERY = 100;
const SECRET = 'a-secret-of-the-fault-tests';

const now = Date.now();

function bodyOf(number: number): string {
  return JSON.stringify(
    number % POISON_EVERY === 0
      ? { id: number, poison: true }
      : {
          id: `delivery-${number}`,
          component: components[number % components.length],
          at: new Date(now - number * 60_000).toISOString(),
        },
  );
}

async function deliver(replica: Replica, number: number): Promise<void> {
  const response = await replica.call('/intake/cd', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${SECRET}`,
      'content-type': 'application/json',
    },
    body: bodyOf(number),
  });
  if (response.status !== 202) {
    throw new Error(`${response.status} ${await response.text()}`);
  }
}

/** Sends deliveries and kills the replica after so many answers; gives those whose answer never came. */
async function deliverUntilKilled(
  replica: Replica,
  numbers: number[],
  answersBeforeKill: number,
): Promise<number[]> {
  const limit = pLimit(10);
  const unanswered: number[] = [];
  let answered = 0;
  await Promise.all(
    numbers.map(number =>
      limit(async () => {
        try {
          await deliver(replica, number);
          answered += 1;
        } catch {
          unanswered.push(number);
        }
        if (answered === answersBeforeKill) {
          await replica.kill();
        }
      }),
    ),
  );
  return unanswered;
}

describe.each([
  { name: 'SQLite', createDatabase: createSqliteDatabase },
  { name: 'PostgreSQL', createDatabase: createPostgresDatabase },
])('a replica on $name that is killed while webhooks arrive', options => {
  const database = options.createDatabase();
  afterAll(() => database.remove());

  it('processes each that it has answered for, once, and sets aside what nobody can read', async () => {
    const start = () =>
      startReplica({
        database: database.config,
        components,
        config: {
          opmodel: {
            intake: {
              sources: {
                cd: { type: 'faults', signature: 'bearer', secrets: [SECRET] },
              },
            },
          },
        },
      });
    const all = Array.from({ length: DELIVERIES }, (_, index) => index);

    let unanswered = await deliverUntilKilled(await start(), all, 350);
    // The sender tries again what it had no answer for, and the next replica dies as well.
    unanswered = await deliverUntilKilled(await start(), unanswered, 250);
    const replica = await start();
    const limit = pLimit(10);
    await Promise.all(
      unanswered.map(number => limit(() => deliver(replica, number))),
    );

    await replica.waitUntil('an empty inbox', async ({ call }) => {
      const { inbox } = await (await call('/health')).json();
      return inbox.waiting === 0;
    });
    await waitForNumbers(replica);
    const poison = DELIVERIES / POISON_EVERY;
    const health = await (await replica.call('/health')).json();
    expect(health.inbox).toMatchObject({ waiting: 0, setAside: poison });
    expect(health.intake.applied).toBe(DELIVERIES - poison);
    expect(await countDeployments(replica)).toBe(DELIVERIES - poison);

    const setAside = await (
      await replica.call('/inbox?state=set_aside&limit=100')
    ).json();
    expect(setAside.totalItems).toBe(poison);
    expect(setAside.items[0].reason).toContain('expected string, got number');
    await replica.kill();
  });
});
