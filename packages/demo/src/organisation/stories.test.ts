import { DAY, weekdayOf } from '../history/workload';
import { generateHistory } from '../history/generateHistory';
import { history, now, yearOptions } from '../testing/demoYear';
import { profiles } from './profiles';

const commits = new Map(history.changes.map(c => [c.commitSha, c]));

/** Successful deployments of planned releases to production, by component. */
function productionOf(component: string, from = -Infinity, to = Infinity) {
  return history.deployments.filter(
    deployment =>
      deployment.component === component &&
      deployment.environment.startsWith('prod') &&
      deployment.result === 'success' &&
      deployment.finishedAt >= from &&
      deployment.finishedAt < to,
  );
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Median days from first commit to production. */
function leadTime(components: string[], from: number, to: number): number {
  return median(
    components
      .flatMap(component => productionOf(component, from, to))
      .flatMap(({ changes, finishedAt }) =>
        changes.map(
          sha => (finishedAt - commits.get(sha)!.firstCommitAt) / DAY,
        ),
      ),
  );
}

const firstQuarter = [now - 365 * DAY, now - 274 * DAY] as const;
const lastQuarter = [now - 91 * DAY, now] as const;
const warehouse = ['picking-service', 'packing-station', 'robot-controller'];
const discovery = ['product-catalogue', 'product-search', 'recommendations'];

function count(components: string[], [from, to]: readonly [number, number]) {
  return components.flatMap(name => productionOf(name, from, to)).length;
}

describe('the stories of the year', () => {
  it('warehouse learns to release small changes often', () => {
    const before = leadTime(warehouse, ...firstQuarter);
    const after = leadTime(warehouse, ...lastQuarter);
    expect(before).toBeGreaterThan(6);
    expect(after).toBeLessThan(before / 3);
    expect(count(warehouse, lastQuarter)).toBeGreaterThan(
      4 * count(warehouse, firstQuarter),
    );
  });

  it('discovery slips', () => {
    const before = leadTime(discovery, ...firstQuarter);
    const after = leadTime(discovery, ...lastQuarter);
    expect(before).toBeLessThan(3);
    expect(after).toBeGreaterThan(2.5 * before);
    expect(count(discovery, lastQuarter)).toBeLessThan(
      count(discovery, firstQuarter) / 2,
    );
  });

  it('checkout-api goes from region to region', () => {
    const regions = productionOf('checkout-api');
    const environments = new Set(regions.map(d => d.environment));
    expect([...environments].sort()).toEqual(['prod-ap', 'prod-eu', 'prod-us']);
    const released = regions.filter(d => !d.rollback && d.planned);
    const eu = released.filter(d => d.environment === 'prod-eu');
    for (const there of eu) {
      const others = released.filter(
        d => d.version === there.version && d !== there,
      );
      expect([0, 2]).toContain(others.length);
      for (const other of others) {
        expect(other.finishedAt).toBeGreaterThan(there.finishedAt);
      }
    }
  });

  it('gift-cards has thin data on whatever day the portal starts first', () => {
    const giftCards = profiles.filter(p => p.component === 'gift-cards');
    for (let week = 0; week < 52; week += 1) {
      const anchorDay = yearOptions.anchorDay + week * 7 * DAY;
      const { changes, deployments } = generateHistory({
        ...yearOptions,
        anchorDay,
        throughDay: anchorDay - DAY,
        profiles: giftCards,
      });
      expect(changes).toHaveLength(2);
      const delivered = deployments.filter(
        ({ environment, result }) =>
          environment === 'production' && result === 'success',
      );
      expect([1, 2]).toContain(delivered.length);
    }
  });

  it('nothing at all is known of carbon-calculator', () => {
    const all = [
      ...history.changes.flatMap(({ components }) => components),
      ...history.deployments.map(({ component }) => component),
      ...history.incidents.map(({ component }) => component),
    ];
    expect(all).not.toContain('carbon-calculator');
  });

  it('libraries change and are never deployed', () => {
    for (const library of ['design-system', 'tax-rules']) {
      const changes = history.changes.filter(({ components }) =>
        components.includes(library),
      );
      expect(changes.length).toBeGreaterThan(50);
      expect(productionOf(library)).toEqual([]);
    }
  });

  it('storefront-web is deployed several times a day, ledger-api twice a month', () => {
    const workingDays = 91 * (5 / 7);
    const often = productionOf('storefront-web', ...lastQuarter).length;
    expect(often / workingDays).toBeGreaterThan(3);
    const seldom = productionOf('ledger-api', ...lastQuarter).length;
    expect(seldom).toBeLessThanOrEqual(11);
  });

  it('weeks have a rhythm', () => {
    const byWeekday = [0, 0, 0, 0, 0, 0, 0];
    for (const { finishedAt } of history.deployments) {
      byWeekday[weekdayOf(finishedAt)] += 1;
    }
    const [, tuesday, , , friday, saturday, sunday] = byWeekday;
    expect(saturday + sunday).toBeLessThan(tuesday / 3);
    expect(saturday + sunday).toBeGreaterThan(0);
    expect(friday).toBeLessThan(tuesday);
  });

  it('shared changes of the monorepo are carried by both services', () => {
    const shared = history.changes.filter(
      ({ components, mergedAt }) =>
        components.length === 2 &&
        mergedAt !== undefined &&
        mergedAt > now - 335 * DAY &&
        mergedAt < now - 30 * DAY,
    );
    expect(shared.length).toBeGreaterThan(10);
    for (const { commitSha, components } of shared) {
      const carriers = history.deployments
        .filter(({ changes }) => changes.includes(commitSha))
        .map(({ component }) => component);
      expect([...new Set(carriers)].sort()).toEqual([...components].sort());
    }
  });

  it('things go wrong in every way the numbers must tell apart', () => {
    const { deployments, changes, incidents } = history;
    expect(deployments.filter(d => d.rollback).length).toBeGreaterThan(50);
    expect(deployments.filter(d => d.hotfix).length).toBeGreaterThan(50);
    expect(
      deployments.filter(d => d.result === 'failure').length,
    ).toBeGreaterThan(20);
    expect(changes.filter(c => c.revertsCommitSha).length).toBeGreaterThan(20);
    expect(changes.filter(c => c.abandonedAt).length).toBeGreaterThan(50);
    const causes = new Set(incidents.map(({ causeClass }) => causeClass));
    expect(causes.size).toBeGreaterThanOrEqual(6);
    expect(incidents.filter(i => i.recurrenceOf).length).toBeGreaterThan(5);
    expect(incidents.filter(i => i.deployment).length).toBeGreaterThan(50);
    expect(
      incidents.filter(i => i.severities.length > 1).length,
    ).toBeGreaterThan(20);
  });

  it('the steps of every change, deployment and incident are in order', () => {
    const ordered = (...instants: (number | undefined)[]) => {
      const stated = instants.filter(instant => instant !== undefined);
      return stated.every((instant, i) => i === 0 || stated[i - 1]! <= instant);
    };
    const wrong = [
      ...history.changes.filter(c => {
        const steps = [c.firstCommitAt, c.openedAt, c.firstReviewAt];
        return !ordered(...steps, c.approvedAt, c.mergedAt);
      }),
      ...history.deployments.filter(
        d =>
          !ordered(d.startedAt, d.finishedAt) ||
          d.changes.some(sha => commits.get(sha)!.mergedAt! > d.finishedAt),
      ),
      ...history.incidents.filter(i => {
        const steps = [i.startedAt, i.detectedAt, i.acknowledgedAt];
        return !ordered(...steps, i.mitigatedAt, i.resolvedAt);
      }),
    ];
    expect(wrong).toEqual([]);
  });
});
