import type {
  BinCounts,
  BuildDayMetric,
  FlowDayMetric,
  FlowDelta,
  WorkCategory,
  WorkingCalendar,
  WorkItemAges,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';

/** A span and the one before it, with which it is compared. */
export interface WindowSpans extends DaySpan {
  previous: DaySpan;
}

/** What the day rows of the subject count. */
export type CountedMetric = FlowDayMetric | BuildDayMetric;

/** Counts of a span, merged over the selection. */
export type FlowCounts = ReadonlyMap<CountedMetric, BinCounts>;

/** What a selection holds in a span. */
export interface FlowSelectionState {
  /** Components that the caller may see. */
  components: number;
  /** Of them, those that have ever reported a work item or a run of a pipeline. */
  reporting: number;
  /** Of them, those of which an item was completed in the span. */
  active: number;
  /** Day of the first work item of any of them; null where there is none. */
  firstItemDay: string | null;
  /** Day of the first run of a pipeline of any of them; null where there is none. */
  firstBuildDay: string | null;
  /** When the newest fact was recorded, epoch milliseconds. */
  latestRecordedAt: number | null;
}

/** Counts of a window and of the one before it. */
export interface FlowWindowCounts {
  current: FlowCounts;
  /** Of what is compared alone. */
  previous: FlowCounts;
  /** Of the window, by Monday of the ISO week: arrivals, starts, completions, cycle times and builds. */
  weeks: ReadonlyMap<string, FlowCounts>;
  /** Of the window, by day: arrivals, starts and ends. */
  days: ReadonlyMap<string, FlowCounts>;
}

/** Durations of completed items. Seconds, in no order. */
export interface DurationRows {
  cycle: number[];
  flow: number[];
  /** Of those that were blocked. */
  blocked: number[];
}

/** At which moment items are looked at. */
export interface ItemMoment {
  day: string;
  /** Epoch milliseconds: the end of the day, or now where it is today. */
  at: number;
  /** What ages count; absent: all time. */
  workingTime?: WorkingCalendar;
}

/** What was committed to one period, and what came of it. */
export interface PeriodCounts {
  period: string;
  /** The last day on which something was committed to it. */
  lastDay: string;
  committed: number;
  added: number;
  removed: number;
  done: number;
  addedDone: number;
  carriedOver: number;
}

/** One component with its numbers. */
export interface FlowMemberRow {
  entityRef: string;
  name: string;
  title: string | null;
  /** Title or name in lower case, by which rows are ordered. */
  sortName: string;
  kind: string;
  type: string | null;
  tier: string | null;
  lifecycle: string | null;
  ownerRef: string | null;
  systemRef: string | null;
  /** Null where the component has never reported a work item. */
  firstItemDay: string | null;
  /** Items completed in the span; null as above. */
  throughput: number | null;
  /** Items in progress at its end; null as above. */
  wip: number | null;
  /** Of them, those that are blocked. */
  blocked: number | null;
  /** When the oldest of them began, epoch milliseconds. */
  oldest: number | null;
  /** Completed items with a cycle time. */
  cycleTimeN: number;
  /** Bin of the lower median of their cycle times; null without any. */
  cycleTimeBin: number | null;
}

/** Fields by which members are ordered. Rows without a value come last in both directions. */
export type FlowMemberOrder =
  | 'name'
  | 'cycleTime'
  | 'wip'
  | 'throughput'
  | 'oldest';

/** Position of a row in an ordered list. */
export interface FlowMemberPosition {
  value: string | number | null;
  entityRef: string;
}

/** One page of members. */
export interface FlowMemberPage {
  order: FlowMemberOrder;
  /** Of `oldest`: the oldest work first. */
  descending: boolean;
  limit: number;
  /** Where the page before ended. */
  after?: FlowMemberPosition;
}

/** Which items are listed. */
export type ItemState =
  | 'arrived'
  | 'in_progress'
  | 'completed'
  | 'cancelled'
  | 'reopened'
  | 'blocked';

/** One page of items. */
export interface ItemPageRequest {
  state?: ItemState;
  category?: WorkCategory;
  /** Only items that were ever committed to it. */
  period?: string;
  limit: number;
  after?: ItemPosition;
}

/** Position in the list of items. */
export interface ItemPosition {
  at: number;
  entityRef: string;
  source: string;
  subject: string;
}

/** A work item with what it contributes. Instants are epoch milliseconds, durations seconds. */
export interface ItemRecord {
  entityRef: string;
  entityName: string;
  entityTitle: string | null;
  source: string;
  subject: string;
  title: string | null;
  url: string | null;
  category: WorkCategory;
  severity: string | null;
  foundIn: string | null;
  state: string;
  createdAt: number | null;
  startedAt: number | null;
  completedAt: number | null;
  cancelledAt: number | null;
  committedPeriod: string | null;
  cycleSeconds: number | null;
  /** Without what lasts. */
  blockedSeconds: number | null;
  timesReopened: number;
  exclusion: string | null;
  recordedAt: number;
  /** Since when it stands in its state. */
  stateSince: number;
  /** By which the list is ordered. */
  at: number;
}

/** One pipeline of one component in a span. */
export interface PipelineRow {
  /** Null: the source names none. */
  pipeline: string | null;
  entityRef: string;
  entityName: string;
  entityTitle: string | null;
  /** Runs that count. */
  runs: number;
  successes: number;
  /** Seconds; null where no duration is known. */
  durationMedian: number | null;
  /** Epoch milliseconds. */
  lastRunAt: number | null;
  lastResult: string | null;
  url: string | null;
}

/** Reads what flow reports show. Every read is limited to what the selection's visibility lets through. */
export interface FlowStore {
  /**
   * Stands for all that the numbers are made of: as long as it is the same, so is every answer to the same question. It reveals
   * nothing but that something changed, and is not shown to anybody.
   */
  readRevision(calculation: string): Promise<string>;

  describe(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
  ): Promise<FlowSelectionState>;

  sumWindow(
    calculation: string,
    selection: ComponentSelection,
    window: WindowSpans,
  ): Promise<FlowWindowCounts>;

  /** Counts of one metric over a span. */
  sumMetric(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    metric: CountedMetric,
  ): Promise<BinCounts>;

  /** Items completed on each day of a span; days without any are missing. */
  countCompletedByDay(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
  ): Promise<ReadonlyMap<string, number>>;

  /**
   * How many items stand in each state at the end of the days of a span, as changes: what stood where before the span under any
   * day before it, and each change on its day. Several of one day and state add up.
   */
  readStates(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
  ): Promise<FlowDelta[]>;

  /**
   * Durations of the items completed in a span.
   *
   * @param limit - items at most; with more than that, what is given is not complete
   */
  listDurations(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    limit: number,
  ): Promise<DurationRows>;

  /**
   * Ages of what is in progress at a moment.
   *
   * @param expectationSeconds - the service level expectation; null: none
   */
  describeAges(
    calculation: string,
    selection: ComponentSelection,
    moment: ItemMoment,
    expectationSeconds: number | null,
  ): Promise<WorkItemAges>;

  /** By period, in no order. */
  sumPeriods(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
  ): Promise<PeriodCounts[]>;

  listMembers(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    moment: ItemMoment,
    page: FlowMemberPage,
  ): Promise<{ items: FlowMemberRow[]; total: number }>;

  /** Items completed by Monday of the ISO week, of components taken from a list that was read with the same selection. */
  countMemberWeeks(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    entityRefs: string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>>;

  /** Counts of metrics over a span by component, whatever their bins; what was not counted is missing. */
  sumMembers(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    metrics: readonly CountedMetric[],
  ): Promise<ReadonlyMap<string, FlowCounts>>;

  /** Newest first; those in progress oldest first. */
  listItems(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    moment: ItemMoment,
    page: ItemPageRequest,
  ): Promise<{ items: ItemRecord[]; total: number }>;

  /** Those with the most failed runs first. */
  listPipelines(
    calculation: string,
    selection: ComponentSelection,
    span: DaySpan,
    limit: number,
  ): Promise<PipelineRow[]>;

  /**
   * The scopes of today of which the components completed at least so many items in a span, with the day of their first item. It
   * is for the engine itself: it is not limited to what anybody may see.
   */
  listBusyScopes(
    calculation: string,
    span: DaySpan,
    minimum: number,
  ): Promise<{ scopeRef: string; firstItemDay: string }[]>;

  /** Whether any of the entities belongs to the selection. */
  includesAny(
    selection: ComponentSelection,
    span: DaySpan,
    entityRefs: string[],
  ): Promise<boolean>;
}
