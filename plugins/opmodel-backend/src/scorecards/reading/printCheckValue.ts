import type { CheckVerdict } from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../../lib/instants';
import type { ReadCheck } from './CheckExpressions';

/** How the value beside a verdict is told: an instant in ISO 8601, everything else as it is. */
export function printCheckValue(
  check: ReadCheck | undefined,
): (value: CheckVerdict['value']) => CheckVerdict['value'] {
  return value =>
    check?.isInstant && typeof value === 'number' ? toInstant(value) : value;
}
