import { ConfigReader } from '@backstage/config';
import {
  foldObservations,
  type IntakeEvent,
  type WorkItemRecord,
} from '@opmodel/backstage-plugin-opmodel-common';
import { createJiraReader } from '../JiraReader';
import { readJiraSettings } from '../jiraSettings';

const person = {
  self: 'https://acme.example.com/rest/api/2/user?accountId=somebody',
  accountId: 'somebody',
  displayName: 'somebody',
  emailAddress: 'somebody@example.com',
};

const statuses: Record<string, string> = {
  'To Do': 'new',
  'In Progress': 'indeterminate',
  'In Review': 'indeterminate',
  Done: 'done',
};

/**
 * A body in the shape that Atlassian documents for its webhooks, with the fields that are read and, of the rest, those that must not be
 * passed on. `change` is the item of the changelog.
 */
export function delivery(
  event: string,
  updated: string,
  fields: { status?: string } & Record<string, unknown> = {},
  change?: object,
): any {
  const { status = 'To Do', ...rest } = fields;
  return {
    timestamp: 1772359200000,
    webhookEvent: `jira:issue_${event}`,
    issue_event_type_name: 'issue_generic',
    user: person,
    issue: {
      id: '10042',
      self: 'https://acme.example.com/rest/api/2/10042',
      key: 'SHOP-7',
      fields: {
        summary: 'Offer instalments',
        issuetype: {
          id: '10001',
          name: 'Story',
          subtask: false,
          hierarchyLevel: 0,
        },
        project: { id: '10000', key: 'SHOP', name: 'Shop' },
        status: {
          id: '3',
          name: status,
          statusCategory: statuses[status]
            ? { id: 4, key: statuses[status] }
            : null,
        },
        resolution: null,
        resolutiondate: null,
        created: '2026-03-01T09:00:00.000+0100',
        updated,
        priority: { id: '2', name: 'High' },
        labels: [],
        fixVersions: [],
        components: [],
        timespent: null,
        timeoriginalestimate: null,
        customfield_10020: null,
        customfield_10021: null,
        assignee: person,
        reporter: person,
        creator: person,
        ...rest,
      },
    },
    ...(change ? { changelog: { id: '20001', items: [change] } } : {}),
  };
}

/** What the reader makes of one delivery. */
export function read(body: unknown, jira: object = {}): IntakeEvent[] {
  return createJiraReader(
    readJiraSettings(new ConfigReader({ opmodel: { jira } } as any)),
  ).read({ type: undefined, body, receivedAt: 0 });
}

/** The work item that events come to. */
export function fold(...events: IntakeEvent[]): WorkItemRecord {
  return foldObservations(
    'work_item',
    events[0].observation.subject,
    events.map(({ id, time, observation }) => ({
      id,
      time: Date.parse(time),
      observation,
    })),
  ) as WorkItemRecord;
}
