import type { Knex } from 'knex';
import { whereAnyOf } from '../catalog/DatabaseLists';
import { joinSelectedDays } from './DatabaseDoraSelection';
import type {
  CarriedChange,
  DaySpan,
  DeploymentPageRequest,
  DeploymentRecord,
  DoraSelection,
} from './DoraStore';

/** Changes that are listed with one deployment. */
const CHANGES_PER_DEPLOYMENT = 100;

/** One page of the deployments of a selection, newest first, with the changes that each carries. */
export async function listDeployments(
  knex: Knex,
  request: {
    calculation: string;
    selection: DoraSelection;
    span: DaySpan;
    page: DeploymentPageRequest;
  },
): Promise<{ items: DeploymentRecord[]; total: number }> {
  const { calculation, selection, span, page } = request;
  const all = knex('dora_deployments as verdict')
    .where('verdict.calculation', calculation)
    .whereBetween('verdict.day', [span.from, span.to])
    .modify(query =>
      joinSelectedDays(query, selection, {
        entityRef: 'verdict.entity_ref',
        day: 'verdict.day',
      }),
    );
  if (page.exclusion !== undefined) {
    const { exclusion } = page;
    all.where(reason =>
      reason
        .where('verdict.exclusion', exclusion)
        .orWhereExists(
          knex('dora_samples as sample')
            .whereRaw('sample.calculation = verdict.calculation')
            .whereRaw('sample.entity_ref = verdict.entity_ref')
            .whereRaw('sample.source = verdict.source')
            .whereRaw('sample.deployment = verdict.deployment')
            .where('sample.exclusion', exclusion),
        ),
    );
  }
  const [{ total }] = await all.clone().count({ total: '*' });

  const rows: Record<string, any>[] = await all
    .join('deployments as record', join =>
      join
        .on('record.source', 'verdict.source')
        .andOn('record.subject', 'verdict.deployment')
        .andOn('record.entity_ref', 'verdict.entity_ref')
        .andOnNull('record.superseded_at'),
    )
    .join('entities as component', 'component.ref', 'verdict.entity_ref')
    .modify(query => wherePastPosition(query, page.after))
    .orderBy([
      { column: 'verdict.at', order: 'desc' },
      { column: 'verdict.entity_ref' },
      { column: 'verdict.source' },
      { column: 'verdict.deployment' },
    ])
    .limit(page.limit)
    .select(
      'record.*',
      'verdict.at',
      'verdict.day',
      'verdict.exclusion',
      'verdict.environment_tier as tier',
      'component.name as entity_name',
      'component.title as entity_title',
    );
  const changes = await listCarriedChanges(knex, calculation, rows);
  return {
    total: Number(total),
    items: rows.map(row => toDeploymentRecord(row, changes.get(keyOf(row)))),
  };
}

function wherePastPosition(
  query: Knex.QueryBuilder,
  after: DeploymentPageRequest['after'],
): void {
  if (!after) {
    return;
  }
  const columns: [string, string | number][] = [
    ['verdict.entity_ref', after.entityRef],
    ['verdict.source', after.source],
    ['verdict.deployment', after.subject],
  ];
  query.where(past => {
    past.where('verdict.at', '<', after.at);
    columns.forEach(([column, value], index) => {
      past.orWhere(tie => {
        tie.where('verdict.at', after.at).where(column, '>', value);
        for (const [equal, same] of columns.slice(0, index)) {
          tie.where(equal, same);
        }
      });
    });
  });
}

interface Carried {
  total: number;
  changes: CarriedChange[];
}

async function listCarriedChanges(
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
  const wanted = new Set(deployments.map(keyOf));
  const listed: { row: Record<string, any>; carried: Carried }[] = [];
  for (const row of samples) {
    const key = keyOf({ ...row, subject: row.deployment });
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

function toDeploymentRecord(
  row: Record<string, any>,
  carried: Carried | undefined,
): DeploymentRecord {
  return {
    entityRef: row.entity_ref,
    entityName: row.entity_name,
    entityTitle: row.entity_title,
    source: row.source,
    subject: row.subject,
    title: row.title,
    url: row.url,
    environment: row.environment,
    environmentTier: row.tier,
    startedAt: instant(row.started_at),
    finishedAt: instant(row.finished_at),
    at: Number(row.at),
    day: row.day,
    result: row.result,
    deploymentType: row.deployment_type,
    version: row.version,
    commitSha: row.commit_sha,
    hotfix: flag(row.hotfix),
    planned: flag(row.planned),
    exclusion: row.exclusion,
    recordedAt: Number(row.recorded_at),
    changesTotal: carried?.total ?? 0,
    changes: carried?.changes ?? [],
  };
}

function keyOf(row: Record<string, any>): string {
  return JSON.stringify([row.entity_ref, row.source, row.subject]);
}

function instant(value: number | string | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}

/** SQLite keeps booleans as 0 and 1; null is "not known". */
function flag(value: boolean | number | null): boolean | null {
  return value === null ? null : Boolean(value);
}
