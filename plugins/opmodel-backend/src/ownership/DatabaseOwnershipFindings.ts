import type { Knex } from 'knex';
import type { ComponentSelection } from '../catalog/ComponentSelection';
import { orderByText, whereAnyOf } from '../catalog/DatabaseLists';
import { selectStates, whereGap } from './DatabaseOwnershipList';
import type { OwnershipFinding } from './OwnershipStore';

/** What somebody has to look at, ordered by ref. */
export async function listOwnershipFindings(
  knex: Knex,
  selection: ComponentSelection,
  { tiers, today }: { tiers: readonly string[]; today: string },
): Promise<OwnershipFinding[]> {
  const query = selectStates(knex, selection)
    .join('entities as entity', 'entity.ref', 'state.entity_ref')
    .where(found => {
      found
        .where(unowned => {
          whereGap(unowned, 'unowned');
          whereAnyOf(unowned, 'state.tier', tiers);
        })
        .orWhere(dangling => whereGap(dangling, 'dangling_owner'))
        .orWhere(lapsed =>
          // What nobody ever confirmed is in the list of gaps, and too much of it would hide what ran out.
          whereGap(lapsed, 'review_overdue').whereNotNull('state.verified_at'),
        )
        .orWhereExists(late =>
          late
            .from('ownership_gap_dates as late')
            .whereRaw('late.entity_ref = state.entity_ref')
            .where('late.due_day', '<', today),
        );
    })
    .select('state.*', 'entity.name', 'entity.title');
  orderByText(query, 'state.entity_ref');
  const rows: any[] = await query;
  const dates = knex('ownership_gap_dates')
    .where('due_day', '<', today)
    .orderBy(['due_day', 'gap']);
  whereAnyOf(
    dates,
    'entity_ref',
    rows.map(row => row.entity_ref),
  );
  const late = new Map<string, OwnershipFinding['overdue'][number][]>();
  for (const { entity_ref: ref, gap, due_day: dueDay } of await dates) {
    late.set(ref, [...(late.get(ref) ?? []), { gap, dueDay }]);
  }
  return rows.map(row => ({
    entityRef: row.entity_ref,
    title: row.title ?? row.name,
    ownerRef: row.owner_ref,
    tier: row.tier,
    gaps: JSON.parse(row.gaps),
    sinceDay: row.from_day,
    expiresAt: row.expires_at === null ? null : Number(row.expires_at),
    overdue: late.get(row.entity_ref) ?? [],
  }));
}
