import type { Knex } from 'knex';
import { orderByText, whereAnyOf } from '../../catalog/DatabaseLists';
import type { KnownFacts } from './FactStore';
import { type StoredFacts, toKnownFacts } from './StoredFacts';

/** Columns of `facts`. */
export const factColumns = {
  entity_ref: 'text',
  provider: 'text',
  facts: 'text',
  told_at: 'text',
  silent_since: 'bigint',
  problem: 'text',
  changed_at: 'bigint',
} as const;

/** The row of what is known. */
export function toFactRow(stored: StoredFacts): Record<string, unknown> {
  return {
    entity_ref: stored.entityRef,
    provider: stored.provider,
    facts: JSON.stringify(stored.facts),
    told_at: stored.toldAt && JSON.stringify(stored.toldAt),
    silent_since: stored.silentSince,
    problem: stored.problem,
    changed_at: stored.changedAt,
  };
}

/** What is known by a row. */
export function fromFactRow(row: Record<string, any>): StoredFacts {
  return {
    entityRef: row.entity_ref,
    provider: row.provider,
    facts: JSON.parse(row.facts),
    toldAt: row.told_at === null ? null : JSON.parse(row.told_at),
    silentSince: row.silent_since === null ? null : Number(row.silent_since),
    problem: row.problem,
    changedAt: Number(row.changed_at),
  };
}

/** Rows of what registered providers tell of entities, in order of the entity, then of the provider. */
export function selectKnownFacts(
  knex: Knex,
  entityRefs: readonly string[],
  providers?: readonly string[],
): Knex.QueryBuilder {
  const query = knex('facts')
    .innerJoin('fact_providers', 'fact_providers.id', 'facts.provider')
    .whereNull('fact_providers.removed_at')
    .select('facts.*', 'fact_providers.reported_at');
  whereAnyOf(query, 'facts.entity_ref', entityRefs);
  if (providers) {
    whereAnyOf(query, 'facts.provider', providers);
  }
  orderByText(query, 'facts.entity_ref');
  orderByText(query, 'facts.provider');
  return query;
}

/** What is known by a row of {@link selectKnownFacts}. */
export function fromKnownFactRow(row: Record<string, any>): KnownFacts {
  return toKnownFacts(
    fromFactRow(row),
    row.reported_at === null ? null : Number(row.reported_at),
  );
}

/**
 * What registered providers tell of entities, in order of the entity, then of the provider.
 *
 * @param knex - or the transaction in which it is read
 */
export async function readKnownFacts(
  knex: Knex,
  entityRefs: readonly string[],
  providers?: readonly string[],
): Promise<KnownFacts[]> {
  const rows: Record<string, any>[] = await selectKnownFacts(
    knex,
    entityRefs,
    providers,
  );
  return rows.map(fromKnownFactRow);
}
