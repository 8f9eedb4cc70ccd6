import type { Knex } from 'knex';
import { type Carried, listCarriedChanges } from './DatabaseCarriedChanges';
import { joinSelectedDays } from '../catalog/DatabaseComponentSelection';
import { listFailures } from './DatabaseFailureLinks';
import {
  flag,
  instant,
  keyOfRecord,
  wherePastPosition,
} from './DatabaseRecordColumns';
import type {
  DeploymentPageRequest,
  DeploymentRecord,
  FailureRecord,
} from './doraRecords';
import type { DaySpan, DoraSelection } from './DoraStore';

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
        )
        .orWhereExists(
          knex('dora_recoveries as recovery')
            .whereRaw('recovery.calculation = verdict.calculation')
            .whereRaw('recovery.entity_ref = verdict.entity_ref')
            .whereRaw('recovery.source = verdict.source')
            .whereRaw('recovery.deployment = verdict.deployment')
            .where('recovery.exclusion', exclusion),
        ),
    );
  }
  for (const column of ['failed', 'rework'] as const) {
    const wanted = page[column];
    if (wanted !== undefined) {
      all.where(`verdict.${column}`, wanted);
    }
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
    .modify(query => wherePastPosition(query, 'verdict.deployment', page.after))
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
      'verdict.failed',
      'verdict.rework',
      'verdict.recovered_at',
      'verdict.recovery',
      'verdict.environment_tier as tier',
      'component.name as entity_name',
      'component.title as entity_title',
    );
  const changes = await listCarriedChanges(knex, calculation, rows);
  const failures = await listFailures(knex, calculation, rows);
  return {
    total: Number(total),
    items: rows.map(row =>
      toDeploymentRecord(row, {
        carried: changes.get(keyOfRecord(row)),
        failures: failures.get(keyOfRecord(row)) ?? [],
      }),
    ),
  };
}

function toDeploymentRecord(
  row: Record<string, any>,
  { carried, failures }: { carried?: Carried; failures: FailureRecord[] },
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
    failed: Boolean(row.failed),
    failures,
    rework: Boolean(row.rework),
    recoveredAt: instant(row.recovered_at),
    recovery: instant(row.recovery),
    recordedAt: Number(row.recorded_at),
    changesTotal: carried?.total ?? 0,
    changes: carried?.changes ?? [],
  };
}
