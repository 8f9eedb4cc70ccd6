import type {
  DeliveryCorrection,
  RecordKey,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';

/** Reads what people decided about the facts of an entity and did not take back, oldest first. */
export async function readActiveCorrections(
  knex: Knex,
  entityRef: string,
): Promise<DeliveryCorrection[]> {
  const rows = await knex('dora_corrections')
    .where({ entity_ref: entityRef, undone_at: null })
    .orderBy(['recorded_at', 'id']);
  return rows.map(toCorrection);
}

function toCorrection(row: Record<string, any>): DeliveryCorrection {
  const decision = {
    id: row.id,
    decidedAt: Number(row.recorded_at),
    decidedBy: row.decided_by,
  };
  const deployment = keyOf(row.deployment_source, row.deployment_subject);
  switch (row.kind) {
    case 'failure_link':
      return {
        ...decision,
        kind: 'failure_link',
        incident: keyOf(row.incident_source, row.incident_subject)!,
        deployment,
      };
    case 'deployment_failed':
      return {
        ...decision,
        kind: 'deployment_failed',
        deployment: deployment!,
        failed: Boolean(row.failed),
      };
    case 'deployment_planned':
      return {
        ...decision,
        kind: 'deployment_planned',
        deployment: deployment!,
        planned: Boolean(row.planned),
      };
    case 'excluded_period':
      return {
        ...decision,
        kind: 'excluded_period',
        from: row.from_day,
        to: row.to_day,
        cause: row.cause,
      };
    default:
      throw new Error(
        `Correction ${row.id} is of the unknown kind '${row.kind}'`,
      );
  }
}

function keyOf(source: string | null, subject: string | null) {
  return source === null || subject === null
    ? null
    : ({ source, subject } satisfies RecordKey);
}
