import type {
  IntakeEvent,
  WorkItemObservation,
  WorkItemState,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  hasLabel,
  identifierSchema,
  identifyByContent,
  meaningOf,
  readWebhookBody,
  periodOfLabels,
  type IssueSettings,
  type WebhookDelivery,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import { issueBody, takenAwayActions } from './issues';
import { labelsAfter, severityOf } from './labels';
import { sourceOf } from './repository';

const workItemBody = issueBody.extend({
  issue: issueBody.shape.issue.extend({
    type: z.object({ name: z.string() }).nullish(),
    milestone: z.object({ title: identifierSchema }).nullish(),
  }),
});

type WorkItemBody = z.infer<typeof workItemBody>;

const stateActions = [
  'opened',
  'edited',
  'closed',
  'reopened',
  'labeled',
  'unlabeled',
  'typed',
  'untyped',
  'milestoned',
  'demilestoned',
];

function stateOf(
  { issue }: WorkItemBody,
  labels: string[],
  settings: IssueSettings,
): WorkItemState {
  if (issue.state === 'closed') {
    return ['not_planned', 'duplicate'].includes(issue.state_reason ?? '')
      ? 'cancelled'
      : 'done';
  }
  return meaningOf(settings.words.states, labels) ?? 'todo';
}

/** The end that a state is, as GitHub dates it. A reopened issue keeps the time of its last closing. */
function endOf(
  { issue }: WorkItemBody,
  state: WorkItemState,
): Pick<WorkItemObservation, 'completedAt' | 'cancelledAt'> {
  const at = issue.closed_at ?? issue.updated_at;
  return {
    completedAt: state === 'done' ? at : null,
    cancelledAt: state === 'cancelled' ? at : null,
  };
}

/** Where no label names it, the milestone is what an issue is committed to; one that was taken off may still be listed. */
function periodOf(
  { action, issue }: WorkItemBody,
  labels: string[],
  settings: IssueSettings,
): string | null {
  return (
    periodOfLabels(labels, settings) ??
    (action === 'demilestoned' ? null : issue.milestone?.title ?? null)
  );
}

function observe(
  body: WorkItemBody,
  labels: string[],
  settings: IssueSettings,
): WorkItemObservation {
  const { issue, repository } = body;
  const state = stateOf(body, labels, settings);
  const words = [issue.type?.name, ...labels];
  return {
    kind: 'work_item',
    subject: `${repository.full_name}#${issue.number}`,
    target: { links: repository.html_url.links },
    withdrawn: false,
    title: issue.title,
    url: issue.html_url,
    category: meaningOf(settings.words.categories, words),
    severity: severityOf(labels),
    foundIn: meaningOf(settings.words.foundIn, labels),
    committedPeriod: periodOf(body, labels, settings),
    state,
    createdAt: issue.created_at,
    ...endOf(body, state),
  };
}

/**
 * Reads `issues` as work items. Those that a label makes incidents are none, and what becomes an incident is taken back as a work item.
 */
export function createWorkItemReader(
  settings: IssueSettings,
  incidentLabels: readonly string[],
): (delivery: WebhookDelivery) => IntakeEvent[] {
  return delivery => {
    const body = readWebhookBody(workItemBody, delivery);
    const { action, issue, label, repository } = body;
    const labels = labelsAfter(action, issue.labels, label);
    const isIncident = hasLabel(labels, incidentLabels);
    const becameIncident =
      action === 'labeled' &&
      hasLabel(label ? [label.name] : [], incidentLabels);
    if (issue.pull_request || (isIncident && !becameIncident)) {
      return [];
    }
    const observation = observe(body, labels, settings);
    const source = sourceOf(repository);
    const id = `work_item:${issue.number}:${action}:${issue.updated_at}`;
    if (takenAwayActions.includes(action)) {
      return [
        {
          source,
          id,
          // GitHub does not say when it was taken away.
          time: new Date(delivery.receivedAt).toISOString(),
          observation: { ...observation, withdrawn: true },
        },
      ];
    }
    return stateActions.includes(action)
      ? [
          identifyByContent({
            source,
            id,
            time: issue.updated_at,
            observation: { ...observation, withdrawn: isIncident },
          }),
        ]
      : [];
  };
}
