import type { PeriodChange } from '../intake/record';
import type {
  CycleTimeExclusion,
  EfficiencyExclusion,
  FlowTimeExclusion,
  WorkCategory,
} from './flowFacts';

/** Where an item stands on its way, one after the other. Of what is in progress only `active` moves. */
export type FlowPhaseState =
  | 'todo'
  | 'active'
  | 'waiting'
  | 'blocked'
  | 'done'
  | 'cancelled';

/** A span of an item's way. */
export interface FlowPhase {
  state: FlowPhaseState;
  /** Epoch milliseconds. */
  from: number;
  /** Epoch milliseconds; null: it lasts. */
  to: number | null;
}

/** Where a defect was found. */
export type DefectPlace = 'production' | 'earlier' | 'unknown';

/** What is known of one work item by a definition. Instants are epoch milliseconds, durations whole seconds. */
export interface FlowItem {
  source: string;
  subject: string;
  category: WorkCategory;
  /** It counts for nothing: its source took it back. */
  withdrawn: boolean;
  /** The first that is known of it; null: nothing is, so that it is in no count. */
  arrivedAt: number | null;
  /** When work on it began; null where that is not known, has not happened, or lies after its end. */
  startedAt: number | null;
  completedAt: number | null;
  cancelledAt: number | null;
  /** Where it stood from its arrival on, without gaps; each begins where the one before ends. */
  phases: FlowPhase[];
  /** Whether what lies between start and end is known state by state; otherwise it is told as active and gives no efficiency. */
  hasStates: boolean;
  /** Started to completed; null for an item that is not completed or is left out. */
  cycleSeconds: number | null;
  cycleTimeExclusion: CycleTimeExclusion | null;
  /**
   * From its arrival to its completion, so not shorter than its cycle time. Null where nobody knows when it was created: what came
   * before the first that is known would be missing.
   */
  flowSeconds: number | null;
  flowTimeExclusion: FlowTimeExclusion | null;
  /** Of a completed item: the parts of its cycle time, which add up to it. Null where its states are not known. */
  activeSeconds: number | null;
  waitingSeconds: number | null;
  blockedSeconds: number | null;
  efficiencyExclusion: EfficiencyExclusion | null;
  /** How often it was taken up again after it had been done, as far as its states tell. */
  timesReopened: number;
  everBlocked: boolean;
  /** Its instants contradict each other. */
  clockProblem: boolean;
  effortDays: number | null;
  /** Null: the item is no defect. */
  defect: { severity: string; place: DefectPlace } | null;
  periodChanges: readonly PeriodChange[];
}
