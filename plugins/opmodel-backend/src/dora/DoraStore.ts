import type {
  BinCounts,
  ComponentDeployments,
  DayMetric,
  WeekStart,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../catalog/Visibility';
import type {
  FailureState,
  LeadTimeMedian,
  MemberCounts,
  MemberPageRequest,
  MemberRow,
} from './doraMembers';
import type {
  DeploymentPageRequest,
  DeploymentRecord,
  IncidentPageRequest,
  IncidentRecord,
} from './doraRecords';

/** Which components a report covers. Values of one list are alternatives, everything else is combined by AND. */
export interface ComponentFilter {
  /** These alone. */
  entityRefs?: readonly string[];
  /** Components owned by these. */
  ownerRefs?: string[];
  /** Together with `ownerRefs`: also what the groups below them own. */
  descendants?: boolean;
  systemRef?: string;
  domainRef?: string;
  type?: string;
  tier?: string;
  lifecycle?: string;
  /** Part of the name or title, in any case. */
  text?: string;
}

/** What a report is computed over. */
export interface DoraSelection {
  /** The component, system, domain or group, or `org`. */
  scopeRef: string;
  /** `now`: today's components with all their history; `then`: each day what belonged to the scope on that day. */
  ownership: 'now' | 'then';
  filter?: ComponentFilter;
  visibility: Visibility;
}

/** A span of ISO days, both included. */
export interface DaySpan {
  from: string;
  to: string;
}

/** A span and the one before it, with which it is compared. */
export interface WindowSpans extends DaySpan {
  previous: DaySpan;
}

/** A span of which only the recoveries are looked at that ended before an instant, epoch milliseconds. */
export interface RecoverySpan extends DaySpan {
  endedBefore?: number;
}

/** A recovery that counts on a day and ended some time after it. */
export interface LateRecovery {
  entityRef: string;
  /** The day on which it counts. */
  day: string;
  seconds: number;
}

/** Counts of a span, merged over the selection. */
export type CountsByMetric = ReadonlyMap<DayMetric, BinCounts>;

/** Components of a selection that report and did the same in a span. */
export interface ReportingComponents extends ComponentDeployments {
  components: number;
  /** Where days differ by ownership, each component stands alone. */
  entityRef?: string;
}

/** What a selection holds in a span. */
export interface SelectionState {
  /** Components that the caller may see. */
  components: number;
  /** First day on which any of them is known to have deployed; null where none has. */
  firstDeploymentDay: string | null;
  /** First day on which any of them is known to have had an incident; null where none has. */
  firstIncidentDay: string | null;
  /** When the newest fact was recorded, epoch milliseconds. */
  latestRecordedAt: number | null;
  /** Those that have reported a deployment, in the span or before it; zero deployments included. */
  reporting: ReportingComponents[];
}

/** Counts of a span, over all of it and by week. */
export interface SpanCounts {
  counts: CountsByMetric;
  /** Of what is shown over time, by the first day of the week. */
  weeks: ReadonlyMap<string, CountsByMetric>;
}

/** Counts of a window and of the one before it. */
export interface WindowCounts {
  current: SpanCounts;
  /** Only of what is shown over time. */
  previous: SpanCounts;
  /** They come from the sums of a large scope, whose samples are too many to be looked through. */
  isLarge: boolean;
}

/** Durations of which exact quantiles are shown. */
export type DurationKind = 'lead_time' | 'recovery' | 'restore';

/** A duration with the day on which it counts. */
export interface DatedDuration {
  seconds: number;
  day: string;
  /** Only where it is asked for: of which component it is. */
  entityRef?: string;
  /** Only where it is asked for: the environment, null where none is kept of it. */
  environment?: string | null;
}

/** From where the days without a deployment count: the first deployment of each component, or the start of the span. */
export type EmptyDaysFrom = 'first_deployment' | 'window';

/** Spans that a series is made of. */
export type SeriesInterval = 'day' | 'week' | 'month';

/** Reads what DORA reports show. Every read is limited to what the selection's visibility lets through. */
export interface DoraStore {
  /**
   * Stands for all that the numbers of a scope are made of: as long as it is the same, so is every answer to the same question
   * about the whole scope. It reveals nothing but that something changed, and is not shown to anybody.
   *
   * @throws Error for a selection that does not see the whole scope
   */
  readRevision(calculation: string, selection: DoraSelection): Promise<string>;

  describe(
    calculation: string,
    selection: DoraSelection,
    window: WindowSpans,
    options: { emptyDaysFrom: EmptyDaysFrom },
  ): Promise<{ current: SelectionState; previous: SelectionState }>;

  /** @param options - `weekStart`: that of the calculation, whose rows are kept by such weeks */
  sumWindow(
    calculation: string,
    selection: DoraSelection,
    window: WindowSpans,
    options: { weekStart: WeekStart },
  ): Promise<WindowCounts>;

  /**
   * Counts of a span by day, week or month; weeks are those of the calculation.
   *
   * @param options - `metrics`: of these alone
   * @returns by the day, the first day of the week or the month such as `2026-03`; only those with a count
   */
  sumSeries(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    options: { interval: SeriesInterval; metrics: readonly DayMetric[] },
  ): Promise<ReadonlyMap<string, CountsByMetric>>;

  /**
   * Durations of the span within a range, ascending.
   *
   * @param span - with `endedBefore` only for recoveries
   * @param range - seconds, `from` inclusive, `to` exclusive
   */
  listDurations(
    calculation: string,
    kind: DurationKind,
    selection: DoraSelection,
    span: RecoverySpan,
    range: { from: number; to: number; offset: number; limit: number },
  ): Promise<number[]>;

  /**
   * All durations of a window and of the one before it with their days, each ascending, in one read.
   *
   * @param window - with `endedBefore` only for recoveries
   * @param options - `limit` of both together: with more than that, what is given is not complete; `byEnvironment`: with the
   *   component and the environment of each
   */
  listWindowDurations(
    calculation: string,
    kind: DurationKind,
    selection: DoraSelection,
    window: RecoverySpan & { previous: RecoverySpan },
    options: { limit: number; byEnvironment?: boolean },
  ): Promise<{ current: DatedDuration[]; previous: DatedDuration[] }>;

  /**
   * Recoveries that count in the span, give a sample and ended at or after an instant, in no order.
   *
   * @param options - `endedFrom` in epoch milliseconds; `entityRefs`: only of these components
   */
  listLateRecoveries(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    options: { endedFrom: number; entityRefs?: string[] },
  ): Promise<LateRecovery[]>;

  /** Whether any of the entities belongs to the selection. */
  includesAny(
    selection: DoraSelection,
    span: DaySpan,
    entityRefs: string[],
  ): Promise<boolean>;

  /**
   * Revision of everything that is calculated, by component. Like the medians it is for the engine itself: it is not limited to
   * what anybody may see.
   */
  listRevisions(calculation: string): Promise<ReadonlyMap<string, string>>;

  /**
   * Medians of the components that have samples in the span, whatever scope they belong to.
   *
   * @param entityRefs - only of these; absent: of all
   */
  readMedians(
    calculation: string,
    span: DaySpan,
    entityRefs?: string[],
  ): Promise<ReadonlyMap<string, LeadTimeMedian>>;

  listMembers(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    page: MemberPageRequest,
  ): Promise<{ items: MemberRow[]; total: number }>;

  /**
   * Counts of single components, taken from a list that was read with the same selection.
   */
  countMembers(
    calculation: string,
    selection: DoraSelection,
    window: DaySpan & { previous?: DaySpan },
    entityRefs: string[],
  ): Promise<ReadonlyMap<string, MemberCounts>>;

  /** Newest first. */
  listDeployments(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    page: DeploymentPageRequest,
  ): Promise<{ items: DeploymentRecord[]; total: number }>;

  /** Newest first. */
  listIncidents(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    page: IncidentPageRequest,
  ): Promise<{ items: IncidentRecord[]; total: number }>;

  /**
   * What waits for somebody, by component; only of those with something.
   *
   * @param options - `openBefore`: deployments from then on have had too little time to be recovered; epoch milliseconds
   */
  listFailureStates(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    options: { openBefore: number },
  ): Promise<ReadonlyMap<string, FailureState>>;
}
