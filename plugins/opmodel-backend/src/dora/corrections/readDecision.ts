import { InputError } from '@backstage/errors';
import {
  countDays,
  MAXIMUM_WINDOW_DAYS,
  type NewDoraCorrection,
  refuseImplausibleDay,
  type RecordKey,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import { readText } from '../../lib/readText';
import { refuseUnknownFields } from '../../lib/refuseUnknownFields';
import type { Decision } from './CorrectionStore';

/** What a request says of a decision; who decided, and about which entity, it does not say. */
export type StatedDecision = Omit<Decision, 'id' | 'entityRef' | 'decidedBy'>;

/** Fields that each kind must have. All others it must not have, so that nobody takes for stated what is ignored. */
const fieldsOf = {
  failure_link: ['incident', 'deployment'],
  deployment_failed: ['deployment', 'failed'],
  deployment_planned: ['deployment', 'planned'],
  excluded_period: ['from', 'to', 'cause'],
} as const satisfies Record<
  Decision['kind'],
  readonly (keyof NewDoraCorrection)[]
>;

const everyField = [...new Set(Object.values(fieldsOf).flat())];

/**
 * Reads a correction from a body that has the form which the API describes.
 *
 * @param now - epoch milliseconds
 * @throws InputError that names the field
 */
export function readDecision(
  body: NewDoraCorrection,
  now: number,
): StatedDecision {
  refuseUnknownFields(body, ['kind', 'reason', ...everyField]);
  const { kind } = body;
  const required: readonly string[] = fieldsOf[kind];
  for (const field of everyField) {
    const isGiven = body[field] !== undefined;
    if (isGiven && !required.includes(field)) {
      throw new InputError(
        `'${field}' must not stand in a correction of kind ${kind}, which has ${required.join(
          ', ',
        )} and reason`,
      );
    }
    if (!isGiven && required.includes(field)) {
      throw new InputError(
        `'${field}' is required in a correction of kind ${kind}`,
      );
    }
  }
  if (kind !== 'failure_link' && body.deployment === null) {
    throw new InputError(
      `'deployment' must name a deployment; only in a failure link it may be null`,
    );
  }
  return {
    kind,
    incident: readKey('incident', body.incident),
    deployment: readKey('deployment', body.deployment),
    failed: body.failed ?? null,
    planned: body.planned ?? null,
    ...readPeriod(body, now),
    cause: body.cause ?? null,
    reason: readText('reason', body.reason),
  };
}

function readKey(
  field: string,
  key: { source: string; id: string } | null | undefined,
): RecordKey | null {
  return key
    ? {
        source: readText(`${field}.source`, key.source),
        subject: readText(`${field}.id`, key.id),
      }
    : null;
}

function readPeriod(
  { from, to }: NewDoraCorrection,
  now: number,
): { from: string | null; to: string | null } {
  if (from === undefined || to === undefined) {
    return { from: null, to: null };
  }
  for (const [field, day] of Object.entries({ from, to })) {
    if (!DateTime.fromISO(day, { zone: 'utc' }).isValid) {
      throw new InputError(
        `'${field}' must be a day such as 2026-03-31, got '${day}'`,
      );
    }
    refuseImplausibleDay(`'${field}'`, day, now);
  }
  if (from > to) {
    throw new InputError(
      `'from' must not be after 'to': ${from} is after ${to}`,
    );
  }
  const days = countDays(from, to);
  if (days > MAXIMUM_WINDOW_DAYS) {
    throw new InputError(
      `'to' must be at most ${MAXIMUM_WINDOW_DAYS} days from 'from', got ${days}`,
    );
  }
  return { from, to };
}
