import type {
  CollectorProgress,
  ReportedProblem,
} from '@opmodel/backstage-plugin-opmodel-node';
import { cleanText } from '../catalog/cleanText';
import type { ProblemReport } from './CollectorProblemStore';
import type { CollectorProblem, CollectorRunResult } from './CollectorStore';

/** Problems of one run that are kept; the rest is counted. */
const PROBLEMS_KEPT = 100;
/** Characters of a subject, which a database can only index up to a length, and of a message. */
const SUBJECT_LENGTH = 500;
const MESSAGE_LENGTH = 2_000;

/** What one run of a collector has come to so far. */
export class RunProgress {
  #events = 0;
  #leftOut = 0;
  #told: CollectorProgress = {};
  readonly #open: Set<string>;
  readonly #problems = new Map<string, CollectorProblem>();
  /** What the problem store does not know yet. */
  #news: ProblemReport = { reported: [], resolved: [] };

  /**
   * @param open - subjects of the problems that earlier runs have left
   */
  constructor(open: Iterable<string>) {
    this.#open = new Set(open);
  }

  /** Events that intake has stored. */
  get events(): number {
    return this.#events;
  }

  /** What is recorded of the run. */
  get result(): Omit<CollectorRunResult, 'state' | 'error'> {
    const { requests, budget, completeUntil } = this.#told;
    return {
      events: this.#events,
      problems: this.#listProblems(),
      ...(requests === undefined ? {} : { requests }),
      ...(budget === undefined ? {} : { budget }),
      ...(completeUntil === undefined ? {} : { completeUntil }),
    };
  }

  addEvent(): void {
    this.#events += 1;
  }

  addProblem({ stays = false, ...told }: ReportedProblem): void {
    const subject = cleanSubject(told.subject);
    const message = cleanText(told.message.slice(0, MESSAGE_LENGTH));
    const isKnown = this.#problems.has(subject);
    if (!isKnown && this.#problems.size >= PROBLEMS_KEPT) {
      this.#leftOut += 1;
      return;
    }
    this.#problems.set(subject, { subject, message });
    this.#news.reported.push({ subject, message, stays });
  }

  /** Costs nothing where nothing is known to be wrong with the subject. */
  resolve(told: string): void {
    const subject = cleanSubject(told);
    if (!this.#problems.delete(subject) && !this.#open.has(subject)) {
      return;
    }
    this.#open.delete(subject);
    this.#news = {
      reported: this.#news.reported.filter(news => news.subject !== subject),
      resolved: [...this.#news.resolved, subject],
    };
  }

  /** What cannot be is left out: a wrong figure must not keep the run from being recorded. */
  tell(told: CollectorProgress): void {
    const { completeUntil, requests, budget } = told;
    if (isInstant(completeUntil)) {
      this.#told.completeUntil = completeUntil;
    }
    if (isCount(requests)) {
      this.#told.requests = requests;
    }
    if ('budget' in told) {
      this.#told.budget =
        budget && isCount(budget.remaining)
          ? {
              limit: isCount(budget.limit) ? budget.limit : null,
              remaining: budget.remaining,
              resetAt: isInstant(budget.resetAt) ? budget.resetAt : null,
            }
          : undefined;
    }
  }

  /** What became known of problems since the last call. */
  takeNews(): ProblemReport {
    const news = this.#news;
    this.#news = { reported: [], resolved: [] };
    return news;
  }

  /** The problems, the last of them telling how many more there were. */
  #listProblems(): CollectorProblem[] {
    const problems = [...this.#problems.values()];
    return this.#leftOut === 0
      ? problems
      : [...problems, describeLeftOut(this.#leftOut)];
  }
}

/** Databases keep counts in 31 bits. */
function isCount(value: unknown): value is number {
  return (
    Number.isInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 31
  );
}

/** Epoch milliseconds that a date can be made of. */
function isInstant(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(Number(value)) <= 8.64e15;
}

function cleanSubject(subject: string): string {
  return cleanText(subject.slice(0, SUBJECT_LENGTH));
}

/** Stands in a list of problems for those that do not stand in it. */
export function describeLeftOut(count: number): CollectorProblem {
  return {
    subject: 'more',
    message: `${count} further problems were left out`,
  };
}
