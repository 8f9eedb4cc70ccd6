import type { CheckVerdict } from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../../lib/instants';
import type { ReadCheck } from './CheckExpressions';
import type { ToldFacts } from './ToldFacts';

/**
 * How the value beside a verdict is told: an instant in ISO 8601, everything else as it is.
 *
 * @returns null also where it rests on a fact of which something is left out for whoever reads
 */
export function printCheckValue(
  check: ReadCheck | undefined,
  value: CheckVerdict['value'],
  facts: Pick<ToldFacts, 'isHidden'>,
): CheckVerdict['value'] {
  if (!check || check.valueFacts.some(fact => facts.isHidden(fact))) {
    return null;
  }
  return check.isInstant && typeof value === 'number'
    ? toInstant(value)
    : value;
}
