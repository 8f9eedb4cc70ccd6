import type { WorkItemCategory } from '@opmodel/backstage-plugin-opmodel-common';

/** When merged changes leave for production. */
export type ReleaseRhythm =
  /** Each merge starts a pipeline. */
  | { kind: 'continuous' }
  /** What was merged by the afternoon before leaves on fixed weekdays (Monday is 0), every so many weeks. */
  | { kind: 'train'; weekdays: number[]; everyWeeks: number };

/** How a component is worked on at one time. Hours are medians of log-normal spans, waiting over night included. */
export interface Pace {
  /** Changes begun in an ordinary week. */
  changesPerWeek: number;
  /** First commit to pull request. */
  codingHours: number;
  /** Pull request to first review. */
  pickupHours: number;
  /** First review to merge. */
  reviewHours: number;
  release: ReleaseRhythm;
  /** Share of production releases after which somebody has to step in. */
  failureRate: number;
}

/** Importance of a component, 1 the highest; the catalog says the same by annotation. */
export type Tier = 1 | 2 | 3 | 4;

/** How the systems around a component speak about it. */
export interface Reporting {
  /** Generation of CDEvents that its pipeline speaks. */
  generation: '0.4' | '0.5';
  /**
   * How its events name it: by entity ref, by its repository (and paths within a shared one), or by nothing but the name of
   * the service.
   */
  address: 'entityRef' | 'repository' | 'name';
  /** Whether each step of a change is an event, or only the merge, which tells all steps at once. */
  changes: 'steps' | 'merge';
  /** Environments that report deployments before production, in order. */
  before: ('development' | 'staging')[];
  /** Production environments in order of roll-out. None: it is published, not deployed. */
  production: string[];
}

/** How a team keeps its board. */
export interface Board {
  /** Tickets written in an ordinary week. */
  ticketsPerWeek: number;
  /** Median of the days from begun to done. */
  cycleDays: number;
  /** Share of tickets that nobody puts into a category. */
  unclassified: number;
  /** Tickets are estimated in days. */
  estimates: boolean;
  /** What tickets are committed to: quarters, sprints of two weeks, or nothing. */
  planning: 'quarters' | 'sprints' | 'none';
  /** Share of begun tickets that wait for somebody else in the middle of the work. */
  blocked: number;
  /** Weights of the categories; absent: those of most boards. */
  categories?: Record<WorkItemCategory, number>;
  /** Tickets come in one week of so many; `quietShare` of them in the others. Absent: evenly. */
  rhythm?: { everyWeeks: number; quietShare: number };
  /**
   * Median of the days from written to begun, at the beginning of the first year and at its end. Absent: what is written is begun
   * within days.
   */
  queueDays?: { first: number; last: number };
}

/** How the pipeline of a component runs. */
export interface Builds {
  /** Share of runs that succeed. */
  successRate: number;
  /** Median of the minutes that a run takes. */
  minutes: number;
}

/** One component of the demo organisation as a source of events. */
export interface DeliveryProfile {
  /** Name of the catalog component in the namespace `default`. */
  component: string;
  tier: Tier;
  /** Repository below `https://git.example.com/marrowby/`. Several components may share one. */
  repository: string;
  /** Folder of the component in a shared repository. */
  path?: string;
  reporting: Reporting;
  /** @param progress - position in the first year: 0 at its beginning, 1 from the day of the first start on */
  pace(progress: number): Pace;
  /** Commits go to the main line directly, without a pull request. */
  withoutReview?: boolean;
  /**
   * Its only changes before the first start, by the number of days before it on which each was begun. Absent: older than the
   * history, at the usual pace.
   */
  onlyChangesDaysBefore?: number[];
  /** Days before the first start from which on nobody works on it any more. */
  abandonedDaysBefore?: number;
  /** Absent: its board is not connected. */
  board?: Board;
  /** Absent: its pipeline tells of deployments alone. */
  builds?: Builds;
}
