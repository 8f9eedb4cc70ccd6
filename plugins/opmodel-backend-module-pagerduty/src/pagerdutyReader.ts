import type {
  IncidentObservation,
  IntakeEvent,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  captionSchema,
  identifierSchema,
  instantSchema,
  readSeverity,
  readWebhookBody,
  urlSchema,
  type WebhookDelivery,
  type WebhookReader,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';

const envelope = z.object({
  event: z.object({
    event_type: z.string(),
    // Some events about an incident carry a note or a responder instead of the incident itself.
    data: z.object({ type: z.string().nullish() }).nullish(),
  }),
});

const incidentBody = z.object({
  event: z.object({
    event_type: identifierSchema,
    occurred_at: instantSchema,
    data: z.object({
      id: identifierSchema,
      html_url: urlSchema,
      title: captionSchema,
      created_at: instantSchema,
      service: z.object({ id: identifierSchema }),
      priority: z.object({ summary: z.string().nullish() }).nullish(),
      resolve_reason: z.object({ type: z.string().nullish() }).nullish(),
    }),
  }),
});

type IncidentEvent = z.infer<typeof incidentBody>['event'];

/** The step in the course of the incident that an event is; those that are none still tell its title, service and priority. */
function stepOf({
  event_type: type,
  occurred_at: at,
  data,
}: IncidentEvent): Partial<IncidentObservation> {
  switch (type) {
    case 'incident.triggered':
      return { withdrawn: false, resolvedAt: null };
    case 'incident.acknowledged':
      return { acknowledgedAt: at };
    case 'incident.resolved':
      return {
        resolvedAt: at,
        // It goes on as the incident that it was merged into.
        withdrawn: data.resolve_reason?.type === 'merge_resolve_reason',
      };
    case 'incident.reopened':
      return { withdrawn: false, resolvedAt: null };
    default:
      return {};
  }
}

function readIncident(delivery: WebhookDelivery): IntakeEvent[] {
  const { event } = readWebhookBody(incidentBody, delivery);
  const { data: incident, event_type, occurred_at } = event;
  return [
    {
      // Ids of incidents are given by account, and each account has an address of its own.
      source: `pagerduty:${new URL(incident.html_url).hostname}`,
      id: `incident:${incident.id}:${event_type}:${occurred_at}`,
      time: occurred_at,
      observation: {
        kind: 'incident',
        subject: incident.id,
        target: {
          links: [
            { system: 'pagerduty-service', externalId: incident.service.id },
          ],
        },
        title: incident.title,
        url: incident.html_url,
        severity: readSeverity(incident.priority?.summary),
        detectedAt: incident.created_at,
        ...stepOf(event),
      },
    },
  ];
}

/** Reads PagerDuty's V3 webhooks. */
export const pagerdutyReader: WebhookReader = {
  type: 'pagerduty',
  title: 'PagerDuty: incidents',
  read(delivery) {
    // The body says what it is, whatever the way by which it came calls it.
    const { event } = readWebhookBody(envelope, delivery);
    return event.event_type.startsWith('incident.') &&
      event.data?.type === 'incident'
      ? readIncident(delivery)
      : [];
  },
};
