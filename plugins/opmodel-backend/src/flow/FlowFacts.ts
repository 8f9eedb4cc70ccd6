import {
  type FactSchema,
  type FactValue,
  type FlowDefinition,
  type FlowMember,
  type OrganisationCalendar,
  resolveWindow,
  splitInForce,
  type WorkCategory,
  workCategories,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  FactContext,
  FactEntity,
  FactProvider,
  ToldFacts,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { ComponentSelection } from '../catalog/ComponentSelection';
import { organisationScope } from '../catalog/scopesOf';
import { seesAll } from '../catalog/Visibility';
import type { FlowSettings } from './flowConfig';
import { readFlowMembers } from './flowMembers';
import { toAllocation } from './flowNumbers';
import type { CountedMetric, FlowCounts, FlowStore } from './FlowStore';
import { momentOf } from './momentOf';

const schema = {
  completed: {
    type: 'integer',
    description: 'Work items completed in the last 90 days',
  },
  cycleTimeMedian: {
    type: 'number',
    unit: 's',
    description: 'Median cycle time of the last 90 days, within 1 %',
  },
  cycleTimeSamples: {
    type: 'integer',
    description: 'Work items behind the median cycle time',
  },
  wip: { type: 'integer', description: 'Work items in progress' },
  blocked: { type: 'integer', description: 'Work items that are blocked' },
  oldestItemStartedAt: {
    type: 'datetime',
    description: 'When the oldest work item in progress began',
  },
  featureShare: share('features'),
  reliabilityShare: share('reliability'),
  debtShare: share('technical debt'),
  securityShare: share('security'),
  platformShare: share('the platform'),
} as const satisfies FactSchema;

const shareOf: Partial<Record<WorkCategory, keyof typeof schema>> = {
  feature: 'featureShare',
  reliability: 'reliabilityShare',
  debt: 'debtShare',
  security: 'securityShare',
  platform: 'platformShare',
};

/** What the shares are made of, whichever unit is chosen. */
const allocationMetrics: readonly CountedMetric[] = [
  'completed',
  'completed_with_states',
  'completed_with_effort',
  ...workCategories.flatMap((category): CountedMetric[] => [
    `completed:${category}`,
    `active:${category}`,
    `effort:${category}`,
  ]),
];

const nothing: FlowCounts = new Map();

interface FlowFactsOptions {
  store: Pick<FlowStore, 'listMembers' | 'countMemberWeeks' | 'sumMembers'>;
  definition: FlowDefinition;
  /** Names the definition, its version and the zone; the rows that are read carry it. */
  calculation: string;
  settings: Pick<FlowSettings, 'allocation'>;
  calendar: OrganisationCalendar;
}

/**
 * Tells how work flows through components, as the list of the fleet shows it. Where no work item was ever reported, nothing is told; where
 * too much work has no category, no shares are.
 *
 * Of the oldest item its start is told and not its age, which would be another one each time.
 */
export class FlowFacts implements FactProvider {
  readonly id = 'flow';
  readonly title = 'Flow of work';
  readonly schema = schema;
  readonly kinds = ['component'];
  readonly cadence = { hours: 1 };
  readonly freshness = { hours: 25 };
  readonly #options: FlowFactsOptions;

  constructor(options: FlowFactsOptions) {
    this.#options = options;
  }

  async provide(
    entities: readonly FactEntity[],
    { now }: FactContext,
  ): Promise<ToldFacts[]> {
    const { store, definition, calculation, calendar } = this.#options;
    const window = resolveWindow({}, calendar, now);
    const selection: ComponentSelection = {
      scopeRef: organisationScope,
      ownership: 'now',
      filter: { entityRefs: entities.map(({ entityRef }) => entityRef) },
      visibility: seesAll,
    };
    const [{ items, rows }, sums] = await Promise.all([
      readFlowMembers(
        store,
        {
          calculation,
          selection,
          window,
          moment: momentOf(window, calendar.zone, now),
        },
        { order: 'name', descending: false, limit: entities.length },
        definition,
      ),
      store.sumMembers(calculation, selection, window, allocationMetrics),
    ]);
    return items.map((member, at) => ({
      entityRef: member.entityRef,
      facts: {
        ...toFacts(member, rows[at].oldest),
        ...this.#toShares(sums.get(member.entityRef) ?? nothing, window),
      },
    }));
  }

  #toShares(
    counts: FlowCounts,
    window: { from: string; to: string },
  ): Record<string, FactValue> {
    const { definition, settings } = this.#options;
    const { state, categories } = toAllocation(
      counts,
      settings.allocation,
      // What was agreed says nothing of what was done.
      splitInForce([], window, definition.defaultSplit),
      definition,
    );
    return state === 'ok' || state === 'thin'
      ? Object.fromEntries(
          categories.flatMap(({ category, share: value }) => {
            const name = shareOf[category];
            return name && value !== null ? [[name, value]] : [];
          }),
        )
      : {};
  }
}

function toFacts(
  member: FlowMember,
  oldestStartedAt: number | null,
): Record<string, FactValue> {
  if (member.throughput === null) {
    return {};
  }
  return {
    completed: member.throughput,
    cycleTimeSamples: member.cycleTimeN,
    ...(member.cycleTimeMedian === null
      ? {}
      : { cycleTimeMedian: member.cycleTimeMedian }),
    wip: member.wip,
    blocked: member.blocked,
    oldestItemStartedAt: oldestStartedAt,
  };
}

function share(of: string) {
  return {
    type: 'number',
    unit: 'ratio',
    description: `Share of the capacity of the last 90 days that went into ${of}`,
  } as const;
}
