import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import {
  captionSchema,
  identifyByContent,
  linkSchema,
  readSeverity,
  readWebhookBody,
  type WebhookDelivery,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import { gitlabInstantSchema } from './gitlabInstant';
import { projectSchema, sourceOf } from './project';

const typeBody = z.object({
  // Absent before GitLab 17.2, and there incidents cannot be told from other issues.
  object_attributes: z.object({ type: z.string().nullish() }),
  // Whatever else stands here is no reason to lose a delivery.
  changes: z
    .object({ type: z.object({ previous: z.string() }).optional() })
    .optional()
    .catch(undefined),
});

const incidentBody = z.object({
  project: projectSchema,
  object_attributes: z.object({
    iid: z.int(),
    // Absent when the webhook is tested from its settings.
    action: z.string().nullish(),
    title: captionSchema,
    url: linkSchema,
    state: z.string(),
    confidential: z.boolean().nullish(),
    severity: z.string().nullish(),
    moved_to_id: z.int().nullish(),
    duplicated_to_id: z.int().nullish(),
    created_at: gitlabInstantSchema,
    updated_at: gitlabInstantSchema,
    closed_at: gitlabInstantSchema.nullish(),
  }),
});

function isIncidentType(type: string | null | undefined): boolean {
  return type?.toLowerCase() === 'incident';
}

/** Reads work item events, of which those about incidents, and what was one until then, say something. */
export function readIncident(delivery: WebhookDelivery): IntakeEvent[] {
  const { object_attributes, changes } = readWebhookBody(typeBody, delivery);
  const isIncident = isIncidentType(object_attributes.type);
  if (!isIncident && !isIncidentType(changes?.type?.previous)) {
    return [];
  }
  const { project, object_attributes: incident } = readWebhookBody(
    incidentBody,
    delivery,
  );
  if (!incident.action) {
    return [];
  }
  return [
    identifyByContent({
      source: sourceOf(project),
      id: `incident:${incident.iid}:${incident.action}:${incident.updated_at}`,
      time: incident.updated_at,
      observation: {
        kind: 'incident',
        subject: `${project.path_with_namespace}#${incident.iid}`,
        target: { links: project.web_url.links },
        withdrawn:
          !isIncident ||
          // It goes on under another number.
          !!(incident.moved_to_id ?? incident.duplicated_to_id),
        // Fewer people may read a confidential incident than the entity.
        title: incident.confidential ? undefined : incident.title,
        url: incident.url,
        // `unknown` is none.
        severity: readSeverity(incident.severity),
        detectedAt: incident.created_at,
        // A reopened incident may keep the time of its last closing.
        resolvedAt:
          incident.state === 'closed'
            ? incident.closed_at ?? incident.updated_at
            : null,
      },
    }),
  ];
}
