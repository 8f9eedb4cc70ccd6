import { randomUUID } from 'node:crypto';
import type { FakeSloEvaluationStore } from '../evaluation/FakeSloEvaluationStore';
import type {
  ClaimedMeasurement,
  MeasurementOutcome,
  SloMeasurement,
  SloMeasurementStore,
} from './SloMeasurementStore';

interface Kept {
  measurement: SloMeasurement;
  recount: boolean;
  lease: { token: string; until: number } | null;
}

/** Keeps how far SLOs are measured in memory. */
export class FakeSloMeasurementStore implements SloMeasurementStore {
  readonly #kept = new Map<string, Kept>();
  readonly #evaluations: FakeSloEvaluationStore;

  constructor(evaluations: FakeSloEvaluationStore) {
    this.#evaluations = evaluations;
  }

  /** Is told of an SLO that is new or reads differently. */
  define(
    sloRef: string,
    options: {
      sourceType: string;
      countsFrom: number | null;
      /** Where it goes on if it comes back. */
      knownUntil: number | null;
      recount: boolean;
      now: number;
    },
  ): void {
    const { sourceType, countsFrom, knownUntil, recount, now } = options;
    const before = this.#kept.get(sloRef);
    const until = before ? before.measurement.measuredUntil : knownUntil;
    this.#kept.set(sloRef, {
      measurement: {
        sloRef,
        sourceType,
        measuredUntil:
          countsFrom === null ? until : Math.max(until ?? 0, countsFrom),
        againFrom: before?.measurement.againFrom ?? null,
        measuredAt: before?.measurement.measuredAt ?? null,
        nextAt: now,
        failures: 0,
        error: null,
        queries: before?.measurement.queries ?? {},
      },
      recount: recount || (before?.recount ?? false),
      lease: null,
    });
  }

  /** Is told of an SLO that is not measured any more. */
  drop(sloRef: string): void {
    this.#kept.delete(sloRef);
  }

  async claim(options: {
    sourceType: string;
    limit: number;
    leaseMs: number;
    now: number;
  }): Promise<ClaimedMeasurement[]> {
    const { sourceType, limit, leaseMs, now } = options;
    const token = randomUUID();
    return [...this.#kept.values()]
      .filter(
        ({ measurement, lease }) =>
          measurement.sourceType === sourceType &&
          measurement.nextAt <= now &&
          (lease === null || lease.until <= now),
      )
      .sort((a, b) => a.measurement.nextAt - b.measurement.nextAt)
      .slice(0, limit)
      .map(kept => {
        const until = now + leaseMs;
        kept.lease = { token, until };
        kept.measurement = { ...kept.measurement, nextAt: until };
        const { sloRef, measuredUntil, againFrom, measuredAt, failures } =
          kept.measurement;
        return {
          sloRef,
          measuredUntil,
          againFrom,
          measuredAt,
          failures,
          recount: kept.recount,
          token,
        };
      })
      .sort((a, b) => (a.sloRef < b.sloRef ? -1 : 1));
  }

  async extend(
    claims: readonly { sloRef: string; token: string }[],
    { leaseMs, now }: { leaseMs: number; now: number },
  ): Promise<number> {
    const held = claims.flatMap(({ sloRef, token }) => {
      const kept = this.#kept.get(sloRef);
      return kept?.lease?.token === token ? [kept] : [];
    });
    for (const kept of held) {
      const until = now + leaseMs;
      if (kept.measurement.nextAt >= kept.lease!.until) {
        kept.measurement = { ...kept.measurement, nextAt: until };
      }
      kept.lease!.until = until;
    }
    return held.length;
  }

  async settle(
    outcomes: readonly MeasurementOutcome[],
    { now }: { now: number },
  ): Promise<string[]> {
    const held: string[] = [];
    for (const outcome of outcomes) {
      const kept = this.#kept.get(outcome.sloRef);
      if (kept && kept.lease?.token === outcome.token) {
        held.push(outcome.sloRef);
        this.#settle(kept, outcome, now);
        if (outcome.state === 'measured' && outcome.again) {
          const { from, to } = outcome.again;
          await this.#evaluations.request([outcome.sloRef], { now, from, to });
        }
      }
    }
    const tried = outcomes.filter(({ state }) => state !== 'given_back');
    await this.#evaluations.request(
      tried.map(({ sloRef }) => sloRef),
      { now },
    );
    return held.sort();
  }

  async request(
    refs: readonly string[],
    { now, from = Infinity }: { now: number; from?: number },
  ): Promise<void> {
    for (const ref of refs) {
      const kept = this.#kept.get(ref);
      if (kept) {
        const { measuredUntil, againFrom } = kept.measurement;
        kept.measurement = {
          ...kept.measurement,
          nextAt: now,
          againFrom:
            measuredUntil !== null && measuredUntil > from
              ? Math.min(againFrom ?? Infinity, from)
              : againFrom,
        };
      }
    }
  }

  async getMany(
    refs: readonly string[],
  ): Promise<ReadonlyMap<string, SloMeasurement>> {
    return new Map(
      refs.flatMap(ref => {
        const kept = this.#kept.get(ref);
        return kept ? [[ref, kept.measurement] as const] : [];
      }),
    );
  }

  #settle(kept: Kept, outcome: MeasurementOutcome, now: number): void {
    const before = kept.measurement;
    const isAskedAnew = before.nextAt < kept.lease!.until;
    const wanted = outcome.state === 'given_back' ? now : outcome.nextAt;
    const nextAt = before.nextAt < kept.lease!.until ? before.nextAt : wanted;
    kept.lease = null;
    kept.measurement = { ...before, nextAt };
    if (outcome.state === 'given_back') {
      return;
    }
    const isMeasured = outcome.state === 'measured';
    const until = outcome.measuredUntil ?? before.measuredUntil;
    kept.recount = kept.recount && !isMeasured;
    kept.measurement = {
      ...kept.measurement,
      measuredUntil:
        isAskedAnew && (until ?? 0) > (before.measuredUntil ?? 0)
          ? before.measuredUntil
          : until,
      againFrom:
        isAskedAnew || outcome.state === 'failed'
          ? before.againFrom
          : outcome.again?.next ?? null,
      measuredAt: isMeasured ? now : before.measuredAt,
      failures: isMeasured ? 0 : before.failures + 1,
      error: isMeasured ? null : outcome.error,
      queries: outcome.queries ?? before.queries,
    };
  }
}
