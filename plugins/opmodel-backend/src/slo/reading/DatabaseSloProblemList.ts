import type { Knex } from 'knex';
import { isPostgres, orderByText } from '../../catalog/DatabaseLists';
import { selectSlos } from './DatabaseSloSelection';
import type { ListedProblem, SloReadStore, SloSelection } from './SloReadStore';

const rank = `case when problem.severity = 'error' then 0 else 1 end`;

/** One page of what is wrong with documents, and how much there is. */
export async function listProblems(
  knex: Knex,
  selection: SloSelection,
  page: Parameters<SloReadStore['listProblems']>[1],
): Promise<{ items: ListedProblem[]; total: number }> {
  const { severity, rule, limit, after } = page;
  const all = selectSlos(knex, selection).join(
    'slo_problems as problem',
    'problem.slo_ref',
    'slo.ref',
  );
  if (severity !== undefined) {
    all.where('problem.severity', severity);
  }
  if (rule !== undefined) {
    all.where('problem.rule', rule);
  }
  const query = all
    .clone()
    .select(
      'problem.*',
      'slo.title',
      'slo.entity_ref',
      knex.raw('coalesce(slo.owner_ref, member.owner_ref) as owner_ref'),
      knex.raw(`${rank} as rank`),
    );
  if (after) {
    const beyond = isPostgres(query)
      ? 'slo.ref collate "C" > ?'
      : 'slo.ref > ?';
    query.where(rest =>
      rest
        .whereRaw(`${rank} > ?`, [after.rank])
        .orWhere(same =>
          same
            .whereRaw(`${rank} = ?`, [after.rank])
            .where(later =>
              later
                .whereRaw(beyond, [after.ref])
                .orWhere(tie =>
                  tie
                    .where('slo.ref', after.ref)
                    .where('problem.seq', '>', after.seq),
                ),
            ),
        ),
    );
  }
  query.orderByRaw(rank);
  orderByText(query, 'slo.ref');
  const [rows, [{ total }]]: [any[], any[]] = await Promise.all([
    query.orderBy('problem.seq').limit(limit),
    all.clone().count({ total: '*' }),
  ]);
  return {
    items: rows.map(row => ({
      rank: Number(row.rank),
      ref: row.slo_ref,
      seq: row.seq,
      title: row.title,
      entityRef: row.entity_ref,
      ownerRef: row.owner_ref,
      severity: row.severity,
      rule: row.rule,
      path: row.path,
      value: row.value,
      message: row.message,
      source: row.source,
    })),
    total: Number(total),
  };
}
