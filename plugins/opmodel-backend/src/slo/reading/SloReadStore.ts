import type {
  SliResolution,
  SloState,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ComponentFilter } from '../../catalog/ComponentSelection';
import type { Visibility } from '../../catalog/Visibility';
import type { SloProblemRow } from '../definitions/SloDefinitionStore';
import type { MeasuredTally } from '../measurement/SliBucketStore';

/** Which SLOs are looked at. Of each, both its document and what it measures must be visible. */
export interface SloSelection {
  /**
   * What they measure counts in this scope, or they are owned there: a component, system, domain, group or whatever else is measured;
   * absent: everything.
   */
  scopeRef?: string;
  /** About what they measure. An owner is that of the SLO, where it has one of its own; a text may also be part of its title. */
  filter?: ComponentFilter;
  visibility: Visibility;
}

/** What a list of SLOs is ordered by. */
export const sloOrders = [
  'worst',
  'name',
  'remaining',
  'burn',
  'attainment',
  'tier',
] as const;
export type SloOrder = (typeof sloOrders)[number];

/** Position in a list of SLOs. */
export interface SloPosition {
  /** How urgent it is, 0 the most; 0 in all orders but `worst`. */
  place: number;
  value: string | number | null;
  ref: string;
}

/** One page of SLOs. Days are ISO days. */
export interface SloListRequest {
  state?: SloState;
  /** Only those with an alert that fires, or without. */
  burning?: boolean;
  /** By the day on which they are to be looked at again: before today, until `dueBy`, or never. */
  review?: { is: 'due' | 'overdue' | 'none'; today: string; dueBy: string };
  order: SloOrder;
  descending: boolean;
  limit: number;
  after?: SloPosition;
}

/** How many are in which state. */
export interface SloCounts {
  states: ReadonlyMap<SloState, number>;
  /** With an alert that fires. */
  burning: number;
  /** What is wrong with their documents, each counted. */
  problems: number;
  reviewsOverdue: number;
  /** How far the newest of them is measured, epoch milliseconds; null: none is. */
  measuredUntil: number | null;
}

/** How many components of a tier there are, and of how many something is measured. */
export interface TierCoverage {
  tier: string | null;
  entities: number;
  covered: number;
}

/** Position in a list of components without an objective. */
export interface UncoveredPosition {
  tier: string | null;
  name: string;
  ref: string;
}

/** A component of which nothing is measured. */
export interface UncoveredRow extends UncoveredPosition {
  title: string;
  ownerRef: string | null;
  /** `not_measured`: there is an SLO, and nothing has been measured yet. */
  reason: 'no_slo' | 'not_measured';
}

/** Position in a list of problems. */
export interface ProblemPosition {
  /** 0: an error. */
  rank: number;
  ref: string;
  seq: number;
}

/** Something that is wrong with a document, with whose it is. */
export interface ListedProblem extends ProblemPosition, SloProblemRow {
  title: string;
  entityRef: string | null;
  ownerRef: string | null;
}

/** Reads SLOs for people. Every read is limited to what the selection's visibility lets through. */
export interface SloReadStore {
  /** Refs of a page, with their positions. */
  list(
    selection: SloSelection,
    request: SloListRequest,
  ): Promise<{ items: SloPosition[]; total: number }>;

  /** The ref, where it is one of an SLO that the catalog has and that may be seen; else undefined. */
  find(ref: string, visibility: Visibility): Promise<string | undefined>;

  /** Those of the refs that are of SLOs that the catalog has and that may be seen. */
  findAll(
    refs: readonly string[],
    visibility: Visibility,
  ): Promise<ReadonlySet<string>>;

  /** @param options - `today`: ISO day, from which on a review is not overdue */
  count(
    selection: SloSelection,
    options: { today: string },
  ): Promise<SloCounts>;

  /** Components of a selection and whether something of them is measured, by tier; those without a tier last. */
  countCoverage(selection: SloSelection): Promise<TierCoverage[]>;

  /** Components of which nothing is measured, in the order of their tiers, those without one last. */
  listUncovered(
    selection: SloSelection,
    page: { limit: number; after?: UncoveredPosition },
  ): Promise<{ items: UncoveredRow[]; total: number }>;

  /** What is wrong with documents, errors first. */
  listProblems(
    selection: SloSelection,
    page: {
      severity?: SloProblemRow['severity'];
      rule?: string;
      limit: number;
      after?: ProblemPosition;
    },
  ): Promise<{ items: ListedProblem[]; total: number }>;

  /** How many problems SLOs have that were found visible; one without any is missing. */
  countProblems(refs: readonly string[]): Promise<ReadonlyMap<string, number>>;

  /**
   * Refs of SLOs by what they measure.
   *
   * @param entityRefs - that the caller may see
   */
  listMeasuring(
    entityRefs: readonly string[],
    visibility: Visibility,
  ): Promise<{ ref: string; entityRef: string }[]>;

  /** Buckets of an SLO that was found visible, the newest first. Instants are epoch milliseconds. */
  listBuckets(range: {
    sloRef: string;
    objective: number;
    resolution: SliResolution;
    from: number;
    to: number;
    before?: number;
    limit: number;
  }): Promise<{ items: MeasuredTally[]; total: number }>;

  /** How many windows of an objective are kept. */
  countWindows(sloRef: string, objective: number): Promise<number>;
}
