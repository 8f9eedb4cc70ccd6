import { expect, type APIRequestContext } from '@playwright/test';

/** What of `/api/opmodel/health` tells that the portal has come to rest. */
interface Health {
  intake: {
    applied: number;
    lastReceivedAt: string | null;
    recalculationsWaiting: number;
  };
  collectors: { id: string; state: string }[];
}

/** What of the objectives tells that they have been measured. */
interface Objectives {
  slos: number;
  states: { state: string; slos: number }[];
}

/** What of the scorecards tells that entities have been judged. */
interface Scorecards {
  overall: { summary: { judged: number; applicable: number } } | null;
}

const QUIET_MS = 3_000;

/** A component of the demo organisation, whose year may arrive long after this repository's history. */
const DEMO_REPORT = '/api/opmodel/entities/component/default/checkout-api/dora';

/**
 * Resolves when a portal that has just been started has read its catalog, taken
 * in the demo organisation's year and this repository's history, and computed
 * the numbers, those of most objectives and most verdicts among them.
 */
export async function waitForNumbers(
  request: APIRequestContext,
  options: { timeout: number },
): Promise<void> {
  const session = await request.get('/api/auth/guest/refresh', {
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = await session.json();
  const headers = { Authorization: `Bearer ${backstageIdentity.token}` };

  await expect(async () => {
    const answer = await request.get('/api/opmodel/health', { headers });
    expect(answer.status()).toBe(200);
    const { intake, collectors }: Health = await answer.json();
    expect(intake.applied).toBeGreaterThan(0);
    expect(
      Date.now() - Date.parse(String(intake.lastReceivedAt)),
    ).toBeGreaterThan(QUIET_MS);
    expect(collectors).toContainEqual(
      expect.objectContaining({ id: 'git', state: 'succeeded' }),
    );
    expect(intake.recalculationsWaiting).toBe(0);
    const report = await request.get(DEMO_REPORT, { headers });
    expect(report.status()).toBe(200);
    const { deploymentFrequency } = await report.json();
    expect(deploymentFrequency.deployments).toBeGreaterThan(0);
    const objectives = await request.get('/api/opmodel/slos/summary', {
      headers,
    });
    expect(objectives.status()).toBe(200);
    const { slos, states }: Objectives = await objectives.json();
    const silent = states.find(({ state }) => state === 'no_data')?.slos ?? 0;
    expect(slos).toBeGreaterThan(0);
    expect(silent).toBeLessThan(slos / 2);
    const scorecards = await request.get('/api/opmodel/scorecards/summary', {
      headers,
    });
    expect(scorecards.status()).toBe(200);
    const { overall }: Scorecards = await scorecards.json();
    const { judged = 0, applicable = 0 } = overall?.summary ?? {};
    expect(judged).toBeGreaterThan(applicable / 2);
  }).toPass({ timeout: options.timeout, intervals: [1_000] });
}
