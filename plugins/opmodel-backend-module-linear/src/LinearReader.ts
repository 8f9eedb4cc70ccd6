import type {
  IntakeEvent,
  WorkItemObservation,
  WorkItemState,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  captionSchema,
  identifierSchema,
  identifyByContent,
  instantSchema,
  linkSchema,
  meaningOf,
  readWebhookBody,
  type WebhookDelivery,
  type WebhookReader,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import type { LinearSettings } from './linearSettings';

const envelope = z.object({
  type: z.string().nullish(),
  action: z.string().nullish(),
});

const issueBody = z.object({
  action: z.string(),
  organizationId: identifierSchema,
  /** When it happened. */
  createdAt: instantSchema,
  url: linkSchema,
  data: z.object({
    id: identifierSchema,
    identifier: identifierSchema,
    title: captionSchema,
    createdAt: instantSchema,
    updatedAt: instantSchema,
    startedAt: instantSchema.nullish(),
    completedAt: instantSchema.nullish(),
    canceledAt: instantSchema.nullish(),
    priorityLabel: identifierSchema.nullish().catch(undefined),
    parentId: z.string().nullish(),
    state: z.object({ name: z.string(), type: z.string() }),
    team: z.object({ key: identifierSchema }),
    cycle: z
      .object({ number: z.int(), name: identifierSchema.nullish() })
      .nullish(),
    labels: z.array(z.object({ name: z.string() })).nullish(),
  }),
});

type IssueBody = z.infer<typeof issueBody>;

const readActions = ['create', 'update', 'remove', 'restore'];

/** What the types mean that Linear gives to every status. */
const types = new Map<string, WorkItemState>([
  ['triage', 'todo'],
  ['backlog', 'todo'],
  ['unstarted', 'todo'],
  ['started', 'active'],
  ['completed', 'done'],
  ['canceled', 'cancelled'],
  ['duplicate', 'cancelled'],
]);

/** Where an issue stands; undefined for a type of status that Linear has added since. */
function stateOf(
  { data }: IssueBody,
  labels: string[],
  { words }: LinearSettings,
): WorkItemState | undefined {
  const type = types.get(data.state.type);
  const named = meaningOf(words.states, [data.state.name]);
  // A label that stays behind does not reopen what has ended, nor begin what has not.
  const marked =
    type === 'active' ? meaningOf(words.states, labels) : undefined;
  return marked ?? named ?? type;
}

/** Cycles are numbered by team. */
function periodOf({ data: { cycle, team } }: IssueBody): string | null {
  return cycle ? cycle.name ?? `${team.key} Cycle ${cycle.number}` : null;
}

/** Linear calls every issue without a priority so. */
const NO_PRIORITY = 'No priority';

function observe(
  body: IssueBody,
  settings: LinearSettings,
): WorkItemObservation {
  const { data, action } = body;
  const labels = (data.labels ?? []).map(({ name }) => name);
  const state = stateOf(body, labels, settings);
  const { priorityLabel } = data;
  return {
    kind: 'work_item',
    // Unlike its identifier, it stays when the issue moves to another team.
    subject: data.id,
    target: { links: [{ system: 'linear', externalId: data.team.key }] },
    withdrawn: action === 'remove',
    title: data.title ? `${data.identifier} ${data.title}` : data.identifier,
    url: body.url,
    category: meaningOf(settings.words.categories, labels),
    severity:
      priorityLabel && priorityLabel !== NO_PRIORITY
        ? priorityLabel
        : undefined,
    foundIn: meaningOf(settings.words.foundIn, labels),
    committedPeriod: periodOf(body),
    state,
    createdAt: data.createdAt,
    startedAt: data.startedAt ?? undefined,
    ...(state && {
      completedAt: state === 'done' ? data.completedAt ?? data.updatedAt : null,
      cancelledAt:
        state === 'cancelled' ? data.canceledAt ?? data.updatedAt : null,
    }),
  };
}

function readIssue(
  delivery: WebhookDelivery,
  settings: LinearSettings,
): IntakeEvent[] {
  const body = readWebhookBody(issueBody, delivery);
  const { data, action, createdAt } = body;
  // Parts of an issue; counted as well, work would count twice.
  if (data.parentId) {
    return [];
  }
  // What is removed or restored need not be updated by it.
  const time = ['remove', 'restore'].includes(action)
    ? createdAt
    : data.updatedAt;
  return [
    identifyByContent({
      source: `linear:${body.organizationId}`,
      id: `issue:${data.id}:${action}:${time}`,
      time,
      observation: observe(body, settings),
    }),
  ];
}

/** Reads Linear's webhooks. */
export function createLinearReader(settings: LinearSettings): WebhookReader {
  return {
    type: 'linear',
    title: 'Linear: issues',
    read(delivery) {
      // The body says what it is, whatever the way by which it came calls it.
      const { type, action } = readWebhookBody(envelope, delivery);
      return type === 'Issue' && readActions.includes(action ?? '')
        ? readIssue(delivery, settings)
        : [];
    },
  };
}
