import type {
  IncidentPage,
  IncidentRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import { buildFailureLink } from './deployments';

/** An incident that is tied to a deployment, unless told otherwise. */
export function buildIncident(
  overrides: Partial<IncidentRow> = {},
): IncidentRow {
  return {
    entityRef: 'component:default/payments-api',
    entityTitle: 'payments-api',
    source: 'https://pager.example.com',
    id: 'INC-311',
    title: 'Payments fail at checkout',
    url: 'https://pager.example.com/incidents/311',
    severity: 'sev1',
    causeClass: 'change',
    environment: 'production',
    startedAt: '2026-11-16T13:32:00.000Z',
    detectedAt: '2026-11-16T13:36:00.000Z',
    mitigatedAt: '2026-11-16T14:40:00.000Z',
    resolvedAt: '2026-11-16T16:02:00.000Z',
    day: '2026-11-16',
    link: buildFailureLink(),
    linkedDeployment: {
      source: 'https://ci.example.com',
      id: 'build-1039',
      title: null,
      url: 'https://ci.example.com/payments/1039',
      version: '4.15.0',
      finishedAt: '2026-11-16T13:10:00.000Z',
    },
    unlinked: null,
    restoreSeconds: 4_080,
    restoreExclusion: null,
    recurrence: false,
    recurrenceOf: null,
    recordedAt: '2026-11-16T16:02:05.000Z',
    corrections: [],
    ...overrides,
  };
}

/** An incident that no deployment caused. */
export function buildUnlinkedIncident(
  overrides: Partial<IncidentRow> = {},
): IncidentRow {
  return buildIncident({
    id: 'INC-298',
    title: 'The region lost power',
    url: 'https://pager.example.com/incidents/298',
    severity: 'sev3',
    causeClass: 'infrastructure',
    link: null,
    linkedDeployment: null,
    unlinked: 'other_cause',
    restoreSeconds: null,
    restoreExclusion: 'not_severe',
    ...overrides,
  });
}

/** A page of three incidents: one linked, one of another cause, one still open. */
export function buildIncidentPage(
  overrides: Partial<IncidentPage> = {},
): IncidentPage {
  const items = [
    buildIncident(),
    buildUnlinkedIncident(),
    buildUnlinkedIncident({
      id: 'INC-290',
      title: 'Receipts arrive late',
      url: null,
      severity: 'sev2',
      causeClass: null,
      mitigatedAt: null,
      resolvedAt: null,
      unlinked: 'no_deployment_in_time',
      restoreExclusion: 'not_mitigated',
      recurrence: true,
      recurrenceOf: 'INC-251',
    }),
  ];
  return { items, totalItems: items.length, nextCursor: null, ...overrides };
}
