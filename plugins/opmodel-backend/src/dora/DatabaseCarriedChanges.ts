import type { Knex } from 'knex';
import { whereAnyOf } from '../catalog/DatabaseLists';
import { instant, keyOfRecord } from './DatabaseRecordColumns';
import type { CarriedChange } from './doraRecords';

/** Changes that are listed with one deployment. */
const CHANGES_PER_DEPLOYMENT = 100;

/** The changes of one deployment. */
export interface Carried {
  total: number;
  changes: CarriedChange[];
}

/** The changes that deployments carry, by {@link keyOfRecord}. */
export async function listCarriedChanges(
  knex: Knex,
  calculation: string,
  deployments: Record<string, any>[],
): Promise<Map<string, Carried>> {
  const byDeployment = new Map<string, Carried>();
  if (deployments.length === 0) {
    return byDeployment;
  }
  const entityRefs = new Set(deployments.map(row => row.entity_ref));
  const samples = await knex('dora_samples')
    .where({ calculation })
    .modify(query => whereAnyOf(query, 'entity_ref', entityRefs))
    .modify(query =>
      whereAnyOf(
        query,
        'deployment',
        deployments.map(row => row.subject),
      ),
    )
    .orderBy(['entity_ref', 'source', 'deployment', 'change_key']);
  const wanted = new Set(deployments.map(keyOfRecord));
  const listed: { row: Record<string, any>; carried: Carried }[] = [];
  for (const row of samples) {
    const key = keyOfRecord({ ...row, subject: row.deployment });
    if (!wanted.has(key)) {
      continue;
    }
    const carried = byDeployment.get(key) ?? { total: 0, changes: [] };
    byDeployment.set(key, carried);
    carried.total += 1;
    if (carried.total <= CHANGES_PER_DEPLOYMENT) {
      listed.push({ row, carried });
    }
  }
  const records = await findChanges(
    knex,
    entityRefs,
    new Set(listed.map(({ row }) => row.change_key)),
  );
  for (const { row, carried } of listed) {
    const record = records.get(`${row.entity_ref} ${row.change_key}`);
    carried.changes.push({
      key: row.change_key,
      title: record?.title ?? null,
      url: record?.url ?? null,
      commitSha: record?.commit_sha ?? null,
      firstCommitAt: instant(record?.first_commit_at),
      openedAt: instant(record?.opened_at),
      firstReviewAt: instant(record?.first_review_at),
      mergedAt: instant(record?.merged_at),
      leadTime: instant(row.lead_time),
      exclusion: row.exclusion,
    });
  }
  return byDeployment;
}

/** Changes by the commit or the id that deployments list them by. */
async function findChanges(
  knex: Knex,
  entityRefs: Set<string>,
  keys: Set<string>,
): Promise<Map<string, Record<string, any>>> {
  const rows = await knex('changes')
    .whereNull('superseded_at')
    .modify(query => whereAnyOf(query, 'entity_ref', entityRefs))
    .where(either =>
      either
        .where(commit => whereAnyOf(commit, 'commit_sha', keys))
        .orWhere(subject => whereAnyOf(subject, 'subject', keys)),
    )
    .orderBy('row_id', 'desc');
  const found = new Map<string, Record<string, any>>();
  for (const row of rows) {
    for (const key of [row.subject, row.commit_sha]) {
      if (key !== null) {
        found.set(`${row.entity_ref} ${key}`, row);
      }
    }
  }
  return found;
}
