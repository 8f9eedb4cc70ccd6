import type {
  IntakeEvent,
  WorkItemObservation,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  identifyByContent,
  meaningOf,
  readWebhookBody,
  type WebhookDelivery,
  type WebhookReader,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import { issueBody, type IssueBody } from './issueBody';
import type { JiraSettings } from './jiraSettings';
import { readCommitment } from './readCommitment';
import { readState } from './readState';

const eventSchema = z.object({ webhookEvent: z.string().nullish() });

const readEvents = [
  'jira:issue_created',
  'jira:issue_updated',
  'jira:issue_deleted',
];

/** A day of Jira's time tracking has eight hours unless somebody changes it. Seconds. */
const WORKING_DAY = 8 * 60 * 60;

function effortOf({ issue: { fields } }: IssueBody): number | undefined {
  const seconds = fields.timespent || fields.timeoriginalestimate;
  return seconds ? Math.round((seconds / WORKING_DAY) * 100) / 100 : undefined;
}

/** Where people find the issue, below whatever path Jira runs at. */
function addressOf({ issue }: IssueBody): string {
  const [root] = issue.self.split('/rest/');
  return `${root}/browse/${issue.key}`;
}

function observe(body: IssueBody, settings: JiraSettings): WorkItemObservation {
  const { fields, id, key } = body.issue;
  const { words } = settings;
  const labels = fields.labels ?? [];
  const state = readState(body, settings);
  const endedAt =
    fields.resolutiondate ?? fields.statuscategorychangedate ?? fields.updated;
  return {
    kind: 'work_item',
    // Unlike its key, it stays when the issue moves to another project.
    subject: id,
    target: { links: [{ system: 'jira', externalId: fields.project.key }] },
    withdrawn: body.webhookEvent === 'jira:issue_deleted',
    title: fields.summary ? `${key} ${fields.summary}` : key,
    url: addressOf(body),
    category: meaningOf(words.categories, [fields.issuetype.name, ...labels]),
    severity: fields.priority?.name,
    foundIn: meaningOf(words.foundIn, labels),
    committedPeriod: readCommitment(body, settings, state === 'done'),
    state,
    effortDays: effortOf(body),
    createdAt: fields.created,
    ...(state && {
      completedAt: state === 'done' ? endedAt : null,
      cancelledAt: state === 'cancelled' ? endedAt : null,
    }),
  };
}

function readIssue(
  delivery: WebhookDelivery,
  settings: JiraSettings,
): IntakeEvent[] {
  const body = readWebhookBody(issueBody, delivery);
  const { issue, timestamp, webhookEvent } = body;
  const { issuetype, updated } = issue.fields;
  // Subtasks are parts of issues, and epics are made of them; counted as well, work would count twice.
  if (issuetype.subtask || (issuetype.hierarchyLevel ?? 0) !== 0) {
    return [];
  }
  // A deletion changes no field.
  const time =
    webhookEvent === 'jira:issue_deleted'
      ? new Date(timestamp).toISOString()
      : updated;
  return [
    identifyByContent({
      // Ids of issues are given by site, and each site has an address of its own.
      source: `jira:${new URL(issue.self).host}`,
      id: `${webhookEvent}:${issue.id}:${time}`,
      time,
      observation: observe(body, settings),
    }),
  ];
}

/** Reads Jira's webhooks: Cloud, and Data Center. */
export function createJiraReader(settings: JiraSettings): WebhookReader {
  return {
    type: 'jira',
    title: 'Jira: issues',
    read(delivery) {
      // The body says what it is, whatever the way by which it came calls it.
      const { webhookEvent } = readWebhookBody(eventSchema, delivery);
      return readEvents.includes(webhookEvent ?? '')
        ? readIssue(delivery, settings)
        : [];
    },
  };
}
