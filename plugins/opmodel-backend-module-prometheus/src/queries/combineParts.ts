import { MeasurementProblem } from '../MeasurementProblem';
import type { PrometheusSeries } from '../servers/ServerRun';
import type { MeasurementPart, PartRole } from './planMeasurement';

/** Label by which the parts of one measurement are told apart in one answer. */
const PART_LABEL = 'opmodel_part';

/** One query for all parts, so that an objective costs one request: each part with its name as a label. */
export function combineParts(parts: readonly MeasurementPart[]): string {
  return parts.length === 1
    ? parts[0].query
    : parts
        .map(
          ({ role, query }) =>
            `label_replace(${query}, "${PART_LABEL}", "${role}", "", "")`,
        )
        .join(' or ');
}

/**
 * Tells the parts of one answer apart.
 *
 * @throws MeasurementProblem when a part has more than one series
 */
export function readParts(
  parts: readonly MeasurementPart[],
  series: readonly PrometheusSeries[],
): [PartRole, Map<number, number>][] {
  return parts.map(({ role }) => {
    const own =
      parts.length === 1
        ? series
        : series.filter(({ labels }) => labels[PART_LABEL] === role);
    if (own.length > 1) {
      throw new MeasurementProblem(
        `The ${
          role === 'value' ? '' : `${role} `
        }query answers with several series, and one number is needed: aggregate with sum(), or choose one by its labels`,
      );
    }
    return [role, own[0]?.values ?? new Map<number, number>()];
  });
}
