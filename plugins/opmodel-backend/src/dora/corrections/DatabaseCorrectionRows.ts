import type { RecordKey } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import type { CorrectionState, StatedCorrection } from './CorrectionStore';

/** Whether a later correction that holds is about the same as `correction`. */
export const IS_SUPERSEDED = `exists (
  select 1 from dora_corrections as later
  where later.entity_ref = correction.entity_ref
    and later.kind = correction.kind
    and later.recorded_at > correction.recorded_at
    and later.undone_at is null
    and case correction.kind
      when 'failure_link' then later.incident_source = correction.incident_source
        and later.incident_subject = correction.incident_subject
      when 'excluded_period' then later.from_day = correction.from_day and later.to_day = correction.to_day
      else later.deployment_source = correction.deployment_source
        and later.deployment_subject = correction.deployment_subject
    end)`;

const STATE = `case when correction.undone_at is not null then 'undone'
  when ${IS_SUPERSEDED} then 'superseded' else 'active' end`;

/** A row as both databases give it. */
export interface CorrectionRow {
  id: string;
  entity_ref: string;
  kind: StatedCorrection['kind'];
  state: CorrectionState;
  incident_source: string | null;
  incident_subject: string | null;
  deployment_source: string | null;
  deployment_subject: string | null;
  failed: boolean | number | null;
  planned: boolean | number | null;
  from_day: string | null;
  to_day: string | null;
  cause: StatedCorrection['cause'];
  reason: string;
  decided_by: string;
  recorded_at: number | string;
  undone_at: number | string | null;
  undone_by: string | null;
  undo_reason: string | null;
}

/** All corrections, under the alias `correction`, each with its state. */
export function stated(knex: Knex): Knex.QueryBuilder {
  return knex('dora_corrections as correction').select(
    'correction.*',
    knex.raw(`${STATE} as state`),
  );
}

/** One correction of an entity. */
export async function readOne(
  knex: Knex,
  { entityRef, id }: { entityRef: string; id: string },
): Promise<StatedCorrection | undefined> {
  const row: CorrectionRow | undefined = await stated(knex)
    .where({ 'correction.entity_ref': entityRef, 'correction.id': id })
    .first();
  return row && toCorrection(row);
}

/** What a row tells. */
export function toCorrection(row: CorrectionRow): StatedCorrection {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    kind: row.kind,
    state: row.state,
    incident: keyOf(row.incident_source, row.incident_subject),
    deployment: keyOf(row.deployment_source, row.deployment_subject),
    failed: row.failed === null ? null : Boolean(row.failed),
    planned: row.planned === null ? null : Boolean(row.planned),
    from: row.from_day,
    to: row.to_day,
    cause: row.cause,
    reason: row.reason,
    decidedBy: row.decided_by,
    recordedAt: Number(row.recorded_at),
    undone:
      row.undone_at === null
        ? null
        : {
            at: Number(row.undone_at),
            by: row.undone_by!,
            reason: row.undo_reason!,
          },
  };
}

function keyOf(
  source: string | null,
  subject: string | null,
): RecordKey | null {
  return source === null || subject === null ? null : { source, subject };
}
