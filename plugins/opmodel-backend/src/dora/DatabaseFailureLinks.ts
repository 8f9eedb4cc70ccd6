import type { Knex } from 'knex';
import { whereAnyOf } from '../catalog/DatabaseLists';
import { instant, keyOfRecord } from './DatabaseRecordColumns';
import type { FailureRecord } from './doraRecords';

/** What names a record, as a row has it. */
interface RecordRow {
  entity_ref: string;
  source: string;
  subject: string;
}

/**
 * By what deployments are known to have failed, by {@link keyOfRecord}, the most certain first.
 *
 * @param deployments - rows of one page
 */
export async function listFailures(
  knex: Knex,
  calculation: string,
  deployments: readonly Record<string, any>[],
): Promise<Map<string, FailureRecord[]>> {
  const failures = new Map<string, FailureRecord[]>();
  if (deployments.length === 0) {
    return failures;
  }
  const wanted = new Set(deployments.map(keyOfRecord));
  const rows: Record<string, any>[] = await knex('dora_failure_links')
    .where({ calculation })
    .modify(query =>
      whereAnyOf(
        query,
        'entity_ref',
        new Set(deployments.map(row => row.entity_ref)),
      ),
    )
    .modify(query =>
      whereAnyOf(
        query,
        'deployment',
        deployments.map(row => row.subject),
      ),
    )
    .orderBy('place');
  const links = rows.filter(row =>
    wanted.has(keyOfRecord({ ...row, subject: row.deployment })),
  );
  const causes = links.flatMap(link =>
    link.cause_type === 'decision' ? [] : [{ ...link, ...causeOf(link) }],
  );
  const names = {
    incident: await findRecords(knex, 'incidents', causes),
    deployment: await findRecords(knex, 'deployments', causes),
  };
  for (const link of links) {
    const key = keyOfRecord({ ...link, subject: link.deployment });
    const named =
      link.cause_type === 'decision'
        ? undefined
        : names[link.cause_type as keyof typeof names].get(
            keyOfRecord(causeOf(link)),
          );
    failures.set(key, [
      ...(failures.get(key) ?? []),
      toFailure(link, {
        type: link.cause_type,
        source: link.cause_source,
        subject: link.cause_subject,
        title: named?.title ?? null,
        url: named?.url ?? null,
      }),
    ]);
  }
  return failures;
}

/**
 * Current records by {@link keyOfRecord}.
 *
 * @param rows - what names them
 */
export async function findRecords(
  knex: Knex,
  table: 'incidents' | 'deployments',
  rows: readonly RecordRow[],
): Promise<Map<string, Record<string, any>>> {
  if (rows.length === 0) {
    return new Map();
  }
  const found: Record<string, any>[] = await knex(table)
    .whereNull('superseded_at')
    .modify(query =>
      whereAnyOf(query, 'entity_ref', new Set(rows.map(row => row.entity_ref))),
    )
    .modify(query =>
      whereAnyOf(query, 'subject', new Set(rows.map(row => row.subject))),
    );
  return new Map(found.map(row => [keyOfRecord(row), row]));
}

/** A link from the columns that every table of links has. */
export function toFailure(
  row: Record<string, any>,
  cause: FailureRecord['cause'],
  deployment = { source: row.source, subject: row.deployment },
): FailureRecord {
  return {
    kind: row.kind,
    confidence: Number(row.confidence),
    cause,
    deployment,
    lag: instant(row.lag),
    decidedBy: row.decided_by,
    correctionId: row.correction_id,
  };
}

function causeOf(link: Record<string, any>): RecordRow {
  return {
    entity_ref: link.entity_ref,
    source: link.cause_source,
    subject: link.cause_subject,
  };
}
