import type {
  ForecastOutcome,
  ForecastPosition,
  ForecastRecord,
  ForecastStore,
  NewForecast,
} from './ForecastStore';

/** Forecasts in memory, for tests of what stands on the store. */
export class FakeForecastStore implements ForecastStore {
  readonly #records = new Map<string, ForecastRecord>();

  async keep(
    forecasts: readonly NewForecast[],
    { now }: { now: number },
  ): Promise<void> {
    for (const forecast of forecasts) {
      const { scopeRef, madeOn, kind, horizon } = forecast;
      const id = [scopeRef, madeOn, kind, horizon].join(' ');
      if (!this.#records.has(id)) {
        this.#records.set(id, {
          ...forecast,
          id,
          madeAt: now,
          outcome: null,
          uncounted: false,
          metConfidence: null,
          scoredAt: null,
        });
      }
    }
  }

  async listScopesMadeOn(day: string): Promise<Set<string>> {
    return new Set(
      this.#all()
        .filter(({ madeOn }) => madeOn === day)
        .map(({ scopeRef }) => scopeRef),
    );
  }

  async listDue(day: string, limit: number): Promise<ForecastRecord[]> {
    return this.#all()
      .filter(({ dueOn, scoredAt }) => scoredAt === null && dueOn <= day)
      .sort((a, b) => compare(a.dueOn, b.dueOn) || compare(a.id, b.id))
      .slice(0, limit);
  }

  async score(
    id: string,
    score: ForecastOutcome,
    { now }: { now: number },
  ): Promise<void> {
    const record = this.#records.get(id);
    if (record && record.scoredAt === null) {
      this.#records.set(id, { ...record, ...score, scoredAt: now });
    }
  }

  async list(
    scopeRef: string,
    { limit, after }: { limit: number; after?: ForecastPosition },
  ): Promise<{ items: ForecastRecord[]; total: number }> {
    const own = this.#all()
      .filter(record => record.scopeRef === scopeRef)
      .sort((a, b) => compare(b.madeOn, a.madeOn) || compare(a.id, b.id));
    return {
      items: own
        .filter(
          ({ madeOn, id }) =>
            !after ||
            madeOn < after.madeOn ||
            (madeOn === after.madeOn && id > after.id),
        )
        .slice(0, limit),
      total: own.length,
    };
  }

  async listScored(scopeRef: string, since: string): Promise<ForecastRecord[]> {
    return this.#all()
      .filter(
        record =>
          record.scopeRef === scopeRef &&
          record.madeOn >= since &&
          record.scoredAt !== null,
      )
      .sort((a, b) => compare(a.madeOn, b.madeOn) || compare(a.id, b.id));
  }

  async deleteMadeBefore(day: string, limit: number): Promise<number> {
    const old = this.#all()
      .filter(({ madeOn, scoredAt }) => madeOn < day && scoredAt !== null)
      .sort((a, b) => compare(a.madeOn, b.madeOn) || compare(a.id, b.id))
      .slice(0, limit);
    for (const { id } of old) {
      this.#records.delete(id);
    }
    return old.length;
  }

  #all(): ForecastRecord[] {
    return [...this.#records.values()];
  }
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
