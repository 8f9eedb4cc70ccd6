import { DAY, weekdayOf, weekNumber } from '../history/workload';
import { generateHistory } from '../history/generateHistory';
import { history, now, yearOptions } from '../testing/demoYear';
import { drawCommits } from '../history/drawCommits';
import type { Incident, WorkItem } from '../history/facts';
import { quarterOf } from '../history/quarters';
import { sprintOf } from '../history/sprints';
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
const accounts = ['account-api', 'loyalty-service'];

function count(components: string[], [from, to]: readonly [number, number]) {
  return components.flatMap(name => productionOf(name, from, to)).length;
}

/** Work items of boards that existed in the year, by component. */
function ticketsOf(component: string) {
  return history.workItems.filter(item => item.component === component);
}

function share<T>(all: T[], part: (one: T) => boolean): number {
  return all.filter(part).length / all.length;
}

/** Median days from begun to done. */
function cycleTime(component: string): number {
  return median(
    ticketsOf(component).flatMap(({ states }) => {
      const begun = states.find(({ state }) => state === 'active');
      const done = states.findLast(({ state }) => state === 'done');
      return begun && done ? [(done.at - begun.at) / DAY] : [];
    }),
  );
}

const boards = profiles.filter(({ board }) => board);

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

  it('incidents are tied to deployments by every kind of evidence, or by none', () => {
    const ofChange = history.incidents.filter(
      ({ causeClass, deployment }) => causeClass === 'change' && !deployment,
    );
    const next = ({ component, environment, detectedAt }: Incident) =>
      history.deployments
        .filter(
          d =>
            d.component === component &&
            d.environment === environment &&
            d.finishedAt > detectedAt,
        )
        .sort((a, b) => a.finishedAt - b.finishedAt)
        .at(0);
    const hasRemedy = (incident: Incident) => {
      const remedy = next(incident);
      return remedy !== undefined && !remedy.planned;
    };
    const daysSince = ({ component, startedAt }: Incident) =>
      (startedAt -
        Math.max(
          ...productionOf(component, -Infinity, startedAt + 1).map(
            d => d.finishedAt,
          ),
        )) /
      DAY;
    const remedied = ofChange.filter(hasRemedy);
    expect(remedied.filter(i => next(i)!.rollback).length).toBeGreaterThan(10);
    expect(remedied.filter(i => next(i)!.hotfix).length).toBeGreaterThan(10);
    const others = ofChange.filter(incident => !hasRemedy(incident));
    const soonAfter = others.filter(incident => daysSince(incident) < 1);
    expect(soonAfter.length).toBeGreaterThan(5);
    expect(others.filter(i => daysSince(i) > 3).length).toBeGreaterThan(0);
  });

  it('severe incidents are mitigated, and some come back within a quarter', () => {
    const severe = history.incidents.filter(({ severities }) =>
      severities.some(({ severity }) => severity <= 'sev2'),
    );
    expect(severe.length).toBeGreaterThan(80);
    const byId = new Map(history.incidents.map(i => [i.id, i]));
    const soon = history.incidents.filter(
      ({ recurrenceOf, startedAt }) =>
        recurrenceOf !== undefined &&
        startedAt - byId.get(recurrenceOf)!.resolvedAt < 90 * DAY,
    );
    expect(soon.length).toBeGreaterThan(5);
  });

  it('nobody works on support-desk any more', () => {
    expect(productionOf('support-desk').length).toBeGreaterThan(10);
    const last = Math.max(
      ...productionOf('support-desk').map(({ finishedAt }) => finishedAt),
    );
    expect((now - last) / DAY).toBeGreaterThan(100);
  });

  it('most boards leave an eighth of the tickets without a category, and those of accounts too many', () => {
    const unclassified = (component: string) =>
      share(ticketsOf(component), ({ category }) => category === undefined);
    for (const component of accounts) {
      expect(unclassified(component)).toBeGreaterThan(0.2);
    }
    const others = boards
      .map(({ component }) => component)
      .filter(component => !accounts.includes(component));
    for (const component of others) {
      expect(unclassified(component)).toBeLessThan(0.2);
    }
    expect(
      share(
        others.flatMap(ticketsOf),
        ({ category }) => category === undefined,
      ),
    ).toBeGreaterThan(0.07);
  });

  it('work waits longer where too much of it is begun', () => {
    const slow = Math.min(...discovery.map(cycleTime));
    for (const { component } of boards) {
      expect(ticketsOf(component).length).toBeGreaterThan(35);
    }
    const others = boards.filter(({ board }) => board!.cycleDays < 5);
    expect(others.length).toBeGreaterThan(15);
    for (const { component } of others) {
      expect(cycleTime(component)).toBeLessThan(slow);
    }
  });

  it('work items are blocked, reopened, given up, estimated or not, and found where they hurt', () => {
    const items = history.workItems;
    const passes = (state: string) => (item: WorkItem) =>
      item.states.some(step => step.state === state);
    expect(share(items, passes('blocked'))).toBeGreaterThan(0.08);
    expect(share(items, passes('waiting'))).toBeGreaterThan(0.3);
    expect(items.filter(passes('cancelled')).length).toBeGreaterThan(15);
    const reopened = items.filter(
      ({ states }) => states.filter(({ state }) => state === 'done').length > 1,
    );
    expect(reopened.length).toBeGreaterThan(15);
    expect(
      ticketsOf('payment-gateway').some(({ effortDays }) => effortDays),
    ).toBe(false);
    expect(
      ticketsOf('checkout-api').every(({ effortDays }) => effortDays! > 0),
    ).toBe(true);
    const defects = items.filter(({ foundIn }) => foundIn);
    expect(new Set(defects.map(({ foundIn }) => foundIn)).size).toBe(3);
    expect(new Set(defects.map(({ severity }) => severity)).size).toBe(3);
  });

  it('quarters are planned, added to, cut and held over', () => {
    const changes = history.workItems.flatMap(({ periods, states }) =>
      periods.map(({ at, period }, place) => ({
        at,
        period,
        place,
        createdAt: states[0].at,
      })),
    );
    const planned = changes.filter(
      ({ at, period, place }) =>
        place === 0 && period !== null && period !== quarterOf(at).name,
    );
    const added = changes.filter(
      ({ at, period, place }) => place === 0 && period === quarterOf(at).name,
    );
    expect(planned.length).toBeGreaterThan(100);
    expect(added.length).toBeGreaterThan(100);
    expect(
      changes.filter(({ period }) => period === null).length,
    ).toBeGreaterThan(10);
    expect(
      changes.filter(({ period, place }) => place > 0 && period).length,
    ).toBeGreaterThan(10);
  });

  it('most components have a board, and some have none', () => {
    expect(boards).toHaveLength(30);
    expect(profiles.length - boards.length).toBeGreaterThanOrEqual(10);
    expect(boards.map(({ component }) => component)).not.toContain(
      'gift-cards',
    );
  });

  it('sprints are committed to before they begin, and mostly kept', () => {
    const inSprints = ['storefront-web', 'packing-station', 'robot-controller'];
    const committed = inSprints.flatMap(ticketsOf).flatMap(item => {
      const [first] = item.periods;
      return first && first.period !== sprintOf(first.at).name
        ? [{ item, sprint: sprintOf(sprintOf(first.at).to) }]
        : [];
    });
    expect(committed.length).toBeGreaterThan(50);
    const closed = committed.filter(({ sprint }) => sprint.to <= now);
    for (const { item, sprint } of closed) {
      expect(item.periods[0].period).toBe(sprint.name);
    }
    const kept = share(closed, ({ item, sprint }) =>
      item.states.some(({ at, state }) => state === 'done' && at < sprint.to),
    );
    expect(kept).toBeGreaterThan(0.4);
    expect(kept).toBeLessThan(0.95);
  });

  it('teams that let work flow commit to nothing', () => {
    for (const component of ['refunds', 'slot-booking', 'promotions']) {
      expect(ticketsOf(component).flatMap(({ periods }) => periods)).toEqual(
        [],
      );
    }
  });

  it('the tickets of ledger-api come in batches', () => {
    const weeks = new Map<number, number>();
    for (const { states } of ticketsOf('ledger-api')) {
      const week = weekNumber(states[0].at);
      weeks.set(week, (weeks.get(week) ?? 0) + 1);
    }
    const inBatches = [...weeks]
      .filter(([week]) => week % 4 === 0)
      .reduce((sum, [, written]) => sum + written, 0);
    expect(inBatches / ticketsOf('ledger-api').length).toBeGreaterThan(0.6);
    expect(weeks.size).toBeLessThan(40);
  });

  it('what the drivers are promised waits longer and longer', () => {
    const drivers = ['driver-api', 'driver-app'].flatMap(ticketsOf);
    const openAt = (instant: number) =>
      drivers.filter(
        ({ states }) =>
          states[0].at <= instant &&
          !states.some(
            ({ at, state }) =>
              at <= instant && (state === 'done' || state === 'cancelled'),
          ),
      ).length;
    expect(openAt(now)).toBeGreaterThan(2 * openAt(now - 270 * DAY));
    expect(openAt(now)).toBeGreaterThan(40);
  });

  it('two tickets of five of notification-service are blocked', () => {
    const isBlocked = ({ states }: WorkItem) =>
      states.some(({ state }) => state === 'blocked');
    for (const component of ['notification-service', 'fraud-screening']) {
      expect(share(ticketsOf(component), isBlocked)).toBeGreaterThan(0.3);
    }
    expect(share(ticketsOf('stock-service'), isBlocked)).toBeLessThan(0.25);
  });

  it('platform teams work on the platform', () => {
    const platformWork = ['api-gateway', 'config-service', 'cluster-operator'];
    const isOf = (category: string) => (item: WorkItem) =>
      item.category === category;
    const items = platformWork.flatMap(ticketsOf);
    expect(share(items, isOf('platform'))).toBeGreaterThan(0.25);
    expect(share(items, isOf('feature'))).toBeLessThan(0.15);
  });

  it('the builds of discovery fail a lot', () => {
    const failed = (component: string) => {
      const runs = history.pipelineRuns.filter(
        run => run.component === component && run.result !== 'cancelled',
      );
      expect(runs.length).toBeGreaterThan(20);
      return share(runs, ({ result }) => result === 'failure');
    };
    const told = profiles
      .filter(({ builds }) => builds)
      .map(({ component }) => component);
    const brittle = told.filter(component => discovery.includes(component));
    const others = told.filter(component => !discovery.includes(component));
    expect([brittle.length, others.length]).toEqual([2, 5]);
    for (const component of brittle) {
      expect(failed(component)).toBeGreaterThan(0.2);
    }
    for (const component of others) {
      expect(failed(component)).toBeLessThan(0.2);
    }
  });

  it('the commits of a change begin with its first, and none comes after its merge', () => {
    for (const change of history.changes) {
      const written = drawCommits(change);
      expect(written[0].authoredAt).toBe(change.firstCommitAt);
      expect(
        written.every(
          ({ authoredAt, committedAt }) =>
            committedAt <= (change.openedAt ?? change.mergedAt ?? Infinity) &&
            authoredAt <= committedAt,
        ),
      ).toBe(true);
    }
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
      ...history.workItems.filter(
        ({ states, periods }) =>
          !ordered(...states.map(({ at }) => at)) ||
          !ordered(states[0].at, ...periods.map(({ at }) => at)),
      ),
      ...history.pipelineRuns.filter(
        run => !ordered(run.queuedAt, run.startedAt, run.finishedAt),
      ),
      ...history.incidents.filter(i => {
        const steps = [i.startedAt, i.detectedAt, i.acknowledgedAt];
        return !ordered(...steps, i.mitigatedAt, i.resolvedAt);
      }),
    ];
    expect(wrong).toEqual([]);
  });
});
