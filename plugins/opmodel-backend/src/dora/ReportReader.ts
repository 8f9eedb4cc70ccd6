import {
  type DayWindow,
  type DoraReport,
  octaves,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  type DoraMetrics,
  type DoraNumbers,
  DoraNumbersReader,
} from './DoraNumbersReader';
import type { DoraSelection, DoraStore, SelectionState } from './DoraStore';
import type { EnabledDefinition } from './EnabledDefinitions';
import type { LeadTimeRanking } from './LeadTimeRanking';
import type { LeadTimeRankings } from './LeadTimeRankings';
import { type MemberNumbers, readMembers } from './members';
import { evidenceOf, type MetricEvidence } from './metricContexts';
import { toStages } from './stages';
import { toTrendPoints } from './trendPoints';

/** What a report says of a selection in a window, whoever it is called and whenever it is read. */
export interface ReportBody
  extends Pick<
    DoraReport,
    'stages' | 'trend' | 'previousTrend' | 'distribution' | 'membersTotal'
  > {
  metrics: DoraMetrics;
  members: MemberNumbers[];
  components: number;
  activeComponents: number;
  /** Of the newest fact, epoch milliseconds. */
  latestRecordedAt: number | null;
  /** What tells how good the numbers are, and how a tool prints them. */
  evidence: MetricEvidence;
}

/** Members that a report lists. */
const MEMBERS_IN_REPORT = 50;

/** The members of a smaller scope are ordered by their own samples sooner than by those of all components. */
const COMPONENTS_OF_RANKED_SCOPE = 2_000;

/** Reads what takes long of a report. */
export class ReportReader {
  readonly #store: DoraStore;
  readonly #numbers: DoraNumbersReader;
  readonly #rankings: LeadTimeRankings;
  readonly #definition: EnabledDefinition;

  constructor(options: {
    store: DoraStore;
    definition: EnabledDefinition;
    rankings: LeadTimeRankings;
  }) {
    this.#store = options.store;
    this.#numbers = new DoraNumbersReader(options);
    this.#rankings = options.rankings;
    this.#definition = options.definition;
  }

  async read(
    selection: DoraSelection,
    window: DayWindow,
    rollUp: boolean,
  ): Promise<ReportBody> {
    const numbers = await this.#numbers.read(selection, window, rollUp);
    const members = rollUp
      ? await readMembers(
          this.#store,
          this.#definition,
          selection,
          window,
          {
            order: 'leadTime',
            descending: true,
            limit: MEMBERS_IN_REPORT,
            ranking: await this.#rank(selection, window, numbers),
          },
          numbers.knownDaysOf,
        )
      : { items: [], total: 0 };
    const { state, previousState, metrics } = numbers;
    const { current, previous } = numbers.window;
    const { profile } = this.#definition;
    return {
      components: state.components,
      activeComponents: numbers.active,
      latestRecordedAt: state.latestRecordedAt,
      metrics,
      evidence: evidenceOf(numbers),
      stages: toStages(current.counts),
      trend: toTrendPoints(current.weeks, window, knownOf(state), profile),
      previousTrend: toTrendPoints(
        previous.weeks,
        window.previous,
        knownOf(previousState),
        profile,
      ),
      distribution: octaves(current.counts.get('lead_time') ?? new Map()),
      members: members.items,
      membersTotal: members.total,
    };
  }

  async #rank(
    { ownership }: DoraSelection,
    window: DayWindow,
    { state }: DoraNumbers,
  ): Promise<LeadTimeRanking | undefined> {
    return ownership === 'now' && state.components >= COMPONENTS_OF_RANKED_SCOPE
      ? this.#rankings.rank(window)
      : undefined;
  }
}

/** Since when a selection is known; where every day of the span counts for nothing, of deployments it is not. */
function knownOf(state: SelectionState) {
  return state.reporting.length > 0
    ? state
    : { ...state, firstDeploymentDay: null };
}
