import { NotFoundError } from '@backstage/errors';
import {
  type DebtItem,
  type DebtSnapshot,
  principalOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import {
  isPostgres,
  orderByText,
  whereAnyOf,
  whereTextAfter,
} from '../../catalog/DatabaseLists';
import { selectDebtItems } from './DatabaseDebtItemSelection';
import type { DebtComment, DebtSelection, DebtVersion } from './DebtItemStore';

/** Writes what an item is from now on, and who made it that. */
export async function insertVersion(
  transaction: Knex.Transaction,
  item: DebtItem,
  version: Omit<DebtVersion, 'itemId' | 'version'>,
): Promise<void> {
  await transaction('tech_debt_versions').insert(toVersionRow(item, version));
}

/** The row of a version in `tech_debt_versions`. */
export function toVersionRow(
  item: DebtItem,
  { at, by, note, changes }: Omit<DebtVersion, 'itemId' | 'version'>,
) {
  return {
    item_id: item.id,
    version: item.version,
    at,
    by_ref: by,
    note,
    changes: JSON.stringify(changes),
    status: item.status,
    owner_ref: item.ownerRef,
    entity_refs: JSON.stringify(item.entityRefs),
    principal_days: principalOf(item.estimate),
  };
}

/** What items of a selection were; in order of the item, then of the version. */
export async function listSnapshots(
  knex: Knex,
  selection: DebtSelection,
): Promise<DebtSnapshot[]> {
  return selectSnapshots(
    selectDebtItems(knex, selection).join(
      'tech_debt_versions as version',
      'version.item_id',
      'item.id',
    ),
  );
}

/** What these items were. */
export async function readSnapshots(
  knex: Knex,
  itemIds: readonly string[],
): Promise<DebtSnapshot[]> {
  const query = knex('tech_debt_versions as version');
  whereAnyOf(query, 'version.item_id', itemIds);
  return selectSnapshots(query);
}

async function selectSnapshots(
  query: Knex.QueryBuilder,
): Promise<DebtSnapshot[]> {
  query.select(
    'version.item_id',
    'version.version',
    'version.at',
    'version.status',
    'version.owner_ref',
    'version.entity_refs',
    'version.principal_days',
  );
  orderByText(query, 'version.item_id');
  const rows: any[] = await query.orderBy('version.version');
  return rows.map(row => ({
    itemId: row.item_id,
    version: row.version,
    at: Number(row.at),
    status: row.status,
    ownerRef: row.owner_ref,
    entityRefs: JSON.parse(row.entity_refs),
    principalDays: row.principal_days,
  }));
}

/** Versions of an item, the latest first. */
export async function listVersions(
  knex: Knex,
  itemId: string,
  { limit, before }: { limit: number; before?: number },
): Promise<DebtVersion[]> {
  const query = knex('tech_debt_versions')
    .where('item_id', itemId)
    .orderBy('version', 'desc')
    .limit(limit);
  if (before !== undefined) {
    query.where('version', '<', before);
  }
  const rows: any[] = await query;
  return rows.map(row => ({
    itemId: row.item_id,
    version: row.version,
    at: Number(row.at),
    by: row.by_ref,
    note: row.note,
    changes: JSON.parse(row.changes),
  }));
}

/** Adds a comment to an item, which nobody takes away meanwhile. */
export async function insertComment(
  knex: Knex,
  { id, itemId, at, by, text }: DebtComment,
): Promise<void> {
  await knex.transaction(async transaction => {
    const item = transaction('tech_debt_items').where('id', itemId);
    if (isPostgres(transaction)) {
      item.forKeyShare();
    }
    if (!(await item.first('id'))) {
      throw new NotFoundError(`There is no debt item '${itemId}'`);
    }
    await transaction('tech_debt_comments').insert({
      id,
      item_id: itemId,
      at,
      by_ref: by,
      text,
    });
  });
}

/** Comments on an item, the oldest first. */
export async function listComments(
  knex: Knex,
  itemId: string,
  { limit, after }: { limit: number; after?: Pick<DebtComment, 'at' | 'id'> },
): Promise<DebtComment[]> {
  const query = knex('tech_debt_comments')
    .where('item_id', itemId)
    .orderBy('at')
    .limit(limit);
  orderByText(query, 'id');
  if (after) {
    query.where(later =>
      later.where('at', '>', after.at).orWhere(same => {
        same.where('at', after.at);
        whereTextAfter(same, 'id', after.id);
      }),
    );
  }
  const rows: any[] = await query;
  return rows.map(row => ({
    id: row.id,
    itemId: row.item_id,
    at: Number(row.at),
    by: row.by_ref,
    text: row.text,
  }));
}
