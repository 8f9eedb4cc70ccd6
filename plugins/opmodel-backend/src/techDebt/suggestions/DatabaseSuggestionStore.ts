import type {
  SuggestionSource,
  SuggestionState,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { inBulks, whereAnyOf } from '../../catalog/DatabaseLists';
import type { Visibility } from '../../catalog/Visibility';
import { listSuggestions } from './DatabaseSuggestionList';
import { mergeLook } from './DatabaseSuggestionMerge';
import {
  selectFirstSuggestions,
  selectSuggestions,
} from './DatabaseSuggestionSelection';
import { toDecisionColumns, toSuggestion } from './suggestionRows';
import type {
  KeptSuggestion,
  SuggestionLook,
  SuggestionSelection,
  SuggestionStore,
} from './SuggestionStore';

/** Keeps suggestions in SQLite or PostgreSQL. */
export class DatabaseSuggestionStore implements SuggestionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async merge(look: SuggestionLook): Promise<{ added: number }> {
    return mergeLook(this.#knex, look);
  }

  async endOfRemoved({ now }: { now: number }): Promise<void> {
    await this.#knex('tech_debt_suggestions')
      .whereNull('stale_since')
      .whereIn('entity_ref', removed =>
        removed
          .from('entities as removed')
          .select('removed.ref')
          .whereNotNull('removed.removed_at'),
      )
      .update({
        stale_since: now,
        stands: this.#knex.raw(
          "case when decision = 'new' then 'gone' else decision end",
        ),
      });
  }

  async get(
    id: string,
    visibility: Visibility,
  ): Promise<KeptSuggestion | undefined> {
    const row = await selectFirstSuggestions(this.#knex, { visibility })
      .where('suggestion.id', id)
      .join(
        'tech_debt_suggestion_texts as texts',
        'texts.fingerprint',
        'suggestion.fingerprint',
      )
      .first('texts.*', 'suggestion.*');
    return row && toSuggestion(row);
  }

  async decide(
    id: string,
    { from, to }: { from: SuggestionState; to: SuggestionState },
  ): Promise<boolean> {
    const { decision, item_id } = toDecisionColumns(from);
    const query = this.#knex('tech_debt_suggestions').where({ id, decision });
    if (item_id !== null) {
      query.where({ item_id });
    }
    const decided = await query.update({
      ...toDecisionColumns(to),
      stands:
        to.type === 'new'
          ? this.#knex.raw(
              "case when stale_since is null then 'open' else 'gone' end",
            )
          : to.type,
    });
    return decided === 1;
  }

  async list(
    selection: SuggestionSelection,
    page: Parameters<SuggestionStore['list']>[1],
  ): ReturnType<SuggestionStore['list']> {
    return listSuggestions(this.#knex, selection, page);
  }

  async countBySource(
    selection: SuggestionSelection,
  ): Promise<ReadonlyMap<SuggestionSource, number>> {
    const rows: any[] = await selectSuggestions(this.#knex, selection)
      .groupBy('suggestion.source')
      .select('suggestion.source')
      .count({ suggestions: '*' });
    return new Map(
      rows.map(({ source, suggestions }) => [source, Number(suggestions)]),
    );
  }

  async deleteGone({
    before,
    limit,
  }: {
    before: number;
    limit: number;
  }): Promise<number> {
    return this.#knex.transaction(async transaction => {
      const rows: { fingerprint: string }[] = await transaction(
        'tech_debt_suggestions',
      )
        .where({ decision: 'new' })
        .where('stale_since', '<', before)
        .orderBy('stale_since')
        .limit(limit)
        .select('fingerprint');
      const fingerprints = rows.map(({ fingerprint }) => fingerprint);
      let deleted = 0;
      await inBulks(fingerprints, async bulk => {
        // What somebody has decided, or a source has found, since it was read stays.
        const query = transaction('tech_debt_suggestions')
          .where({ decision: 'new' })
          .where('stale_since', '<', before);
        whereAnyOf(query, 'fingerprint', bulk);
        deleted += await query.delete();
        const texts = transaction('tech_debt_suggestion_texts').whereNotExists(
          kept =>
            kept
              .from('tech_debt_suggestions as kept')
              .whereRaw(
                'kept.fingerprint = tech_debt_suggestion_texts.fingerprint',
              ),
        );
        whereAnyOf(texts, 'fingerprint', bulk);
        await texts.delete();
      });
      return deleted > 0 ? deleted : deleteLooks(transaction, before, limit);
    });
  }
}

/** Forgets when entities were looked at that the catalog has lost. */
async function deleteLooks(
  transaction: Knex.Transaction,
  before: number,
  limit: number,
): Promise<number> {
  const rows: { ref: string }[] = await transaction('entities as removed')
    .where('removed.removed_at', '<', before)
    .whereExists(look =>
      look
        .from('tech_debt_suggestion_looks as look')
        .whereRaw('look.entity_ref = removed.ref'),
    )
    .limit(limit)
    .select('removed.ref');
  const looks = transaction('tech_debt_suggestion_looks');
  whereAnyOf(
    looks,
    'entity_ref',
    rows.map(({ ref }) => ref),
  );
  return looks.delete();
}
