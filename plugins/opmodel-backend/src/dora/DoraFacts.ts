import {
  type FactSchema,
  type FactValue,
  type OrganisationCalendar,
  resolveWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  FactContext,
  FactEntity,
  FactProvider,
  ToldFacts,
} from '@opmodel/backstage-plugin-opmodel-node';
import { organisationScope } from '../catalog/scopesOf';
import { seesAll } from '../catalog/Visibility';
import type { DoraSelection, DoraStore, DurationKind } from './DoraStore';
import type { EnabledDefinition } from './EnabledDefinitions';
import { readMemberMedians, type SampledMember } from './memberMedians';
import { type MemberNumbers, readMembers } from './members';

const schema = {
  deployments: {
    type: 'integer',
    description: 'Production deployments in the last 90 days',
  },
  deploymentFrequency: {
    type: 'number',
    unit: '1/week',
    description: 'Production deployments a week over the last 90 days',
  },
  lastDeploymentAt: {
    type: 'datetime',
    description: 'The latest production deployment, however long ago',
  },
  changeLeadTime: {
    type: 'number',
    unit: 's',
    description: 'Median change lead time of the last 90 days',
  },
  changeLeadTimeSamples: {
    type: 'integer',
    description: 'Changes behind the median change lead time',
  },
  changeFailRate: {
    type: 'number',
    unit: 'ratio',
    description: 'Share of the deployments of the last 90 days that failed',
  },
  failedDeployments: {
    type: 'integer',
    description: 'Failures that the change fail rate counts',
  },
  failedDeploymentRecoveryTime: {
    type: 'number',
    unit: 's',
    description: 'Median recovery time of failed deployments of 90 days',
  },
  recoveries: {
    type: 'integer',
    description: 'Recoveries behind the median recovery time',
  },
  deploymentReworkRate: {
    type: 'number',
    unit: 'ratio',
    description:
      'Share of the deployments of the last 90 days that were made because of a problem',
  },
  incidents: {
    type: 'integer',
    description: 'Incidents of the last 90 days',
  },
} as const satisfies FactSchema;

/**
 * Tells the DORA metrics of components as their tab shows them: by the default definition, over the default window. What the tab calls
 * "no data" is not told. Thin data is told beside the number of its samples, so that a check can ask for enough of them.
 */
export class DoraFacts implements FactProvider {
  readonly id = 'dora';
  readonly title = 'DORA metrics';
  readonly schema = schema;
  readonly kinds = ['component'];
  readonly cadence = { hours: 1 };
  readonly freshness = { hours: 25 };
  readonly #store: DoraStore;
  readonly #definition: EnabledDefinition;
  readonly #calendar: OrganisationCalendar;

  constructor(options: {
    store: DoraStore;
    definition: EnabledDefinition;
    calendar: OrganisationCalendar;
  }) {
    this.#store = options.store;
    this.#definition = options.definition;
    this.#calendar = options.calendar;
  }

  async provide(
    entities: readonly FactEntity[],
    { now }: FactContext,
  ): Promise<ToldFacts[]> {
    const window = resolveWindow({}, this.#calendar, now);
    const selection: DoraSelection = {
      scopeRef: organisationScope,
      ownership: 'now',
      filter: { entityRefs: entities.map(({ entityRef }) => entityRef) },
      visibility: seesAll,
    };
    const { items, rows } = await readMembers(
      this.#store,
      this.#definition,
      selection,
      window,
      { order: 'name', descending: false, limit: entities.length },
    );
    const { calculation, profile: rule } = this.#definition;
    const medianOf = (kind: DurationKind, members: SampledMember[]) =>
      readMemberMedians(
        this.#store,
        { calculation, kind, selection, rule },
        window,
        members,
      );
    const [leadTimes, recoveries] = await Promise.all([
      medianOf(
        'lead_time',
        items.map(({ entityRef, leadTimeN, leadTimeMedian }) => ({
          entityRef,
          n: leadTimeN,
          counted: leadTimeMedian,
        })),
      ),
      medianOf(
        'recovery',
        items.map(({ entityRef, recoveryN, recoveryMedian }) => ({
          entityRef,
          n: recoveryN,
          counted: recoveryMedian,
        })),
      ),
    ]);
    return items.map((member, at) => ({
      entityRef: member.entityRef,
      facts: leaveOutUnknown(
        toFacts(member, {
          lastDeploymentAt: rows[at].lastDeploymentAt,
          leadTime: leadTimes.get(member.entityRef) ?? null,
          recovery: recoveries.get(member.entityRef) ?? null,
        }),
      ),
    }));
  }
}

function toFacts(
  member: MemberNumbers,
  known: {
    lastDeploymentAt: number | null;
    leadTime: number | null;
    recovery: number | null;
  },
): Record<keyof typeof schema, FactValue> {
  const isReporting = member.deployments !== null;
  return {
    deployments: member.deployments,
    deploymentFrequency: member.deploymentsPerWeek,
    lastDeploymentAt: known.lastDeploymentAt,
    changeLeadTime: known.leadTime,
    changeLeadTimeSamples: isReporting ? member.leadTimeN : null,
    changeFailRate: member.changeFailRate,
    failedDeployments: member.failedDeployments,
    failedDeploymentRecoveryTime: known.recovery,
    recoveries: isReporting ? member.recoveryN : null,
    deploymentReworkRate: member.reworkRate,
    incidents: member.incidents,
  };
}

function leaveOutUnknown(
  facts: Readonly<Record<string, FactValue>>,
): Record<string, FactValue> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== null),
  );
}
