import {
  BATCH,
  components,
  countDeployments,
  sendBatch,
  waitForNumbers,
} from './deliveries';
import { createPostgresDatabase } from './faultDatabases';
import { killReplicas, type Replica, startReplica } from './startReplica';

jest.setTimeout(600_000);

afterAll(killReplicas);

interface Span {
  state: string;
  startedAt: string;
  durationSeconds: number | null;
}

/** Pairs of spans that overlap; one that has not ended, or was broken off, is left out. */
function overlaps(spans: Span[]): [Span, Span][] {
  const ended = spans
    .filter(
      ({ durationSeconds, state }) =>
        durationSeconds !== null && state !== 'failed',
    )
    .map(span => ({
      span,
      from: Date.parse(span.startedAt),
      to: Date.parse(span.startedAt) + span.durationSeconds! * 1000,
    }))
    .sort((a, b) => a.from - b.from);
  return ended
    .slice(1)
    .flatMap((later, index) =>
      later.from < ended[index].to
        ? [[ended[index].span, later.span] as [Span, Span]]
        : [],
    );
}

async function listRuns({ call }: Replica): Promise<Span[]> {
  const answer = await (
    await call('/health/collectors/tick/runs?limit=100')
  ).json();
  return answer.items;
}

async function listScans({ call }: Replica): Promise<Span[]> {
  return (await (await call('/health')).json()).snapshot.scans;
}

const succeeded = (runs: Span[]) =>
  runs.filter(({ state }) => state === 'succeeded').length;

describe('three replicas on one PostgreSQL', () => {
  it('collect and scan one at a time, keep an event once, and outlive each other', async () => {
    const { config } = createPostgresDatabase();
    const start = () =>
      startReplica({ database: config, components, collector: true });
    // The first creates the databases; the others join while it runs.
    const first = await start();
    const replicas = [first, ...(await Promise.all([start(), start()]))];
    const now = Date.now();

    // The same events reach all of them at the same moment.
    const answers = await Promise.all(
      replicas.flatMap(replica =>
        [0, 1, 2].map(batch => sendBatch(replica, batch, now)),
      ),
    );
    const accepted = answers.reduce(
      (sum, answer) => sum + (answer.accepted ?? 0),
      0,
    );
    expect(accepted).toBe(3 * BATCH);

    await first.waitUntil(
      'five runs of the collector',
      async replica => succeeded(await listRuns(replica)) >= 5,
    );
    expect(overlaps(await listRuns(first))).toEqual([]);
    expect(overlaps(await listScans(first))).toEqual([]);

    // Whoever runs the collector at this moment, the others take over within seconds.
    const [, second, last] = replicas;
    for (const victim of [first, second]) {
      await victim.kill();
      const before = succeeded(await listRuns(last));
      const killedAt = Date.now();
      await last.waitUntil(
        'a run by those who are left',
        async replica => succeeded(await listRuns(replica)) > before + 1,
        60_000,
      );
      expect(Date.now() - killedAt).toBeLessThan(60_000);
    }
    expect(overlaps(await listRuns(last))).toEqual([]);

    await waitForNumbers(last);
    // Each run deploys the next number to every component, so none may be missing or double.
    const runs = succeeded(await listRuns(last));
    const deployments = await countDeployments(last);
    expect((deployments - 3 * BATCH) % components.length).toBe(0);
    expect(
      (deployments - 3 * BATCH) / components.length,
    ).toBeGreaterThanOrEqual(runs);
    await last.kill();
  });
});
