import type { WorkItemState } from '@opmodel/backstage-plugin-opmodel-common';
import { meaningOf } from '@opmodel/backstage-plugin-opmodel-node';
import type { IssueBody } from './issueBody';
import type { JiraSettings } from './jiraSettings';

/** What the categories mean that Jira gives to every status. */
const categories = new Map<string, WorkItemState>([
  ['new', 'todo'],
  ['indeterminate', 'active'],
  ['done', 'done'],
]);

/** Resolutions of issues that were closed without being done. */
const cancelled =
  /^(cancell?ed|withdrawn|duplicate|rejected|declined|won'?t ?(fix|do)|cannot reproduce|obsolete|invalid|incomplete)$/i;

/**
 * Whether somebody has flagged the issue as held up: as the change that is told says, else as the field stands.
 */
function isFlagged(body: IssueBody, { flaggedField }: JiraSettings): boolean {
  const change = (body.changelog?.items ?? []).findLast(
    item => item.field === 'Flagged' || item.fieldId === flaggedField,
  );
  if (change) {
    // Every object has a function of that name.
    return Object.hasOwn(change, 'toString') && !!change.toString;
  }
  const stands = body.issue.fields[flaggedField];
  return Array.isArray(stands) && stands.length > 0;
}

/** Where an issue stands; undefined where neither its status nor the category of that says so. */
export function readState(
  body: IssueBody,
  settings: JiraSettings,
): WorkItemState | undefined {
  const { status, resolution } = body.issue.fields;
  const state =
    meaningOf(settings.words.states, [status.name]) ??
    categories.get(status.statusCategory?.key ?? '');
  if (state === 'done') {
    return cancelled.test(resolution?.name ?? '') ? 'cancelled' : 'done';
  }
  return state !== 'cancelled' && isFlagged(body, settings) ? 'blocked' : state;
}
