import type {
  BinCounts,
  DayMetric,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { LeadTimeRanking } from './LeadTimeRanking';

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
  /** Null where the component has never reported a production deployment, or no day of the span counts. */
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
  /** The middles of the days of each of these, under a definition that takes the middle of them; else empty. */
  middles: {
    leadTime: BinCounts;
    previousLeadTime: BinCounts;
    recovery: BinCounts;
  };
  /** Deployments by the first day of the week. */
  weeks: ReadonlyMap<string, number>;
  /** Of the window: what happened so often; missing where it did not. */
  counts: ReadonlyMap<DayMetric, number>;
}

/** What waits for somebody on one component. */
export interface FailureState {
  /** Deployments that failed and are known not to be recovered. */
  openFailures: number;
  /** When the first of them was deployed, epoch milliseconds; null without any. */
  openSince: number | null;
  /** Incidents that nothing ties to a deployment, though one may have caused them. */
  unlinkedIncidents: number;
  /** When the first of them began, epoch milliseconds; null without any. */
  unlinkedSince: number | null;
}
