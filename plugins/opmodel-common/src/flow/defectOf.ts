import type { WorkItemFact } from './flowFacts';
import type { DefectPlace, FlowItem } from './flowItem';

const LONGEST_SEVERITY = 40;

/**
 * Whether an item is a defect: one that says how severe it is, or where it was found. Found in production, it has escaped.
 *
 * @returns the severity in lower case, `unknown` where none is stated
 */
export function defectOf({
  severity,
  foundIn,
}: Pick<WorkItemFact, 'severity' | 'foundIn'>): FlowItem['defect'] {
  if (severity === null && foundIn === null) {
    return null;
  }
  const name = severity?.trim().toLowerCase().slice(0, LONGEST_SEVERITY);
  return { severity: name || 'unknown', place: placeOf(foundIn) };
}

function placeOf(foundIn: WorkItemFact['foundIn']): DefectPlace {
  switch (foundIn) {
    case 'production':
      return 'production';
    case 'staging':
    case 'testing':
    case 'development':
      return 'earlier';
    default:
      return 'unknown';
  }
}
