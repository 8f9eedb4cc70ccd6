import {
  identifierSchema,
  instantSchema,
  textSchema,
  urlSchema,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';

/** DevLake reads a number as the text of it, and an empty text as one that was not given. */
function asDevlakeReads(value: unknown): unknown {
  if (value === '' || value === null) {
    return undefined;
  }
  return typeof value === 'number' ? String(value) : value;
}

const dateTime =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?) ?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** Jenkins writes `+0000`, a database `2026-03-01 10:00:00`; the latter DevLake takes for UTC. */
function spellInstant(value: unknown): unknown {
  const [, day, time, zone] =
    typeof value === 'string' ? dateTime.exec(value) ?? [] : [];
  if (day === undefined || (zone === undefined && /T/i.test(String(value)))) {
    return value;
  }
  const [, sign, hours, minutes] =
    /^([+-]\d)(\d):?(\d{2})?$/.exec(zone ?? '') ?? [];
  return `${day}T${time}${sign ? `${sign}${hours}:${minutes ?? '00'}` : 'Z'}`;
}

/** Pages of trackers without an address on the web are told by texts, which nobody can open. */
function onlyOpenable(value: unknown): unknown {
  return urlSchema.safeParse(value).success ? value : undefined;
}

function words<const T extends string>(meanings: Record<string, T>) {
  return z.string().transform((text, context): T => {
    const meaning = Object.hasOwn(meanings, text.toUpperCase())
      ? meanings[text.toUpperCase()]
      : undefined;
    if (meaning === undefined) {
      context.addIssue({
        code: 'custom',
        message: `expected one of ${Object.keys(meanings).join(', ')}`,
      });
      return z.NEVER;
    }
    return meaning;
  });
}

function required<T extends z.ZodType>(schema: T) {
  return z.preprocess(asDevlakeReads, schema);
}

function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess(asDevlakeReads, schema.optional());
}

const instant = z.preprocess(spellInstant, instantSchema);

const result = words({
  SUCCESS: 'success',
  FAILURE: 'failure',
  FAILED: 'failure',
  ABORT: 'cancelled',
  ABORTED: 'cancelled',
  CANCELLED: 'cancelled',
  MANUAL: 'cancelled',
  SKIPPED: 'cancelled',
});

const deploymentCommit = z.object({
  repoUrl: required(textSchema),
  commitSha: required(identifierSchema),
  refName: optional(textSchema),
  result: optional(result),
  status: optional(
    words({ DONE: 'done', IN_PROGRESS: 'running', OTHER: 'done' }),
  ),
  startedDate: optional(instant),
  finishedDate: optional(instant),
});

/** The body of a deployment. A commit without dates or result has those of the deployment. */
export const devlakeDeployment = z.object({
  id: required(identifierSchema),
  displayTitle: optional(textSchema),
  name: optional(textSchema),
  result: optional(result),
  environment: optional(
    words({
      PRODUCTION: 'production',
      STAGING: 'staging',
      TESTING: 'testing',
      DEVELOPMENT: 'development',
    }),
  ),
  originalEnvironment: optional(identifierSchema),
  startedDate: required(instant),
  finishedDate: required(instant),
  deploymentCommits: z.array(deploymentCommit).min(1).max(1000),
});

/** The body of an issue. Who created it and who works on it is not read. */
export const devlakeIssue = z.object({
  issueKey: required(identifierSchema),
  title: required(textSchema),
  status: required(
    words({ TODO: 'todo', IN_PROGRESS: 'in progress', DONE: 'done' }),
  ),
  type: optional(z.string()),
  url: z.preprocess(onlyOpenable, urlSchema.optional()),
  createdDate: required(instant),
  updatedDate: optional(instant),
  resolutionDate: optional(instant),
  // Only a help where no date is stated: one that is no number is none.
  leadTimeMinutes: z.coerce.number().min(0).optional().catch(undefined),
  severity: optional(identifierSchema),
  component: optional(z.string()),
});

/** The body of a pull request. Its author and who merged it are not read. */
export const devlakePullRequest = z.object({
  id: required(identifierSchema),
  displayTitle: required(textSchema),
  status: optional(words({ OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' })),
  url: z.preprocess(onlyOpenable, urlSchema.optional()),
  createdDate: required(instant),
  mergedDate: optional(instant),
  closedDate: optional(instant),
  mergeCommitSha: optional(identifierSchema),
});
