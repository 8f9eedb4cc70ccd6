import type { IntakeOutcome } from '@opmodel/backstage-plugin-opmodel-common';
import { cleanText } from '../catalog/cleanText';

/** Fields that a reason names; a body that is wrong in all of them is wrong in the first ones as well. */
const FIELDS_NAMED = 3;

/** Characters of a reason. */
const REASON_LENGTH = 300;

/**
 * Why an event was rejected, worded so that events that are wrong alike get the same text: which fields, and what was expected
 * there, whatever the place in a list and whatever the value.
 */
export function describeRejection({
  errors = [],
  reason = 'rejected',
}: Pick<IntakeOutcome, 'errors' | 'reason'>): string {
  const fields = new Set(
    errors.map(({ path, message }) =>
      path ? `${path.replace(/\[\d+\]/g, '[]')}: ${message}` : message,
    ),
  );
  const text =
    fields.size > 0
      ? [...fields].sort().slice(0, FIELDS_NAMED).join('; ')
      : reason;
  const clean = cleanText(text);
  return clean.length > REASON_LENGTH
    ? `${cleanText(clean.slice(0, REASON_LENGTH - 1))}…`
    : clean;
}
