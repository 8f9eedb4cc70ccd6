import type {
  IncidentObservation,
  IntakeEvent,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  captionSchema,
  hasLabel,
  identifyByContent,
  instantSchema,
  linkSchema,
  readWebhookBody,
  type WebhookDelivery,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import {
  changedLabelSchema,
  labelsAfter,
  labelsSchema,
  severityOf,
} from './labels';
import { repositorySchema, sourceOf } from './repository';

/** What deliveries about an issue hold. */
export const issueBody = z.object({
  action: z.string(),
  issue: z.object({
    number: z.int(),
    title: captionSchema,
    html_url: linkSchema,
    labels: labelsSchema,
    // Absent in deliveries about pinning, which are not read.
    state: z.string().nullish(),
    state_reason: z.string().nullish(),
    created_at: instantSchema,
    updated_at: instantSchema,
    closed_at: instantSchema.nullish(),
    pull_request: z.unknown().optional(),
  }),
  label: changedLabelSchema,
  repository: repositorySchema,
});

/** An issue as a delivery gives it. */
export type IssueBody = z.infer<typeof issueBody>;

const stateActions = [
  'opened',
  'edited',
  'closed',
  'reopened',
  'labeled',
  'unlabeled',
];
/** Actions after which the repository has the issue no longer. */
export const takenAwayActions = ['deleted', 'transferred'];

function observeState(
  { issue, repository }: IssueBody,
  labels: string[],
  isIncident: boolean,
): IncidentObservation {
  const isClosed = issue.state === 'closed';
  return {
    kind: 'incident',
    subject: `${repository.full_name}#${issue.number}`,
    target: { links: repository.html_url.links },
    // Closed as anything but done, nothing had happened.
    withdrawn:
      !isIncident ||
      (isClosed &&
        ['not_planned', 'duplicate'].includes(issue.state_reason ?? '')),
    title: issue.title,
    url: issue.html_url,
    severity: severityOf(labels),
    detectedAt: issue.created_at,
    // A reopened issue keeps the time of its last closing.
    resolvedAt: isClosed ? issue.closed_at ?? issue.updated_at : null,
  };
}

/**
 * Reads `issues` that a label makes an incident.
 *
 * @param incidentLabels - labels that do
 */
export function createIncidentReader(
  incidentLabels: readonly string[],
): (delivery: WebhookDelivery) => IntakeEvent[] {
  return delivery => {
    const body = readWebhookBody(issueBody, delivery);
    const { action, issue, label, repository } = body;
    const labels = labelsAfter(action, issue.labels, label);
    const isIncident = hasLabel(labels, incidentLabels);
    const wasIncident =
      action === 'unlabeled' &&
      hasLabel(label ? [label.name] : [], incidentLabels);
    if (issue.pull_request || !(isIncident || wasIncident)) {
      return [];
    }
    const observation = observeState(body, labels, isIncident);
    const id = ['issue', issue.number, action, issue.updated_at];
    if (stateActions.includes(action)) {
      return [
        identifyByContent({
          source: sourceOf(repository),
          // Several labels may be set at one instant.
          id: [...id, ...(label ? [label.name] : [])].join(':'),
          time: issue.updated_at,
          observation,
        }),
      ];
    }
    if (takenAwayActions.includes(action)) {
      return [
        {
          source: sourceOf(repository),
          id: id.join(':'),
          // GitHub does not say when it was taken away.
          time: new Date(delivery.receivedAt).toISOString(),
          observation: { ...observation, withdrawn: true },
        },
      ];
    }
    return [];
  };
}
