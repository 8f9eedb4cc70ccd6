import type { Knex } from 'knex';
import { isPostgres, whereAnyOf } from '../catalog/DatabaseLists';
import {
  addCounts,
  type KeptScope,
  lockEntities,
  type ScopeDayTables,
} from './DatabaseScopeDayRows';
import type { ScopeDayStore } from './ScopeDayStore';

/** An entity that is to be brought into the sums of a scope or out of them. */
interface Difference {
  entity_ref: string;
  direction: 'in' | 'out';
}

/**
 * The sums of large scopes in SQLite or PostgreSQL.
 *
 * Who writes locks in one order: entities, then the scope, then its rows. So a calculation, a move and the end of a scope
 * follow each other, and whatever is committed, the sums of a scope are those of its entities in the table of members.
 */
export class DatabaseScopeDayStore implements ScopeDayStore {
  readonly #knex: Knex;
  readonly #tables: ScopeDayTables;

  constructor(knex: Knex, tables: ScopeDayTables) {
    this.#knex = knex;
    this.#tables = tables;
  }

  async chooseScopes(
    calculation: string,
    { minimum, minimumForDays }: { minimum: number; minimumForDays: number },
  ): Promise<string[]> {
    const { scopes } = this.#tables;
    const kept = this.#knex(scopes).where({ calculation });
    const keptRefs = new Set<string>(await kept.clone().pluck('scope_ref'));
    const sizes: { scope_ref: string; components: number | string }[] =
      await this.#knex('scope_spans')
        .whereNull('to_day')
        .where('entity_ref', 'like', 'component:%')
        .groupBy('scope_ref')
        .select('scope_ref')
        .count({ components: '*' });
    const sizeOf = new Map(
      sizes.map(row => [row.scope_ref, Number(row.components)]),
    );
    const chosen = [...sizeOf.keys()].filter(
      ref => sizeOf.get(ref)! >= minimum && !keptRefs.has(ref),
    );
    if (chosen.length > 0) {
      await this.#knex(scopes)
        .insert(
          chosen.map(ref => ({
            calculation,
            scope_ref: ref,
            keeps_days: sizeOf.get(ref)! >= minimumForDays,
          })),
        )
        .onConflict(['calculation', 'scope_ref'])
        .ignore();
    }
    for (const ref of keptRefs) {
      if ((sizeOf.get(ref) ?? 0) < minimum / 2) {
        await this.#dropScope(calculation, ref);
      }
    }
    return kept
      .clone()
      .leftJoin(
        'scope_versions as known',
        'known.scope_ref',
        `${scopes}.scope_ref`,
      )
      .whereRaw(`coalesce(${scopes}.version, -1) <> coalesce(known.version, 0)`)
      .orderBy(`${scopes}.scope_ref`)
      .pluck(`${scopes}.scope_ref`);
  }

  async alignScope(
    calculation: string,
    scopeRef: string,
    { limit }: { limit: number },
  ): Promise<number> {
    const candidates = await listDifferences(
      this.#knex,
      this.#tables,
      { calculation, scopeRef },
      { limit },
    );
    return this.#knex.transaction(async transaction => {
      const entityRefs = candidates.map(row => row.entity_ref);
      await lockEntities(transaction, this.#tables, entityRefs);
      const scope = await lockScope(
        transaction,
        this.#tables,
        calculation,
        scopeRef,
      );
      if (!scope) {
        return 0;
      }
      if (candidates.length === 0) {
        return this.#confirm(transaction, calculation, scopeRef);
      }
      // Until the locks were taken, somebody else may have done it.
      const differences = await listDifferences(
        transaction,
        this.#tables,
        { calculation, scopeRef },
        { limit, among: entityRefs },
      );
      await applyDifferences(transaction, this.#tables, scope, differences);
      return candidates.length;
    });
  }

  async distrustScopes(calculation: string): Promise<void> {
    const refs = await this.#knex(this.#tables.scopes)
      .where({ calculation })
      .whereNotNull('version')
      .orderBy('scope_ref')
      .pluck('scope_ref');
    for (const scopeRef of refs) {
      const differing = await listDifferences(
        this.#knex,
        this.#tables,
        { calculation, scopeRef },
        { limit: 1 },
      );
      if (differing.length > 0) {
        await this.#knex(this.#tables.scopes)
          .where({ calculation, scope_ref: scopeRef })
          .update({ version: null });
      }
    }
  }

  /** Says of which version of the membership the sums are, if they are. Nobody moves an entity of the scope meanwhile. */
  async #confirm(
    transaction: Knex.Transaction,
    calculation: string,
    scopeRef: string,
  ): Promise<number> {
    // The version first: a scan that is completed from here on has a higher one.
    const known = await transaction('scope_versions')
      .where({ scope_ref: scopeRef })
      .first('version');
    const differing = await listDifferences(
      transaction,
      this.#tables,
      { calculation, scopeRef },
      { limit: 1 },
    );
    if (differing.length === 0) {
      await transaction(this.#tables.scopes)
        .where({ calculation, scope_ref: scopeRef })
        .update({ version: Number(known?.version ?? 0) });
    }
    return differing.length;
  }

  async #dropScope(calculation: string, scopeRef: string): Promise<void> {
    const identity = { calculation, scope_ref: scopeRef };
    await this.#knex.transaction(async transaction => {
      await lockScope(transaction, this.#tables, calculation, scopeRef);
      const { sums, members, scopes } = this.#tables;
      for (const table of [...sums.map(sum => sum.table), members, scopes]) {
        await transaction(table).where(identity).delete();
      }
    });
  }
}

/** @returns the scope if it is kept; until the transaction ends nobody adds to its sums */
async function lockScope(
  transaction: Knex.Transaction,
  { scopes }: ScopeDayTables,
  calculation: string,
  scopeRef: string,
): Promise<KeptScope | undefined> {
  const query = transaction(scopes)
    .where({ calculation, scope_ref: scopeRef })
    .first('keeps_days');
  if (isPostgres(transaction)) {
    query.forUpdate();
  }
  const row = await query;
  return row && { calculation, scopeRef, keepsDays: Boolean(row.keeps_days) };
}

/** The entities by which the sums of a scope differ from its present members. */
async function listDifferences(
  knex: Knex,
  tables: ScopeDayTables,
  { calculation, scopeRef }: { calculation: string; scopeRef: string },
  options: { limit: number; among?: string[] },
): Promise<Difference[]> {
  const held = knex(`${tables.members} as held`).where({
    'held.calculation': calculation,
    'held.scope_ref': scopeRef,
  });
  const present = knex('scope_spans as present')
    .where('present.scope_ref', scopeRef)
    .whereNull('present.to_day')
    .where('present.entity_ref', 'like', 'component:%');
  if (options.among) {
    whereAnyOf(held, 'held.entity_ref', options.among);
    whereAnyOf(present, 'present.entity_ref', options.among);
  }
  const missing = present
    .clone()
    .whereNotExists(
      knex(`${tables.members} as held`)
        .where({ 'held.calculation': calculation, 'held.scope_ref': scopeRef })
        .whereRaw('held.entity_ref = present.entity_ref'),
    )
    .select('present.entity_ref', knex.raw(`'in' as direction`))
    .limit(options.limit);
  const left = held
    .clone()
    .whereNotExists(
      knex('scope_spans as present')
        .where('present.scope_ref', scopeRef)
        .whereNull('present.to_day')
        .whereRaw('present.entity_ref = held.entity_ref'),
    )
    .select('held.entity_ref', knex.raw(`'out' as direction`))
    .limit(options.limit);
  return [...(await missing), ...(await left)].slice(0, options.limit);
}

/** Brings entities into the sums and out of them. The entities and the scope are locked. */
async function applyDifferences(
  transaction: Knex.Transaction,
  tables: ScopeDayTables,
  scope: KeptScope,
  differences: Difference[],
): Promise<void> {
  const { calculation, scopeRef } = scope;
  for (const direction of ['in', 'out'] as const) {
    const refs = differences
      .filter(row => row.direction === direction)
      .map(row => row.entity_ref);
    if (refs.length === 0) {
      continue;
    }
    const rows = transaction(tables.entityDays)
      .where({ calculation })
      .modify(query => whereAnyOf(query, 'entity_ref', refs))
      .groupBy('day', 'metric', 'bin', 'week')
      .select('day', 'metric', 'bin', 'week')
      .select(
        transaction.raw(`${direction === 'in' ? '' : '-'}sum(count) as count`),
      );
    await addCounts(
      transaction,
      tables,
      scope,
      transaction.raw('(?) as moved', [rows]),
      { subtracts: direction === 'out' },
    );
    const members = transaction(tables.members);
    if (direction === 'in') {
      await members.insert(
        refs.map(ref => ({
          calculation,
          scope_ref: scopeRef,
          entity_ref: ref,
        })),
      );
    } else {
      await members
        .where({ calculation, scope_ref: scopeRef })
        .modify(query => whereAnyOf(query, 'entity_ref', refs))
        .delete();
    }
  }
}
