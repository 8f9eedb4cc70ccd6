import {
  clipSpans,
  coverWindow,
  sumTallies,
} from '@opmodel/backstage-plugin-opmodel-common';
import { groupBy } from 'lodash';
import { randomUUID } from 'node:crypto';
import type {
  MeasuredTally,
  SliBucketStore,
} from '../measurement/SliBucketStore';
import type {
  ClaimedEvaluation,
  EvaluationOutcome,
  SloEvaluationStore,
  SloObjectiveState,
  SloWindowRow,
  SpanTally,
  TallyQuestion,
} from './SloEvaluationStore';
import { worstState } from './worstState';

/** One evaluation makes up for so much that was never kept. Milliseconds. */
const MADE_UP_FOR_MS = 31 * 86_400_000;

interface Due {
  dueAt: number;
  evaluatedAt: number | null;
  failures: number;
  lease: { token: string; until: number } | null;
}

/** Keeps evaluations in memory. */
export class FakeSloEvaluationStore implements SloEvaluationStore {
  readonly #due = new Map<string, Due>();
  readonly #states = new Map<string, SloObjectiveState[]>();
  readonly #windows = new Map<string, SloWindowRow>();
  readonly #buckets: SliBucketStore;
  readonly #stand: (ref: string, worst: SloObjectiveState) => void;

  /**
   * @param stand - is told how the worst objective of an SLO stands
   */
  constructor(
    buckets: SliBucketStore,
    stand: (ref: string, worst: SloObjectiveState) => void,
  ) {
    this.#buckets = buckets;
    this.#stand = stand;
  }

  /** Is told of an SLO that is new or reads differently. */
  define(ref: string, { now }: { now: number }): void {
    const before = this.#due.get(ref);
    this.#due.set(ref, {
      dueAt: now,
      evaluatedAt: before?.evaluatedAt ?? null,
      failures: before?.failures ?? 0,
      lease: null,
    });
  }

  /** Is told of an SLO that is not evaluated any more. */
  drop(ref: string): void {
    this.#due.delete(ref);
  }

  async request(
    refs: readonly string[] | undefined,
    options: { now: number; from?: number; to?: number },
  ): Promise<void> {
    const { now, from = Infinity, to = Infinity } = options;
    const judgedUntil = Math.max(from, now - MADE_UP_FOR_MS);
    for (const [ref, due] of this.#due) {
      if (!refs || refs.includes(ref)) {
        due.dueAt = Math.min(due.dueAt, now);
        due.evaluatedAt =
          due.evaluatedAt === null
            ? null
            : Math.min(due.evaluatedAt, judgedUntil);
      }
    }
    for (const [key, window] of this.#windows) {
      const isAsked = !refs || refs.includes(window.sloRef);
      if (isAsked && window.to > from && window.from < to) {
        this.#windows.set(key, { ...window, complete: false });
      }
    }
  }

  async claim(options: {
    limit: number;
    leaseMs: number;
    now: number;
  }): Promise<ClaimedEvaluation[]> {
    const { limit, leaseMs, now } = options;
    const token = randomUUID();
    return [...this.#due]
      .filter(
        ([, { dueAt, lease }]) =>
          dueAt <= now && (lease === null || lease.until <= now),
      )
      .sort(([, a], [, b]) => a.dueAt - b.dueAt)
      .slice(0, limit)
      .map(([sloRef, due]) => {
        due.lease = { token, until: now + leaseMs };
        due.dueAt = now + leaseMs;
        const { failures, evaluatedAt } = due;
        return { sloRef, failures, evaluatedAt, token };
      })
      .sort((a, b) => (a.sloRef < b.sloRef ? -1 : 1));
  }

  async settle(
    outcomes: readonly EvaluationOutcome[],
    { now }: { now: number },
  ): Promise<void> {
    for (const { sloRef, token, dueAt, error } of outcomes) {
      const due = this.#due.get(sloRef);
      if (due && due.lease?.token === token) {
        due.dueAt = due.dueAt < due.lease.until ? due.dueAt : dueAt;
        due.evaluatedAt = error === null ? now : due.evaluatedAt;
        due.failures = error === null ? 0 : due.failures + 1;
        due.lease = null;
      }
    }
  }

  async sum(questions: readonly TallyQuestion[]): Promise<SpanTally[]> {
    const sums: SpanTally[] = [];
    for (const { slos, spans } of questions) {
      for (const { sloRef, objectives, countsFrom } of slos) {
        for (const objective of objectives) {
          for (const [span, parts] of Object.entries(spans)) {
            const clipped = clipSpans(parts, {
              from: countsFrom ?? -Infinity,
              to: Infinity,
            });
            const tallies: MeasuredTally[] = [];
            for (const piece of clipped.flatMap(coverWindow)) {
              tallies.push(
                ...(await this.#buckets.list({ sloRef, objective, ...piece })),
              );
            }
            if (tallies.length > 0) {
              sums.push({
                sloRef,
                objective,
                span,
                ...sumTallies(tallies),
                buckets: tallies.reduce((sum, of) => sum + of.measured, 0),
              });
            }
          }
        }
      }
    }
    return sums;
  }

  async keep(evaluated: {
    states: readonly SloObjectiveState[];
    windows: readonly SloWindowRow[];
  }): Promise<void> {
    const bySlo = groupBy(evaluated.states, ({ sloRef }) => sloRef);
    for (const [ref, states] of Object.entries(bySlo)) {
      this.#states.set(
        ref,
        [...states].sort((a, b) => a.objective - b.objective),
      );
      this.#stand(ref, worstState(states)!);
    }
    for (const window of evaluated.windows) {
      const key = `${window.sloRef} ${window.objective} ${window.to}`;
      if (!this.#windows.get(key)?.complete) {
        this.#windows.set(key, window);
      }
    }
  }

  async listStates(refs: readonly string[]): Promise<SloObjectiveState[]> {
    return [...new Set(refs)]
      .sort()
      .flatMap(ref => this.#states.get(ref) ?? []);
  }

  async keepAlertStates(
    alerts: Parameters<SloEvaluationStore['keepAlertStates']>[0],
  ): Promise<void> {
    for (const { sloRef, objective, alertState, state } of alerts) {
      const states = (this.#states.get(sloRef) ?? []).map(of =>
        of.objective === objective ? { ...of, alertState, state } : of,
      );
      if (states.length > 0) {
        this.#states.set(sloRef, states);
        this.#stand(sloRef, worstState(states)!);
      }
    }
  }

  async listOpenWindows(
    refs: readonly string[],
    { until }: { until: number },
  ): Promise<SloWindowRow[]> {
    return [...this.#windows.values()]
      .filter(
        ({ sloRef, to, complete }) =>
          !complete && to <= until && refs.includes(sloRef),
      )
      .sort(
        (a, b) =>
          (a.sloRef < b.sloRef ? -1 : Number(a.sloRef > b.sloRef)) ||
          a.to - b.to ||
          a.objective - b.objective,
      );
  }

  async listWindows(
    sloRef: string,
    objective: number,
    { before = Infinity, limit }: { before?: number; limit: number },
  ): Promise<SloWindowRow[]> {
    return [...this.#windows.values()]
      .filter(
        window =>
          window.sloRef === sloRef &&
          window.objective === objective &&
          window.to < before,
      )
      .sort((a, b) => b.to - a.to)
      .slice(0, limit);
  }
}
