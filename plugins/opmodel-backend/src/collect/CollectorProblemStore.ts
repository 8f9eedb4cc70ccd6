import type { CollectorProblem } from './CollectorStore';

/** Problems of one collector that are remembered; beyond them the ones seen longest ago are forgotten. */
export const PROBLEMS_REMEMBERED = 1_000;

/** What a run, or a part of one, has found out about problems. */
export interface ProblemReport {
  reported: (CollectorProblem & {
    /** Lasts although later runs do not report it. */
    stays: boolean;
  })[];
  /** Subjects of problems that are over. */
  resolved: string[];
  /**
   * Only once a run has succeeded: when it began, epoch milliseconds. What it did not report is over then, unless it stays.
   */
  completeSince?: number;
}

/** The problems of one collector. */
export interface OpenProblems {
  /** The newest, newest first. */
  problems: CollectorProblem[];
  /** How many there are. */
  total: number;
}

/**
 * What collectors could not read, until a run says that it is over. There is one problem for a subject: what was said of it last.
 */
export interface CollectorProblemStore {
  /** Notes what a run has found out so far. */
  note(
    collector: string,
    report: ProblemReport,
    options: { now: number },
  ): Promise<void>;

  /** The open problems by collector; one without any is missing. */
  listOpen(
    collectors: string[],
    options: { limit: number },
  ): Promise<Map<string, OpenProblems>>;

  /**
   * Forgets problems that nobody has reported since an instant.
   *
   * @returns how many were forgotten, at most `limit`
   */
  forget(options: { before: number; limit: number }): Promise<number>;
}
