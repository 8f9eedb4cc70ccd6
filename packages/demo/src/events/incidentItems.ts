import type { Incident } from '../history/facts';
import { componentRef } from './addressing';
import { isoInstants } from './instants';

/** One statement about an incident, as the plain JSON route `/incidents` takes it. */
export interface IncidentItem {
  source: string;
  /** The incident; several statements about it make one record. */
  id: string;
  /** When it is stated. ISO 8601, UTC. */
  time: string;
  [field: string]: unknown;
}

/**
 * What the people on call state about an incident while it lasts: at detection, when its severity changes, and at its end.
 * Each statement holds only what was known by then.
 */
export function incidentItems(
  incident: Incident,
): { at: number; item: IncidentItem }[] {
  const source = 'https://oncall.example.com/marrowby';
  const statement = (at: number, fields: Record<string, unknown>) => ({
    at,
    item: {
      source,
      id: incident.id,
      time: new Date(at).toISOString(),
      entityRef: componentRef(incident.component),
      ...fields,
    },
  });
  const { startedAt, detectedAt, acknowledgedAt, mitigatedAt, resolvedAt } =
    incident;
  const [first, ...changed] = incident.severities;
  return [
    statement(detectedAt, {
      title: incident.title,
      url: `${source}/incidents/${incident.id}`,
      environment: incident.environment,
      severity: first.severity,
      ...isoInstants({ startedAt, detectedAt }),
    }),
    ...changed.map(({ at, severity }) => statement(at, { severity })),
    statement(resolvedAt, {
      causeClass: incident.causeClass,
      ...isoInstants({ acknowledgedAt, mitigatedAt, resolvedAt }),
      ...(incident.recurrenceOf && { recurrenceOf: incident.recurrenceOf }),
      ...(incident.customerImpactMinutes !== undefined && {
        customerImpactMinutes: incident.customerImpactMinutes,
      }),
      ...(incident.deployment && { deployment: incident.deployment }),
    }),
  ];
}
