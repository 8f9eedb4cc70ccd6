import type { Knex } from 'knex';
import { whereSelectedDuring } from '../../catalog/DatabaseComponentSelection';
import { isPostgres, orderByText } from '../../catalog/DatabaseLists';
import { organisationScope } from '../../catalog/scopesOf';
import { whereSloVisible } from './DatabaseSloSelection';
import type {
  SloSelection,
  TierCoverage,
  UncoveredPosition,
  UncoveredRow,
} from './SloReadStore';

/** Components of a selection under the alias `member`. */
function selectComponents(
  knex: Knex,
  { scopeRef = organisationScope, filter, visibility }: SloSelection,
): Knex.QueryBuilder {
  const query = knex('entities as member');
  whereSelectedDuring(
    query,
    { scopeRef, filter, visibility, ownership: 'now' },
    // As owned now, whatever the days.
    { from: '', to: '' },
  );
  return query;
}

/** SLOs of the component of a query over `member` that may be seen. */
function selectOwn(
  knex: Knex,
  { visibility }: SloSelection,
): Knex.QueryBuilder {
  const query = knex('slos as slo')
    .select(knex.raw('1'))
    .whereRaw('slo.entity_ref = member.ref')
    .whereNull('slo.removed_at');
  whereSloVisible(query, visibility);
  return query;
}

function selectMeasured(
  knex: Knex,
  selection: SloSelection,
): Knex.QueryBuilder {
  return selectOwn(knex, selection)
    .join('slo_measurements as measurement', 'measurement.slo_ref', 'slo.ref')
    .whereNotNull('measurement.measured_at');
}

/** What is measured by SLOs that may be seen. It is found once, where {@link selectMeasured} is asked of each component. */
function selectMeasuredRefs(
  knex: Knex,
  { visibility }: SloSelection,
): Knex.QueryBuilder {
  const query = knex('slos as slo')
    .join('slo_measurements as measurement', 'measurement.slo_ref', 'slo.ref')
    .select('slo.entity_ref')
    .whereNotNull('slo.entity_ref')
    .whereNull('slo.removed_at')
    .whereNotNull('measurement.measured_at');
  whereSloVisible(query, visibility);
  return query;
}

/** Components of a selection and whether something of them is measured, by tier. */
export async function countCoverage(
  knex: Knex,
  selection: SloSelection,
): Promise<TierCoverage[]> {
  const measured = selectMeasuredRefs(knex, selection);
  const counted = selectComponents(knex, selection).select(
    'member.tier',
    knex.raw('case when member.ref in ? then 1 else 0 end as is_covered', [
      measured,
    ]),
  );
  const query = knex
    .from(counted.as('counted'))
    .select('tier')
    .count({ entities: '*' })
    .sum({ covered: 'is_covered' })
    .groupBy('tier')
    .orderByRaw('(case when tier is null then 1 else 0 end)');
  orderByText(query, 'tier');
  const rows: any[] = await query;
  return rows.map(({ tier, entities, covered }) => ({
    tier,
    entities: Number(entities),
    covered: Number(covered),
  }));
}

/** One page of components of which nothing is measured, and how many there are. */
export async function listUncovered(
  knex: Knex,
  selection: SloSelection,
  { limit, after }: { limit: number; after?: UncoveredPosition },
): Promise<{ items: UncoveredRow[]; total: number }> {
  const uncovered = () =>
    selectComponents(knex, selection).whereNotExists(
      selectMeasured(knex, selection),
    );
  const query = uncovered().select(
    'member.ref',
    'member.tier',
    'member.sort_name',
    'member.name',
    'member.title',
    'member.owner_ref',
    knex.raw('case when exists ? then 1 else 0 end as has_slo', [
      selectOwn(knex, selection),
    ]),
  );
  if (after) {
    whereAfter(query, after);
  }
  query.orderByRaw('(case when member.tier is null then 1 else 0 end)');
  for (const column of ['member.tier', 'member.sort_name', 'member.ref']) {
    orderByText(query, column);
  }
  const [rows, [{ total }]]: [any[], any[]] = await Promise.all([
    query.limit(limit),
    uncovered().count({ total: '*' }),
  ]);
  return {
    items: rows.map(row => ({
      ref: row.ref,
      tier: row.tier,
      name: row.sort_name,
      title: row.title ?? row.name,
      ownerRef: row.owner_ref,
      reason: Number(row.has_slo) === 1 ? 'not_measured' : 'no_slo',
    })),
    total: Number(total),
  };
}

function whereAfter(
  query: Knex.QueryBuilder,
  { tier, name, ref }: UncoveredPosition,
): void {
  const byCharacter = isPostgres(query) ? ' collate "C"' : '';
  const beyond = (column: string) => `${column}${byCharacter} > ?`;
  query.where(rest => {
    if (tier !== null) {
      rest.whereRaw(beyond('member.tier'), [tier]).orWhereNull('member.tier');
    }
    rest.orWhere(same => {
      same
        .where('member.tier', tier)
        .where(later =>
          later
            .whereRaw(beyond('member.sort_name'), [name])
            .orWhere(tie =>
              tie
                .where('member.sort_name', name)
                .whereRaw(beyond('member.ref'), [ref]),
            ),
        );
    });
  });
}
