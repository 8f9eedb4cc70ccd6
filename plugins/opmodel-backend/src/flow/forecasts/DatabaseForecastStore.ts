import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import type {
  ForecastOutcome,
  ForecastPosition,
  ForecastRecord,
  ForecastStore,
  NewForecast,
} from './ForecastStore';

/** Keeps forecasts in the engine's database. */
export class DatabaseForecastStore implements ForecastStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async keep(
    forecasts: readonly NewForecast[],
    { now }: { now: number },
  ): Promise<void> {
    if (forecasts.length === 0) {
      return;
    }
    await this.#knex('flow_forecasts')
      .insert(
        forecasts.map(forecast => ({
          id: idOf(forecast),
          scope_ref: forecast.scopeRef,
          made_on: forecast.madeOn,
          due_on: forecast.dueOn,
          kind: forecast.kind,
          horizon: forecast.horizon,
          items: forecast.items,
          percentiles: JSON.stringify(forecast.percentiles),
          seed: forecast.seed,
          calculation: forecast.calculation,
          made_at: now,
        })),
      )
      .onConflict(['scope_ref', 'made_on', 'kind', 'horizon'])
      .ignore();
  }

  async listScopesMadeOn(day: string): Promise<Set<string>> {
    const refs = await this.#knex('flow_forecasts')
      .where('made_on', day)
      .distinct()
      .pluck('scope_ref');
    return new Set(refs);
  }

  async listDue(day: string, limit: number): Promise<ForecastRecord[]> {
    const rows = await this.#knex('flow_forecasts')
      .whereNull('scored_at')
      .where('due_on', '<=', day)
      .orderBy(['due_on', 'id'])
      .limit(limit);
    return rows.map(toRecord);
  }

  async score(
    id: string,
    { outcome, uncounted, metConfidence }: ForecastOutcome,
    { now }: { now: number },
  ): Promise<void> {
    await this.#knex('flow_forecasts')
      .where({ id, scored_at: null })
      .update({
        outcome: outcome === null ? null : String(outcome),
        uncounted,
        met_confidence: metConfidence,
        scored_at: now,
      });
  }

  async list(
    scopeRef: string,
    { limit, after }: { limit: number; after?: ForecastPosition },
  ): Promise<{ items: ForecastRecord[]; total: number }> {
    const all = this.#knex('flow_forecasts').where('scope_ref', scopeRef);
    const [{ total }] = await all.clone().count({ total: '*' });
    const rows = await all
      .modify(query => {
        if (after) {
          query.where(past =>
            past
              .where('made_on', '<', after.madeOn)
              .orWhere(tie =>
                tie.where('made_on', after.madeOn).where('id', '>', after.id),
              ),
          );
        }
      })
      .orderBy([{ column: 'made_on', order: 'desc' }, { column: 'id' }])
      .limit(limit);
    return { items: rows.map(toRecord), total: Number(total) };
  }

  async listScored(scopeRef: string, since: string): Promise<ForecastRecord[]> {
    const rows = await this.#knex('flow_forecasts')
      .where('scope_ref', scopeRef)
      .where('made_on', '>=', since)
      .whereNotNull('scored_at')
      .orderBy(['made_on', 'id']);
    return rows.map(toRecord);
  }

  async deleteMadeBefore(day: string, limit: number): Promise<number> {
    return this.#knex('flow_forecasts')
      .whereIn(
        'id',
        this.#knex('flow_forecasts')
          .where('made_on', '<', day)
          .whereNotNull('scored_at')
          .orderBy(['made_on', 'id'])
          .limit(limit)
          .select('id'),
      )
      .delete();
  }
}

/** The same for the same scope, day, kind and horizon, of which one is kept. */
function idOf({ scopeRef, madeOn, kind, horizon }: NewForecast): string {
  return createHash('sha256')
    .update(JSON.stringify([scopeRef, madeOn, kind, horizon]))
    .digest('base64url')
    .slice(0, 22);
}

function toRecord(row: Record<string, any>): ForecastRecord {
  return {
    id: row.id,
    scopeRef: row.scope_ref,
    madeOn: row.made_on,
    dueOn: row.due_on,
    kind: row.kind,
    horizon: row.horizon,
    items: row.items,
    percentiles: JSON.parse(row.percentiles),
    seed: Number(row.seed),
    calculation: row.calculation,
    madeAt: Number(row.made_at),
    outcome:
      row.outcome === null || row.kind === 'when'
        ? row.outcome
        : Number(row.outcome),
    uncounted: Boolean(row.uncounted),
    metConfidence:
      row.met_confidence === null ? null : Number(row.met_confidence),
    scoredAt: row.scored_at === null ? null : Number(row.scored_at),
  };
}
