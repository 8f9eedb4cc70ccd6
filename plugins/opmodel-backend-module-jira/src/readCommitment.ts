import {
  checkContract,
  identifierSchema,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import type { IssueBody } from './issueBody';
import type { JiraSettings } from './jiraSettings';

const sprintsSchema = z.array(
  z.object({ name: identifierSchema, state: z.string() }),
);

/** Jira Server and older versions of Data Center write a sprint as `…Sprint@1f[id=1,state=ACTIVE,name=Sprint 1,…]`. */
function parseSprint(sprint: unknown): unknown {
  if (typeof sprint !== 'string') {
    return sprint;
  }
  const field = (name: string) =>
    new RegExp(`[\\[,]${name}=([^,\\]]*)`).exec(sprint)?.[1];
  return { name: field('name'), state: field('state') };
}

/** The sprint that an issue is in; of one that is done, the last that it was in. What is held over from a closed sprint is in none. */
function sprintOf(field: unknown, isDone: boolean): string | null {
  const read = checkContract(
    sprintsSchema,
    Array.isArray(field) ? field.map(parseSprint) : [],
  );
  const sprints = read.success ? read.value : [];
  const inState = (state: string) =>
    sprints.find(sprint => sprint.state.toLowerCase() === state)?.name;
  return (
    inState('active') ??
    inState('future') ??
    (isDone ? sprints.at(-1)?.name : undefined) ??
    null
  );
}

/**
 * What an issue is committed to; null: to nothing.
 *
 * @returns undefined where commitments are not read
 */
export function readCommitment(
  { issue: { fields } }: IssueBody,
  { committedBy, sprintField }: JiraSettings,
  isDone: boolean,
): string | null | undefined {
  switch (committedBy) {
    case 'sprint':
      return sprintOf(fields[sprintField], isDone);
    case 'fixVersion':
      return fields.fixVersions?.at(-1)?.name ?? null;
    default:
      return undefined;
  }
}
