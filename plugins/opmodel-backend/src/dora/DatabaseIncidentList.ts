import type { Knex } from 'knex';
import { joinSelectedDays } from '../catalog/DatabaseComponentSelection';
import { findRecords, toFailure } from './DatabaseFailureLinks';
import {
  instant,
  keyOfRecord,
  wherePastPosition,
} from './DatabaseRecordColumns';
import type { IncidentPageRequest, IncidentRecord } from './doraRecords';
import type { DaySpan, DoraSelection } from './DoraStore';

/** One page of the incidents of a selection, newest first, with the deployment that each is tied to. */
export async function listIncidents(
  knex: Knex,
  request: {
    calculation: string;
    selection: DoraSelection;
    span: DaySpan;
    page: IncidentPageRequest;
  },
): Promise<{ items: IncidentRecord[]; total: number }> {
  const { calculation, selection, span, page } = request;
  const all = knex('dora_incidents as verdict')
    .where('verdict.calculation', calculation)
    .whereBetween('verdict.day', [span.from, span.to])
    .modify(query =>
      joinSelectedDays(query, selection, {
        entityRef: 'verdict.entity_ref',
        day: 'verdict.day',
      }),
    )
    .join('incidents as record', join =>
      join
        .on('record.source', 'verdict.source')
        .andOn('record.subject', 'verdict.incident')
        .andOn('record.entity_ref', 'verdict.entity_ref')
        .andOnNull('record.superseded_at'),
    );
  whereState(all, page.state);
  if (page.exclusion !== undefined) {
    whereExcluded(knex, all, page.exclusion);
  }
  const [{ total }] = await all.clone().count({ total: '*' });

  const rows: Record<string, any>[] = await all
    .join('entities as component', 'component.ref', 'verdict.entity_ref')
    .modify(query => wherePastPosition(query, 'verdict.incident', page.after))
    .orderBy([
      { column: 'verdict.at', order: 'desc' },
      { column: 'verdict.entity_ref' },
      { column: 'verdict.source' },
      { column: 'verdict.incident' },
    ])
    .limit(page.limit)
    .select(
      'record.*',
      'verdict.*',
      'verdict.incident as subject',
      'component.name as entity_name',
      'component.title as entity_title',
    );
  const deployments = await findRecords(
    knex,
    'deployments',
    rows
      .filter(row => row.deployment !== null)
      .map(row => linkedDeployment(row)),
  );
  return {
    total: Number(total),
    items: rows.map(row =>
      toIncidentRecord(
        row,
        row.deployment === null
          ? undefined
          : deployments.get(keyOfRecord(linkedDeployment(row))),
      ),
    ),
  };
}

function whereState(
  query: Knex.QueryBuilder,
  state: IncidentPageRequest['state'],
): void {
  if (state === 'linked') {
    query.whereNotNull('verdict.deployment');
  } else if (state === 'unlinked') {
    query.whereNull('verdict.deployment');
  } else if (state === 'open') {
    query
      .where('record.withdrawn', false)
      .whereNull('record.resolved_at')
      .whereNull('record.mitigated_at');
  }
}

function whereExcluded(
  knex: Knex,
  query: Knex.QueryBuilder,
  exclusion: string,
): void {
  query.where(reason =>
    reason
      .where('verdict.unlinked', exclusion)
      .orWhere('verdict.restore_exclusion', exclusion)
      .orWhereExists(
        knex('dora_recoveries as recovery')
          .whereRaw('recovery.calculation = verdict.calculation')
          .whereRaw('recovery.entity_ref = verdict.entity_ref')
          .whereRaw('recovery.incident_source = verdict.source')
          .whereRaw('recovery.incident = verdict.incident')
          .where('recovery.exclusion', exclusion),
      ),
  );
}

function linkedDeployment(row: Record<string, any>) {
  return {
    entity_ref: row.entity_ref,
    source: row.deployment_source,
    subject: row.deployment,
  };
}

function toIncidentRecord(
  row: Record<string, any>,
  deployment: Record<string, any> | undefined,
): IncidentRecord {
  const isLinked = row.deployment !== null;
  const key = { source: row.deployment_source, subject: row.deployment };
  return {
    entityRef: row.entity_ref,
    entityName: row.entity_name,
    entityTitle: row.entity_title,
    source: row.source,
    subject: row.subject,
    title: row.title,
    url: row.url,
    severity: row.severity,
    causeClass: row.cause_class,
    environment: row.environment,
    startedAt: instant(row.started_at),
    detectedAt: instant(row.detected_at),
    mitigatedAt: instant(row.mitigated_at),
    resolvedAt: instant(row.resolved_at),
    at: Number(row.at),
    day: row.day,
    link: isLinked
      ? toFailure(
          row,
          {
            type: 'incident',
            source: row.source,
            subject: row.subject,
            title: row.title,
            url: row.url,
          },
          key,
        )
      : null,
    linkedDeployment: isLinked
      ? {
          ...key,
          title: deployment?.title ?? null,
          url: deployment?.url ?? null,
          version: deployment?.version ?? null,
          finishedAt: instant(deployment?.finished_at),
        }
      : null,
    unlinked: row.unlinked,
    restore: instant(row.restore),
    restoreExclusion: row.restore_exclusion,
    recurrence: Boolean(row.recurrence),
    recurrenceOf: row.recurrence_of,
    recordedAt: Number(row.recorded_at),
  };
}
