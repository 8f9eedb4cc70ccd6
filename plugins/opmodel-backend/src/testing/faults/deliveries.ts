import type { Replica } from './startReplica';

const DAY = 24 * 60 * 60 * 1000;

/** Events of one request. */
export const BATCH = 1_000;

/** Names of the components that the events deploy. */
export const components = Array.from(
  { length: 20 },
  (_, index) => `service-${index}`,
);

/** Deployments of one request, spread over the components and the last 300 days. */
export function deploymentBatch(batch: number, now: number) {
  return {
    items: Array.from({ length: BATCH }, (_, index) => {
      const number = batch * BATCH + index;
      const at = now - (number % 300) * DAY - (number % 86_400) * 1_000;
      return {
        id: `deployment-${number}`,
        source: 'https://cd.example.com',
        entityRef: components[number % components.length],
        environment: 'production',
        time: new Date(at).toISOString(),
        finishedAt: new Date(at).toISOString(),
      };
    }),
  };
}

/** Sends one batch and tells by status how many events of it there are; throws when the replica did not take it. */
export async function sendBatch(
  replica: Replica,
  batch: number,
  now: number,
): Promise<Record<string, number>> {
  const response = await replica.call('/deployments', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(deploymentBatch(batch, now)),
  });
  if (!response.ok) {
    throw new Error(`${response.status} ${await response.text()}`);
  }
  const { items } = await response.json();
  const counts: Record<string, number> = {};
  for (const { status } of items) {
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

/** The engine's state, once it has computed everything. */
export async function waitForNumbers(replica: Replica): Promise<void> {
  await replica.waitUntil('numbers of everything', async ({ call }) => {
    const health = await (await call('/health')).json();
    return health.intake.recalculationsWaiting === 0;
  });
}

/** Production deployments of the last year, over all components. */
export async function countDeployments(replica: Replica): Promise<number> {
  const report = await (await replica.call('/dora/summary?window=P1Y')).json();
  return report.deploymentFrequency.deployments;
}
