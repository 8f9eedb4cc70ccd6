import {
  computeDelivery,
  dayOf,
  type Delivery,
  type DoraProfile,
  doraProfiles,
  middleOfWindow,
  quantile,
  resolveWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import { mockServices } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { FakeRecalculationStore } from '../intake/FakeRecalculationStore';
import type { DeliveryFacts } from './DeliveryStore';
import { DoraCalculator } from './DoraCalculator';
import { DoraNumbersReader } from './DoraNumbersReader';
import { EndedRecoveries } from './EndedRecoveries';
import { FakeDoraStore } from './FakeDoraStore';
import { failuresMetricOf } from './ratioMetrics';
import { definitionsOf } from './testing/definitions';
import {
  changeFact,
  deploymentFact,
  incidentFact,
  noFacts,
} from './testing/facts';

jest.setTimeout(120_000);

const hour = 3_600_000;
const now = Date.parse('2026-06-30T12:00:00Z');
const window = resolveWindow(
  { window: 'P30D' },
  { zone: 'UTC', fiscalYearStartMonth: 1 },
  now,
);
const profiles = Object.values(doraProfiles);
const definitions = definitionsOf(...profiles);

/** One component: deployments with the age of their change, some of them repairs, and incidents that follow some of them. */
const component = fc.array(
  fc.record({
    hoursAgo: fc.nat(45 * 24),
    changeHours: fc.nat(300),
    planned: fc.constantFrom(true, false, null),
    incident: fc.option(
      fc.record({
        lagHours: fc.nat(40),
        named: fc.boolean(),
        endsAfter: fc.option(fc.nat(50)),
        severity: fc.constantFrom('sev1', 'sev2', 'sev4', null),
        repeats: fc.boolean(),
      }),
    ),
  }),
  { maxLength: 8 },
);

type MadeDeployment = typeof component extends fc.Arbitrary<
  infer Made extends any[]
>
  ? Made[number]
  : never;

function factsOf(made: MadeDeployment[]): DeliveryFacts {
  const finished = made.map(({ hoursAgo }) => now - hoursAgo * hour);
  return {
    ...noFacts,
    latestRecordedAt: now,
    deployments: made.map(({ planned }, index) =>
      deploymentFact(`d${index}`, finished[index], {
        planned,
        version: `v${index}`,
        carries: [`c${index}`],
      }),
    ),
    changes: made.map(({ changeHours }, index) =>
      changeFact(`c${index}`, finished[index] - changeHours * hour, {
        openedAt: finished[index] - (changeHours * hour) / 2,
        mergedAt: finished[index] - hour,
      }),
    ),
    incidents: made.flatMap(({ incident }, index) => {
      if (!incident) {
        return [];
      }
      const startedAt = finished[index] + incident.lagHours * hour;
      return [
        incidentFact(`i${index}`, startedAt, {
          severity: incident.severity,
          deployment: incident.named ? `d${index}` : null,
          resolvedAt:
            incident.endsAfter === null
              ? null
              : startedAt + incident.endsAfter * hour,
          recurrenceOf: incident.repeats && index > 0 ? 'i0' : null,
        }),
      ];
    }),
  };
}

/** The numbers as they follow from the rows themselves, whoever they belong to. */
function numbersOfRows(deliveries: Delivery[], profile: DoraProfile) {
  const isInside = ({ day }: { day: string }) =>
    day >= window.from && day <= window.to;
  const counted = deliveries
    .flatMap(({ deployments }) => deployments)
    .filter(row => row.exclusion === null && isInside(row));
  const incidents = deliveries.flatMap(delivery => delivery.incidents);
  const standing = incidents.filter(
    row =>
      isInside(row) &&
      row.unlinked !== 'withdrawn' &&
      row.unlinked !== 'excluded_period',
  );
  const failures = {
    failed_deployments: counted.filter(({ failed }) => failed).length,
    incidents: standing.length,
    failure_incidents: incidents.filter(
      ({ failureDay }) => failureDay !== null && isInside({ day: failureDay }),
    ).length,
  }[failuresMetricOf(profile) as 'incidents'];
  const durations = (
    rowsOf: (delivery: Delivery) => {
      day: string;
      environment?: string | null;
      seconds: number | null;
    }[],
  ) => {
    const samples = deliveries.flatMap((delivery, index) =>
      rowsOf(delivery).flatMap(({ day, environment, seconds: value }) =>
        value !== null && isInside({ day })
          ? [{ day, environment, entityRef: String(index), value }]
          : [],
      ),
    );
    const values = samples.map(({ value }) => value);
    return {
      n: values.length,
      median: middleOfWindow(samples, profile),
      p75: quantile(values, 0.75),
      p90: quantile(values, 0.9),
      approximate: false,
    };
  };
  const ratio = (numerator: number, denominator: number) =>
    denominator === 0
      ? { value: null, numerator: null, denominator: null }
      : { value: numerator / denominator, numerator, denominator };
  return {
    changeLeadTime: durations(({ samples }) => samples),
    failedDeploymentRecoveryTime: durations(({ recoveries }) =>
      recoveries.filter(
        ({ recoveredAt }) =>
          profile.failures.recoveryWindow === 'day' ||
          (recoveredAt !== null && dayOf(recoveredAt, 'UTC') <= window.to),
      ),
    ),
    timeToRestore: durations(delivery =>
      delivery.incidents.map(({ day, restoreSeconds }) => ({
        day,
        seconds: restoreSeconds,
      })),
    ),
    changeFailRate: ratio(failures, counted.length),
    deploymentReworkRate: profile.failures.rework
      ? ratio(counted.filter(({ rework }) => rework).length, counted.length)
      : ratio(0, 0),
    incidentRecurrence: ratio(
      standing.filter(({ recurrence }) => recurrence).length,
      standing.length,
    ),
  };
}

describe('the numbers of a scope', () => {
  it.each(
    definitions.list.map(definition => [definition.profile.id, definition]),
  )(
    'are those of the union of the rows of its members under %s',
    async (_id, definition) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(component, { maxLength: 4 }),
          async components => {
            const store = new FakeDoraStore();
            const calculator = new DoraCalculator({
              store,
              recalculations: new FakeRecalculationStore(['dora']),
              definitions,
              zone: 'UTC',
              clock: () => now,
              logger: mockServices.logger.mock(),
            });
            const facts = components.map(factsOf);
            for (const [index, own] of facts.entries()) {
              const ref = `component:default/c${index}`;
              store.addComponent(
                {
                  ref,
                  name: `c${index}`,
                  scopes: [{ ref: 'org', fromDay: '0000-01-01' }],
                },
                own,
              );
              await calculator.calculate(ref);
            }
            const { metrics } = await new DoraNumbersReader({
              store: new EndedRecoveries({ store, definitions, zone: 'UTC' }),
              definition,
            }).read(
              {
                scopeRef: 'org',
                ownership: 'now',
                visibility: { type: 'all' },
              },
              window,
              true,
            );
            const { profile } = definition;
            const expected = numbersOfRows(
              facts.map(own => computeDelivery(own, profile, 'UTC')),
              profile,
            );
            expect(metrics).toMatchObject(expected);
            const rates = [
              metrics.deploymentReworkRate,
              metrics.incidentRecurrence,
              // Incidents over deployments may pass 1.
              ...(profile.failures.numerator === 'failed_deployments'
                ? [metrics.changeFailRate]
                : []),
            ].flatMap(({ value }) => value ?? []);
            expect(rates.filter(value => value < 0 || value > 1)).toEqual([]);
          },
        ),
        { numRuns: 40 },
      );
    },
  );
});
