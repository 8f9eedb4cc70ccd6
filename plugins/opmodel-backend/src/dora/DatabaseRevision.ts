import type { Knex } from 'knex';
import { snapshotRevision } from '../catalog/DatabaseScanRows';
import { organisationScope } from '../catalog/scopesOf';
import { presentSums } from './DatabaseWindowCounts';
import type { DoraSelection } from './DoraStore';

/**
 * What the numbers of a scope are made of, as one text that never comes back once it has changed.
 *
 * The snapshot fixes who belongs to the scope and what is shown of them. Over the same members, the revisions add up to the
 * same only when none of them was raised: they never fall, whoever commits first. Whether sums are kept is part of it, because
 * quantiles are taken from them within 1 %.
 */
export async function readRevision(
  knex: Knex,
  calculation: string,
  { scopeRef, ownership, visibility }: DoraSelection,
): Promise<string> {
  if (visibility.type !== 'all') {
    throw new Error('Only a scope that is seen as a whole has a revision');
  }
  const members = knex('dora_entities as state').where({
    'state.calculation': calculation,
  });
  // The organisation is made of all that is calculated, and to find its members would take longer than to add them up.
  if (scopeRef !== organisationScope) {
    members
      .join('scope_spans as span', 'span.entity_ref', 'state.entity_ref')
      .where('span.scope_ref', scopeRef);
    if (ownership === 'now') {
      members.whereNull('span.to_day');
    }
  }
  const [row] = await knex.select(
    ...snapshotRevision(knex),
    // As text: the sum has more digits than a number holds.
    members
      .select(
        knex.raw(
          "cast(count(*) as text) || '/' || cast(coalesce(sum(state.revision), 0) as text)",
        ),
      )
      .as('revisions'),
    presentSums(knex, calculation, scopeRef)
      .select(knex.raw('cast(scope.version as text)'))
      .as('sums'),
  );
  return JSON.stringify(Object.values(row));
}

/** The revision of each component. */
export async function listRevisions(
  knex: Knex,
  calculation: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await knex('dora_entities')
    .where({ calculation })
    .select('entity_ref', 'revision');
  return new Map(
    rows.map(({ entity_ref: ref, revision }) => [ref, String(revision)]),
  );
}
