import type {
  BinCounts,
  ComponentDeployments,
  DayMetric,
  FailureLinkKind,
  RecordKey,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../catalog/Visibility';
import type { LeadTimeRanking } from './LeadTimeRanking';

/** Which components a report covers. Values of one list are alternatives, everything else is combined by AND. */
export interface ComponentFilter {
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
  /** Of what is shown over time, by Monday of the ISO week. */
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

/** One component with its counts. */
export interface MemberRow {
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
  /** Null where the component has never reported a production deployment. */
  deployments: number | null;
  firstDeploymentDay: string | null;
  lastDeploymentAt: number | null;
  /** Null where the component is not known to have had an incident by the end of the span. */
  firstIncidentDay: string | null;
  /** Days of the span on which the component is known and that count for nothing. */
  excludedDays: number;
  leadTimeSamples: number;
  /** Bin of the lower median; null without samples. */
  leadTimeBin: number | null;
  /** Only where rows are ordered by it: failures in a million deployments, rounded down; null without deployments. */
  failuresPerMillion: number | null;
  /** Only where rows are ordered by it: bin of the lower median of recovery; null without samples. */
  recoveryBin: number | null;
}

/** Fields by which members are ordered. Rows without a value come last in both directions. */
export type MemberOrder =
  | 'name'
  | 'leadTime'
  | 'deployments'
  | 'lastDeployment'
  | 'changeFailRate'
  | 'recovery';

/** One page of members. */
export interface MemberPageRequest {
  order: MemberOrder;
  descending: boolean;
  limit: number;
  /** Where the page before ended. */
  after?: MemberPosition;
  /** What is a failure, for the order by `changeFailRate`. */
  failures?: DayMetric;
  /** Only components in this state of deployment frequency. */
  deployments?: { minimum?: number; maximum?: number; known: boolean };
  /**
   * The medians of all components in the span, as owned now, where somebody knows them: the answer is the same, and the samples
   * of those who are not listed are not read.
   */
  ranking?: LeadTimeRanking;
}

/** Where half of the change lead times of a component lie. */
export interface LeadTimeMedian {
  /** Of the lower median. */
  bin: number;
  samples: number;
}

/** Position of a row in an ordered list. */
export interface MemberPosition {
  value: string | number | null;
  entityRef: string;
}

/** Bins and weeks of single components. */
export interface MemberCounts {
  /** Change lead time of the window. */
  leadTime: BinCounts;
  /** Change lead time of the window before it, where one is given. */
  previousLeadTime: BinCounts;
  /** Recovery of failed deployments in the window. */
  recovery: BinCounts;
  /** Deployments by Monday of the ISO week. */
  weeks: ReadonlyMap<string, number>;
  /** Of the window: what happened so often; missing where it did not. */
  counts: ReadonlyMap<DayMetric, number>;
}

/** What waits for somebody on one component. */
export interface FailureState {
  /** Deployments that failed and are not recovered. */
  openFailures: number;
  /** When the first of them was deployed, epoch milliseconds; null without any. */
  openSince: number | null;
  /** Incidents that nothing ties to a deployment, though one may have caused them. */
  unlinkedIncidents: number;
  /** When the first of them began, epoch milliseconds; null without any. */
  unlinkedSince: number | null;
}

/** Durations of which exact quantiles are shown. */
export type DurationKind = 'lead_time' | 'recovery' | 'restore';

/** A duration with the day on which it counts. */
export interface DatedDuration {
  seconds: number;
  day: string;
}

/** From where the days without a deployment count: the first deployment of each component, or the start of the span. */
export type EmptyDaysFrom = 'first_deployment' | 'window';

/** A deployment with its verdict. Instants are epoch milliseconds. */
export interface DeploymentRecord {
  entityRef: string;
  entityName: string;
  entityTitle: string | null;
  source: string;
  subject: string;
  title: string | null;
  url: string | null;
  environment: string | null;
  environmentTier: string;
  startedAt: number | null;
  finishedAt: number | null;
  /** Finish, or start where it has not finished. */
  at: number;
  day: string;
  result: string | null;
  deploymentType: string;
  version: string | null;
  commitSha: string | null;
  hotfix: boolean | null;
  planned: boolean | null;
  exclusion: string | null;
  failed: boolean;
  /** By what it is known to have failed, the most certain first. */
  failures: FailureRecord[];
  rework: boolean;
  recoveredAt: number | null;
  /** Seconds. */
  recovery: number | null;
  recordedAt: number;
  changesTotal: number;
  changes: CarriedChange[];
}

/** By what a deployment is known to have failed, with how its cause is called. */
export interface FailureRecord {
  kind: FailureLinkKind;
  confidence: number;
  cause: {
    type: 'incident' | 'deployment' | 'decision';
    source: string | null;
    subject: string | null;
    title: string | null;
    url: string | null;
  };
  deployment: RecordKey;
  /** Seconds; null where the order is not known. */
  lag: number | null;
  decidedBy: string | null;
  correctionId: string | null;
}

/** An incident with its verdict. Instants are epoch milliseconds. */
export interface IncidentRecord {
  entityRef: string;
  entityName: string;
  entityTitle: string | null;
  source: string;
  subject: string;
  title: string | null;
  url: string | null;
  severity: string | null;
  causeClass: string | null;
  environment: string | null;
  startedAt: number | null;
  detectedAt: number | null;
  mitigatedAt: number | null;
  resolvedAt: number | null;
  /** Start of impact, else detection. */
  at: number;
  day: string;
  /** What ties it to a deployment; null where nothing does. */
  link: FailureRecord | null;
  linkedDeployment:
    | (RecordKey & {
        title: string | null;
        url: string | null;
        version: string | null;
        finishedAt: number | null;
      })
    | null;
  unlinked: string | null;
  /** Seconds. */
  restore: number | null;
  restoreExclusion: string | null;
  recurrence: boolean;
  recurrenceOf: string | null;
  recordedAt: number;
}

/** A change as a deployment carries it. */
export interface CarriedChange {
  key: string;
  title: string | null;
  url: string | null;
  commitSha: string | null;
  firstCommitAt: number | null;
  openedAt: number | null;
  firstReviewAt: number | null;
  mergedAt: number | null;
  /** Seconds. */
  leadTime: number | null;
  exclusion: string | null;
}

/** Position in a list of records, newest first. */
export interface RecordPosition {
  at: number;
  entityRef: string;
  source: string;
  subject: string;
}

/** One page of deployments. */
export interface DeploymentPageRequest {
  /** Only deployments left out for this reason, or whose recovery or one of whose changes is. */
  exclusion?: string;
  /** Only those that failed, or did not. */
  failed?: boolean;
  /** Only those that are rework, or are not. */
  rework?: boolean;
  limit: number;
  after?: RecordPosition;
}

/** One page of incidents. */
export interface IncidentPageRequest {
  /** Only those tied to a deployment, tied to none, or not over yet. */
  state?: 'linked' | 'unlinked' | 'open';
  /** Only those that are left out for this reason of something that incidents count for. */
  exclusion?: string;
  limit: number;
  after?: RecordPosition;
}

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

  sumWindow(
    calculation: string,
    selection: DoraSelection,
    window: WindowSpans,
  ): Promise<WindowCounts>;

  /**
   * Counts of a span by day, ISO week or month.
   *
   * @param options - `metrics`: of these alone
   * @returns by the day, the Monday or the month such as `2026-03`; only those with a count
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
   * @param range - seconds, `from` inclusive, `to` exclusive
   */
  listDurations(
    calculation: string,
    kind: DurationKind,
    selection: DoraSelection,
    span: DaySpan,
    range: { from: number; to: number; offset: number; limit: number },
  ): Promise<number[]>;

  /**
   * All durations of a window and of the one before it with their days, each ascending, in one read.
   *
   * @param limit - of both together; with more than that, what is given is not complete
   */
  listWindowDurations(
    calculation: string,
    kind: DurationKind,
    selection: DoraSelection,
    window: WindowSpans,
    limit: number,
  ): Promise<{ current: DatedDuration[]; previous: DatedDuration[] }>;

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
