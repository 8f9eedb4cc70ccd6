import {
  type CollectorProblemStore,
  type OpenProblems,
  PROBLEMS_REMEMBERED,
  type ProblemReport,
} from './CollectorProblemStore';

interface KnownProblem {
  subject: string;
  message: string;
  stays: boolean;
  lastSeenAt: number;
}

/** Keeps problems in memory. */
export class FakeCollectorProblemStore implements CollectorProblemStore {
  readonly #problems = new Map<string, Map<string, KnownProblem>>();

  async note(
    collector: string,
    report: ProblemReport,
    options: { now: number },
  ): Promise<void> {
    const known = new Map(this.#problems.get(collector));
    for (const subject of report.resolved) {
      known.delete(subject);
    }
    for (const problem of report.reported) {
      known.set(problem.subject, { ...problem, lastSeenAt: options.now });
    }
    for (const { subject, stays, lastSeenAt } of [...known.values()]) {
      if (!stays && lastSeenAt < (report.completeSince ?? -Infinity)) {
        known.delete(subject);
      }
    }
    const kept = newestFirst(known.values()).slice(0, PROBLEMS_REMEMBERED);
    this.#problems.set(
      collector,
      new Map(kept.map(problem => [problem.subject, problem])),
    );
  }

  async listOpen(
    collectors: string[],
    options: { limit: number },
  ): Promise<Map<string, OpenProblems>> {
    const open = new Map<string, OpenProblems>();
    for (const collector of collectors) {
      const known = newestFirst(this.#problems.get(collector)?.values() ?? []);
      if (known.length > 0) {
        open.set(collector, {
          problems: known
            .slice(0, options.limit)
            .map(({ subject, message }) => ({ subject, message })),
          total: known.length,
        });
      }
    }
    return open;
  }

  async forget(options: { before: number; limit: number }): Promise<number> {
    let forgotten = 0;
    for (const known of this.#problems.values()) {
      for (const { subject, lastSeenAt } of [...known.values()]) {
        if (lastSeenAt < options.before && forgotten < options.limit) {
          known.delete(subject);
          forgotten += 1;
        }
      }
    }
    return forgotten;
  }
}

function newestFirst(problems: Iterable<KnownProblem>): KnownProblem[] {
  return [...problems].sort(
    (a, b) => b.lastSeenAt - a.lastSeenAt || (a.subject < b.subject ? -1 : 1),
  );
}
