import fc from 'fast-check';
import { addDays } from '../calendar/days';
import { computeDelivery, type Delivery } from './computeDelivery';
import { countDeliveryDays } from './countDeliveryDays';
import type { DayCount } from './dayMetrics';
import type { DeliveryCorrection, DeliveryRows } from './facts';
import { dora2026Profile } from './profiles/dora2026';
import { compareText } from './recordKey';
import { at, change, deployment, incident } from './testing/deliveryRows';
import { profileWith } from './testing/profiles';

const hour = (hours: number) => at('2026-03-02T00:00:00Z') + hours * 3_600_000;
const WEEK = 7 * 24 * 3_600_000;

const instant = fc.integer({ min: 0, max: 28 * 24 }).map(hour);
const maybe = fc.option(instant);
const commit = fc.constantFrom('a1', 'b2', 'c3', 'd4');
const name = fc.constantFrom('d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7');
const version = fc.constantFrom('1', '2', '3');

const deployments = fc
  .uniqueArray(
    fc.record({
      subject: name,
      finishedAt: maybe,
      startedAt: maybe,
      environment: fc.constantFrom('prod-eu', 'prod-us', 'staging'),
      result: fc.constantFrom('success' as const, 'failure' as const, null),
      deploymentType: fc.constantFrom('deploy' as const, 'rollback' as const),
      version: fc.option(version),
      carries: fc.array(commit, { maxLength: 3 }),
      baseline: fc.boolean(),
      withdrawn: fc.boolean(),
      planned: fc.option(fc.boolean()),
      hotfix: fc.option(fc.boolean()),
    }),
    { selector: row => row.subject, maxLength: 8 },
  )
  .map(drawn =>
    drawn.map(row =>
      deployment({
        ...row,
        environmentTier:
          row.environment === 'staging' ? 'staging' : 'production',
      }),
    ),
  );

const changes = fc
  .uniqueArray(
    fc.record({
      subject: commit,
      firstCommitAt: maybe,
      openedAt: maybe,
      mergedAt: maybe,
      revertsCommitSha: fc.option(commit),
      hotfix: fc.option(fc.boolean()),
    }),
    { selector: row => row.subject, maxLength: 4 },
  )
  .map(drawn => drawn.map(row => change({ ...row, commitSha: row.subject })));

const incidents = fc
  .uniqueArray(
    fc.record({
      subject: fc.constantFrom('i0', 'i1', 'i2', 'i3', 'i4'),
      severity: fc.option(fc.constantFrom('sev1', 'sev2', 'sev3')),
      startedAt: maybe,
      detectedAt: maybe,
      mitigatedAt: maybe,
      resolvedAt: maybe,
      causeClass: fc.option(
        fc.constantFrom('change' as const, 'infrastructure' as const),
      ),
      recurrenceOf: fc.option(fc.constantFrom('i0', 'i1')),
      deployment: fc.option(name),
      withdrawn: fc.boolean(),
    }),
    { selector: row => row.subject, maxLength: 5 },
  )
  .map(drawn => drawn.map(row => incident(row)));

const ci = (subject: string) => ({ source: 'ci', subject });
const decision: fc.Arbitrary<DeliveryCorrection> = fc
  .tuple(
    fc.uuid(),
    instant,
    fc.oneof(
      fc.record({
        kind: fc.constant('failure_link' as const),
        incident: fc
          .constantFrom('i0', 'i1', 'i2')
          .map(subject => ({ source: 'pager', subject })),
        deployment: fc.option(name.map(ci)),
      }),
      fc.record({
        kind: fc.constant('deployment_failed' as const),
        deployment: name.map(ci),
        failed: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant('deployment_planned' as const),
        deployment: name.map(ci),
        planned: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant('excluded_period' as const),
        from: fc.constantFrom('2026-03-03', '2026-03-10'),
        to: fc.constantFrom('2026-03-04', '2026-03-12'),
        cause: fc.constant('freeze' as const),
      }),
    ),
  )
  .map(([id, decidedAt, decided]) => ({
    id,
    decidedAt,
    decidedBy: 'user:default/ada',
    ...decided,
  }));

const corrections = fc.array(decision, { maxLength: 4 });
const facts: fc.Arbitrary<DeliveryRows> = fc.record({
  deployments,
  changes,
  incidents,
  corrections,
});

const profile = fc.constantFrom(
  dora2026Profile,
  profileWith({
    leadTime: {
      unit: 'merge_request',
      commitTime: 'authored',
      sum: 'stages',
      unitSeconds: 60,
      rounding: 'up',
      zeroSpans: 'leave_out',
      firstDeployment: 'leave_out',
    },
    deployments: { rolloutSeconds: 0, rollbacks: 'leave_out' },
    failures: {
      links: ['time_window'],
      maximumLagSeconds: null,
      strictlyAfter: true,
      recovery: 'deployment_to_resolved',
      severalIncidents: 'each',
    },
  }),
  profileWith({
    leadTime: { unit: 'commit', start: 'commit', repeats: 'count' },
    failures: {
      links: ['explicit'],
      recovery: 'earliest_to_resolved',
      numerator: 'incidents',
      day: 'incident',
      rework: false,
    },
  }),
);

function totals(delivery: Delivery): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { metric, count } of countDeliveryDays(delivery)) {
    sums.set(metric, (sums.get(metric) ?? 0) + count);
  }
  return sums;
}

/** Day counts of several entities, merged as a roll-up merges them. */
function merge(all: DayCount[][]): DayCount[] {
  const merged = new Map<string, DayCount>();
  for (const count of all.flat()) {
    const key = JSON.stringify([count.day, count.metric, count.bin]);
    const known = merged.get(key);
    merged.set(key, {
      ...count,
      count: count.count + (known?.count ?? 0),
    });
  }
  return [...merged.values()].sort(
    (a, b) =>
      compareText(a.day, b.day) ||
      compareText(a.metric, b.metric) ||
      a.bin - b.bin,
  );
}

describe('what any component delivered', () => {
  it('depends neither on the order of the rows nor on their repetition', () => {
    fc.assert(
      fc.property(facts, profile, (drawn, definition) => {
        const reversed: DeliveryRows = {
          deployments: [...drawn.deployments, ...drawn.deployments].reverse(),
          changes: [...drawn.changes, ...drawn.changes].reverse(),
          incidents: [...drawn.incidents, ...drawn.incidents].reverse(),
          corrections: [...drawn.corrections, ...drawn.corrections].reverse(),
        };
        expect(computeDelivery(reversed, definition, 'UTC')).toEqual(
          computeDelivery(drawn, definition, 'UTC'),
        );
      }),
    );
  });

  it('has rates from 0 to 1: of failed, of rework, of tied and repeated incidents, and of what is known', () => {
    fc.assert(
      fc.property(facts, profile, (drawn, definition) => {
        const sums = totals(computeDelivery(drawn, definition, 'UTC'));
        const sum = (metric: string) => sums.get(metric) ?? 0;
        for (const [part, whole] of [
          ['failed_deployments', 'deployments'],
          ['rework_deployments', 'deployments'],
          ['deployments_with_changes', 'deployments'],
          ['linked_incidents', 'incidents'],
          ['recurrences', 'incidents'],
          ['failure_incidents', 'linked_incidents'],
          ['changes_with_first_commit', 'carried_changes'],
        ]) {
          expect(sum(part)).toBeLessThanOrEqual(sum(whole));
        }
      }),
    );
  });

  it('counts every deployment, incident, change and recovery once', () => {
    fc.assert(
      fc.property(facts, profile, (drawn, definition) => {
        const delivery = computeDelivery(drawn, definition, 'UTC');
        const sums = totals(delivery);
        const sum = (metric: string, prefix: string) =>
          [...sums]
            .filter(([key]) => key === metric || key.startsWith(prefix))
            .reduce((total, [, count]) => total + count, 0);
        expect(sum('deployments', 'excluded_deployment:')).toBe(
          delivery.deployments.length,
        );
        expect(sum('lead_time', 'excluded_change:')).toBe(
          delivery.samples.length,
        );
        expect(sum('recovery', 'excluded_recovery:')).toBe(
          delivery.recoveries.length,
        );
        expect(sum('linked_incidents', 'unlinked_incident:')).toBe(
          delivery.incidents.length,
        );
      }),
    );
  });

  it('counts two incidents of one deployment once', () => {
    fc.assert(
      fc.property(facts, drawn => {
        const twice: DeliveryRows = {
          ...drawn,
          incidents: [
            ...drawn.incidents,
            ...drawn.incidents.map(row => ({
              ...row,
              subject: `${row.subject} again`,
              recurrenceOf: null,
            })),
          ],
          // Decisions name incidents, so they would not hold for the copy.
          corrections: [],
        };
        const failed = (rows: DeliveryRows) =>
          totals(computeDelivery(rows, dora2026Profile, 'UTC')).get(
            'failed_deployments',
          );
        expect(failed(twice)).toBe(failed({ ...drawn, corrections: [] }));
      }),
    );
  });

  it('moves by a week when all instants do', () => {
    const moved = <T extends object>(row: T): T =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key,
          key.endsWith('At') && typeof value === 'number'
            ? value + WEEK
            : value,
        ]),
      ) as T;
    fc.assert(
      fc.property(facts, profile, (drawn, definition) => {
        const later: DeliveryRows = {
          deployments: drawn.deployments.map(moved),
          changes: drawn.changes.map(moved),
          incidents: drawn.incidents.map(moved),
          corrections: drawn.corrections.map(correction =>
            correction.kind === 'excluded_period'
              ? {
                  ...correction,
                  from: addDays(correction.from, 7),
                  to: addDays(correction.to, 7),
                }
              : correction,
          ),
        };
        expect(
          countDeliveryDays(computeDelivery(later, definition, 'UTC')),
        ).toEqual(
          countDeliveryDays(computeDelivery(drawn, definition, 'UTC')).map(
            count => ({
              ...count,
              day: addDays(count.day, 7),
              week: addDays(count.week, 7),
            }),
          ),
        );
      }),
    );
  });

  it('is as before when a decision is taken back', () => {
    fc.assert(
      fc.property(facts, decision, (drawn, extra) => {
        const before = structuredClone(
          computeDelivery(drawn, dora2026Profile, 'UTC'),
        );
        const decided = [...drawn.corrections, extra];
        computeDelivery(
          { ...drawn, corrections: decided },
          dora2026Profile,
          'UTC',
        );
        const taken = decided.filter(({ id }) => id !== extra.id);
        expect(
          computeDelivery(
            { ...drawn, corrections: taken },
            dora2026Profile,
            'UTC',
          ),
        ).toEqual(before);
      }),
    );
  });

  it('adds up over components: the days of all rows are the days of each', () => {
    // One set of rows holds two components where nothing of one can be taken for the other's: no window of time, and names
    // of their own.
    const apart = profileWith({
      failures: { links: ['person', 'explicit', 'rollback', 'revert'] },
    });
    const withoutPeriods = (rows: DeliveryRows): DeliveryRows => ({
      ...rows,
      corrections: rows.corrections.filter(
        ({ kind }) => kind !== 'excluded_period',
      ),
    });
    fc.assert(
      fc.property(facts, facts, (one, drawn) => {
        const first = withoutPeriods(one);
        const second = withoutPeriods(renamed(drawn));
        const days = (rows: DeliveryRows) =>
          countDeliveryDays(computeDelivery(rows, apart, 'UTC'));
        expect(
          days({
            deployments: [...first.deployments, ...second.deployments],
            changes: [...first.changes, ...second.changes],
            incidents: [...first.incidents, ...second.incidents],
            corrections: [...first.corrections, ...second.corrections],
          }),
        ).toEqual(merge([days(first), days(second)]));
      }),
    );
  });
});

/** The same rows under names that no other component has. */
function renamed(rows: DeliveryRows): DeliveryRows {
  const other = <T extends string | null>(text: T) =>
    (text === null ? null : `other ${text}`) as T;
  const key = (record: { source: string; subject: string }) => ({
    source: record.source,
    subject: other(record.subject),
  });
  return {
    deployments: rows.deployments.map(row => ({
      ...row,
      ...key(row),
      environment: other(row.environment),
      version: other(row.version),
      carries: row.carries.map(other),
    })),
    changes: rows.changes.map(row => ({
      ...row,
      ...key(row),
      commitSha: other(row.commitSha),
      revertsCommitSha: other(row.revertsCommitSha),
    })),
    incidents: rows.incidents.map(row => ({
      ...row,
      ...key(row),
      recurrenceOf: other(row.recurrenceOf),
      deployment: other(row.deployment),
    })),
    corrections: rows.corrections.map(correction => {
      if (correction.kind === 'failure_link') {
        return {
          ...correction,
          incident: key(correction.incident),
          deployment: correction.deployment && key(correction.deployment),
        };
      }
      return correction.kind === 'excluded_period'
        ? correction
        : { ...correction, deployment: key(correction.deployment) };
    }),
  };
}
