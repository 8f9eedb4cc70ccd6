import type { IncidentFact } from './facts';
import { startOfIncident } from './linkIncidents';
import { textOf } from './recordKey';

const DAY = 24 * 60 * 60 * 1000;

/** An incident that comes again within this time repeats the earlier one. */
const RECURRENCE_WITHIN = 90 * DAY;

/** Where an incident stands in time: the start of its impact, else its detection, else its end. Null: it belongs to no day yet. */
export function instantOfIncident(incident: IncidentFact): number | null {
  return (
    startOfIncident(incident) ?? incident.mitigatedAt ?? incident.resolvedAt
  );
}

/**
 * Finds confirmed repeats: an incident that names an earlier one of its source, which began at most 90 days before it.
 *
 * @returns for each incident whether it is one
 */
export function findRecurrences(
  incidents: readonly IncidentFact[],
): (incident: IncidentFact) => boolean {
  const standing = new Map(
    incidents
      .filter(({ withdrawn }) => !withdrawn)
      .map(incident => [textOf(incident), incident]),
  );
  return incident => {
    const { source, recurrenceOf } = incident;
    const earlier =
      recurrenceOf === null || recurrenceOf === incident.subject
        ? undefined
        : standing.get(textOf({ source, subject: recurrenceOf }));
    const at = instantOfIncident(incident);
    const before = earlier ? instantOfIncident(earlier) : null;
    return (
      at !== null &&
      before !== null &&
      before <= at &&
      at - before <= RECURRENCE_WITHIN
    );
  };
}
