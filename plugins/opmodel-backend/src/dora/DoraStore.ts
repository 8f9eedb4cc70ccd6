import type {
  BinCounts,
  ComponentDeployments,
  DayMetric,
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
  /** When the newest fact was recorded, epoch milliseconds. */
  latestRecordedAt: number | null;
  /** Those that have reported a deployment, in the span or before it; zero deployments included. */
  reporting: ReportingComponents[];
}

/** Counts of a span, over all of it and by week. */
export interface SpanCounts {
  counts: CountsByMetric;
  /** `deployments` and `lead_time` by Monday of the ISO week. */
  weeks: ReadonlyMap<string, CountsByMetric>;
}

/** Counts of a window and of the one before it. */
export interface WindowCounts {
  current: SpanCounts;
  /** Only of `deployments` and `lead_time`. */
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
  leadTimeSamples: number;
  /** Bin of the lower median; null without samples. */
  leadTimeBin: number | null;
}

/** Fields by which members are ordered. Rows without a value come last in both directions. */
export type MemberOrder =
  | 'name'
  | 'leadTime'
  | 'deployments'
  | 'lastDeployment';

/** One page of members. */
export interface MemberPageRequest {
  order: MemberOrder;
  descending: boolean;
  limit: number;
  /** Where the page before ended. */
  after?: MemberPosition;
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
  /** Deployments by Monday of the ISO week. */
  weeks: ReadonlyMap<string, number>;
}

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
  recordedAt: number;
  changesTotal: number;
  changes: CarriedChange[];
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

/** Position in the list of deployments, newest first. */
export interface DeploymentPosition {
  at: number;
  entityRef: string;
  source: string;
  subject: string;
}

/** One page of deployments. */
export interface DeploymentPageRequest {
  /** Only deployments left out for this reason, or carrying a change left out for it. */
  exclusion?: string;
  limit: number;
  after?: DeploymentPosition;
}

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
  ): Promise<{ current: SelectionState; previous: SelectionState }>;

  sumWindow(
    calculation: string,
    selection: DoraSelection,
    window: WindowSpans,
  ): Promise<WindowCounts>;

  /**
   * Change lead times of the span within a range, ascending.
   *
   * @param range - seconds, `from` inclusive, `to` exclusive
   */
  listLeadTimes(
    calculation: string,
    selection: DoraSelection,
    span: DaySpan,
    range: { from: number; to: number; offset: number; limit: number },
  ): Promise<number[]>;

  /**
   * All change lead times of a window and of the one before it, each ascending, in one read.
   *
   * @param limit - of both together; with more than that, what is given is not complete
   */
  listWindowLeadTimes(
    calculation: string,
    selection: DoraSelection,
    window: WindowSpans,
    limit: number,
  ): Promise<{ current: number[]; previous: number[] }>;

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
}
