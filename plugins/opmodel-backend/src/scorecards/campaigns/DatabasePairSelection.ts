import type { Knex } from 'knex';
import { isPostgres, whereAnyOf } from '../../catalog/DatabaseLists';
import { whereSelected } from '../reading/DatabaseScorecardSelection';
import type { PairSelection } from './CampaignPairStore';

/** Results of a selection under the alias `result`, each with its entity (`member`). */
export function selectPairs(
  knex: Knex,
  { scorecardRef, scope, owners, visibility }: PairSelection,
): Knex.QueryBuilder {
  const query = knex('scorecard_results as result')
    .join('entities as member', 'member.ref', 'result.entity_ref')
    .where('result.scorecard_ref', scorecardRef);
  whereSelected(query, {
    visibility,
    filter: owners && {
      ownerRefs: owners.refs,
      descendants: owners.descendants,
    },
  });
  const { ownerRefs, systemRefs, domainRefs, tiers, lifecycles } = scope;
  if (ownerRefs) {
    query.where(owned => {
      // A person who owns something is no scope of it.
      whereAnyOf(owned, 'member.owner_ref', ownerRefs);
      owned.orWhereExists(above => whereInScope(above, ownerRefs));
    });
  }
  for (const refs of [systemRefs, domainRefs]) {
    if (refs) {
      query.whereExists(above => whereInScope(above, refs));
    }
  }
  if (tiers) {
    whereAnyOf(query, 'member.tier', tiers);
  }
  if (lifecycles) {
    whereAnyOf(query, 'member.lifecycle', lifecycles);
  }
  return query;
}

/** Whoever sees a campaign sees all that its scope names, so what is below that is asked of nobody's visibility but that of the entity. */
function whereInScope(
  query: Knex.QueryBuilder,
  scopeRefs: readonly string[],
): void {
  query
    .from('scope_spans as campaign_span')
    .whereRaw('campaign_span.entity_ref = member.ref')
    .whereNull('campaign_span.to_day');
  whereAnyOf(query, 'campaign_span.scope_ref', scopeRefs);
}

/** A letter for each check, in SQL: where the pair stands, and a dash where the check is not asked. */
export function standingsInSql(
  knex: Knex,
  checks: PairSelection['checks'],
): string {
  const lastOf = (slot: number) =>
    isPostgres(knex)
      ? `(result.verdicts::jsonb -> ${slot} ->> 3)`
      : `json_extract(result.verdicts, '$[${slot}][3]')`;
  // The JSON is looked at only where nothing can be found now.
  const letters = checks.map(
    ({ slot }) => `case substr(result.states, ${slot + 1}, 1)
      when 'P' then 'M' when 'W' then 'M' when 'F' then 'O' when 'X' then 'X'
      when 'R' then ${standingOfLast(lastOf(slot))}
      when 'E' then ${standingOfLast(lastOf(slot))}
      else '-' end`,
  );
  return letters.join(' || ');
}

function standingOfLast(last: string): string {
  return `(case ${last} when 'F' then 'O' when 'P' then 'M' when 'W' then 'M' else 'U' end)`;
}
