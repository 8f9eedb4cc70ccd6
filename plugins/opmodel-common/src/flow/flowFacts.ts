import type {
  DeploymentResult,
  EnvironmentTier,
  WorkItemCategory,
} from '../intake/observation';
import type { PeriodChange, StateChange } from '../intake/record';

/** A work item of one entity as it is known now. Instants are epoch milliseconds. */
export interface WorkItemFact {
  source: string;
  subject: string;
  /** Null: nobody said what the work is for. */
  category: WorkItemCategory | null;
  /** Of a defect, in the words of the source. */
  severity: string | null;
  /** Tier of the environment in which a defect was found. */
  foundIn: EnvironmentTier | null;
  createdAt: number | null;
  startedAt: number | null;
  completedAt: number | null;
  cancelledAt: number | null;
  /** Where it stood from when on; empty where the source states no states. */
  stateChanges: readonly StateChange[];
  /** What it was committed to from when on. */
  periodChanges: readonly PeriodChange[];
  /** Estimated or booked, in days of one engineer. */
  effortDays: number | null;
  withdrawn: boolean;
  /** What the work is to achieve, in the words of the source. */
  objective: string | null;
}

/** One run of a pipeline of one entity as it is known now. Instants are epoch milliseconds. */
export interface PipelineRunFact {
  source: string;
  subject: string;
  /** Name that all runs of the pipeline share; null: not known. */
  pipeline: string | null;
  queuedAt: number | null;
  startedAt: number | null;
  finishedAt: number | null;
  result: DeploymentResult | null;
  withdrawn: boolean;
}

/** What a piece of work is for, or that nobody said so. */
export type WorkCategory = WorkItemCategory | 'unclassified';

/** All categories in the order in which they are told. */
export const workCategories: readonly WorkCategory[] = [
  'feature',
  'reliability',
  'debt',
  'security',
  'platform',
  'unclassified',
];

/** Why a completed or ended item gives no cycle time. */
export type CycleTimeExclusion =
  | 'withdrawn'
  | 'cancelled'
  | 'no_start'
  | 'negative_span';

/** Why a completed item gives no flow time. */
export type FlowTimeExclusion = 'no_creation' | 'negative_span';

/** Why a completed item says nothing of flow efficiency. */
export type EfficiencyExclusion = 'no_states' | FlowTimeExclusion;

/** Why a run of a pipeline does not count. */
export type BuildExclusion =
  | 'withdrawn'
  | 'not_finished'
  | 'cancelled'
  | 'no_result';
