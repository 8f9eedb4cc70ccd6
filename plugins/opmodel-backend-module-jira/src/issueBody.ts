import {
  captionSchema,
  identifierSchema,
  instantSchema,
  urlSchema,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';

/** An instant as Jira writes it: `2026-03-01T10:00:00.000+0100`. */
const jiraInstantSchema = z
  .string()
  .transform(text => text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  .pipe(instantSchema);

const namedSchema = z.object({ name: identifierSchema });

/** Seconds; what exceeds a century is no span of anything. */
const secondsSchema = z.number().min(0).max(3_155_760_000).nullish();

/** What is read of the body of `jira:issue_…`. Fields of one's own are looked up by the ids that the configuration gives. */
export const issueBody = z.object({
  webhookEvent: z.string(),
  // Epoch milliseconds.
  timestamp: z.int().min(0).max(8_640_000_000_000_000),
  issue: z.object({
    id: identifierSchema,
    key: identifierSchema,
    self: urlSchema,
    fields: z.looseObject({
      summary: captionSchema,
      issuetype: z.object({
        name: z.string(),
        subtask: z.boolean().nullish(),
        hierarchyLevel: z.int().nullish(),
      }),
      project: z.object({ key: identifierSchema }),
      status: z.object({
        name: z.string(),
        statusCategory: z.object({ key: z.string() }).nullish(),
      }),
      resolution: z.object({ name: z.string() }).nullish(),
      resolutiondate: jiraInstantSchema.nullish(),
      statuscategorychangedate: jiraInstantSchema.nullish(),
      created: jiraInstantSchema,
      updated: jiraInstantSchema,
      priority: namedSchema.nullish(),
      labels: z.array(z.string()).nullish(),
      fixVersions: z.array(namedSchema).nullish(),
      timespent: secondsSchema,
      timeoriginalestimate: secondsSchema,
    }),
  }),
  changelog: z
    .object({ items: z.array(z.record(z.string(), z.unknown())).nullish() })
    .nullish(),
});

/** A delivery about an issue. */
export type IssueBody = z.infer<typeof issueBody>;
