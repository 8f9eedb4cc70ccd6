import type {
  SloSliceTally,
  SloSpan,
  SloState,
} from '@opmodel/backstage-plugin-opmodel-common';

/** Lengths of time over which burn is told, by their names. Seconds. */
export const burnSeconds = {
  '5m': 300,
  '30m': 1_800,
  '1h': 3_600,
  '2h': 7_200,
  '6h': 21_600,
  '1d': 86_400,
  '3d': 259_200,
} as const;

export type BurnWindow = keyof typeof burnSeconds;

/** The objective that stands for a composite as a whole. */
export const COMPOSITE_OBJECTIVE = -1;

/** How an objective stands. Instants are epoch milliseconds. */
export interface SloObjectiveState {
  sloRef: string;
  /** Index of the objective; {@link COMPOSITE_OBJECTIVE} for a composite as a whole. */
  objective: number;
  evaluatedAt: number;
  /** Null: never measured. */
  measuredUntil: number | null;
  /** Null: no window has begun yet. */
  window: SloSpan | null;
  target: number;
  state: SloState;
  attainment: number | null;
  /** Of what the method counts: events, good slices, or the sum of their shares. Null without data. */
  good: number | null;
  total: number | null;
  /** Fewer than so many are not graded. */
  minimum: number;
  /** How many may be bad in the window. */
  allowed: number | null;
  /** How many were. */
  spent: number | null;
  /** Share of the budget that is left; below 0 once it is exhausted. */
  remaining: number | null;
  estimated: boolean;
  burns: Readonly<Record<BurnWindow, number | null>>;
  /** When the budget is used up if it goes on like in the last hour. */
  exhaustsAt: number | null;
  /** Of its worst alert; null: none. */
  alertState: string | null;
}

/** How an objective stood at the end of a window. Instants are epoch milliseconds. */
export interface SloWindowRow
  extends Pick<
    SloObjectiveState,
    | 'sloRef'
    | 'objective'
    | 'target'
    | 'attainment'
    | 'remaining'
    | 'state'
    | 'good'
    | 'total'
  > {
  from: number;
  to: number;
  /** Whether its end has come, so that it moves no more. */
  complete: boolean;
}

/** An SLO that somebody has taken upon himself to evaluate. */
export interface ClaimedEvaluation {
  sloRef: string;
  /** In a row. */
  failures: number;
  /** When it was evaluated last, epoch milliseconds; null: never. */
  evaluatedAt: number | null;
  token: string;
}

/** What came of a claim. Instants are epoch milliseconds. */
export type EvaluationOutcome = {
  sloRef: string;
  token: string;
  /** When it is due again. */
  dueAt: number;
  /** What went wrong; null: it was evaluated. */
  error: string | null;
};

/** What is asked of the buckets of some SLOs that have the same windows. Instants are epoch milliseconds. */
export interface TallyQuestion {
  /** With their objectives, and the instant before which their buckets do not count. */
  slos: readonly {
    sloRef: string;
    objectives: readonly number[];
    countsFrom: number | null;
  }[];
  /** By names of the asker's own. Borders lie on borders of buckets of five minutes. */
  spans: Readonly<Record<string, readonly SloSpan[]>>;
}

/** Everything that was counted in a span. */
export interface SpanTally extends SloSliceTally {
  sloRef: string;
  objective: number;
  /** Its name in the question. */
  span: string;
  /** Buckets of five minutes in which something was measured, at least. */
  buckets: number;
}

/**
 * Says which SLOs are to be evaluated, lets one replica evaluate each at a time, and keeps what came of it.
 */
export interface SloEvaluationStore {
  /**
   * Lets SLOs be evaluated at once.
   *
   * @param refs - absent: all of them
   * @param options - `from`: also the windows anew that hold something of the time from this instant on, such as because something is left
   *   out of them now: all that are kept, and of the last 31 days also those of which nothing is; `to`: up to this instant; epoch
   *   milliseconds
   */
  request(
    refs: readonly string[] | undefined,
    options: { now: number; from?: number; to?: number },
  ): Promise<void>;

  /** Takes SLOs that are due, those that have been due longest first. */
  claim(options: {
    limit: number;
    leaseMs: number;
    now: number;
  }): Promise<ClaimedEvaluation[]>;

  /**
   * Ends claims. One that somebody else has taken over changes nothing, and one that was asked for anew meanwhile is due at once.
   *
   * @param options - `now`: when the evaluation began, epoch milliseconds
   */
  settle(
    outcomes: readonly EvaluationOutcome[],
    options: { now: number },
  ): Promise<void>;

  /** Sums buckets over spans of time: of whole days, and of hours and five minutes at the edges. What was not measured is absent. */
  sum(questions: readonly TallyQuestion[]): Promise<SpanTally[]>;

  /**
   * Keeps states and windows in place of those before, all or none. States of objectives that an SLO no longer has are dropped;
   * windows that are complete stay as they are.
   */
  keep(evaluated: {
    states: readonly SloObjectiveState[];
    windows: readonly SloWindowRow[];
  }): Promise<void>;

  /** How objectives stand, ordered by SLO and objective. */
  listStates(refs: readonly string[]): Promise<SloObjectiveState[]>;

  /** Says how the alerts of objectives stand, and what that makes of their states. */
  keepAlertStates(
    alerts: readonly Pick<
      SloObjectiveState,
      'sloRef' | 'objective' | 'alertState' | 'state'
    >[],
  ): Promise<void>;

  /**
   * The windows that may move, ordered by SLO, end and objective.
   *
   * @param options - `until`: those that have ended by then, epoch milliseconds
   */
  listOpenWindows(
    refs: readonly string[],
    options: { until: number },
  ): Promise<SloWindowRow[]>;

  /** The windows of an objective, the newest first. */
  listWindows(
    sloRef: string,
    objective: number,
    options: { before?: number; limit: number },
  ): Promise<SloWindowRow[]>;
}
