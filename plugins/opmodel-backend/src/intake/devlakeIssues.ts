import type {
  IncidentObservation,
  IntakeEvent,
  ObservationTarget,
  WorkItemObservation,
} from '@opmodel/backstage-plugin-opmodel-common';
import { severitySchema } from '@opmodel/backstage-plugin-opmodel-node';
import type { z } from 'zod';
import { contentId } from './contentId';
import {
  devlakePaths,
  linksOfConnection,
  readDevlakeBody,
  type DevlakeRequest,
} from './devlake';
import { devlakeIssue } from './devlakeFields';
import type { LedgerEntry, SubjectKey } from './EventStore';
import { normalizeSeverity, readEntityRef, targetOf } from './profileFields';
import type { ReadEvent } from './ReadEvent';

type Issue = z.output<typeof devlakeIssue>;

const MINUTE = 60 * 1000;

/** The kinds of record that an issue may be. */
export const issueKinds = ['incident', 'work_item'] as const;

type IssueKind = (typeof issueKinds)[number];

/** What an issue may have been recorded as, for looking up what is known of it. */
export function subjectsOfIssue(
  source: string,
  issueKey: string,
): SubjectKey[] {
  return issueKinds.map(kind => ({ kind, source, subject: issueKey }));
}

/** Whether an issue is known to have ended: what was said last about its end decides, as it does for its record. */
function hasEnded(known: LedgerEntry[]): boolean {
  const [last] = known
    .map(({ time, id, observation }) => ({
      time,
      id,
      end:
        observation.kind === 'incident'
          ? observation.resolvedAt
          : (observation as WorkItemObservation).completedAt,
    }))
    .filter(({ end }) => end !== undefined)
    .sort((a, b) => b.time - a.time || (a.id < b.id ? 1 : -1));
  return typeof last?.end === 'string';
}

function closing(
  kind: IssueKind,
  at: string | null | undefined,
): Pick<IncidentObservation, 'resolvedAt'> &
  Pick<WorkItemObservation, 'completedAt'> {
  if (at === undefined) {
    return {};
  }
  return kind === 'incident' ? { resolvedAt: at } : { completedAt: at };
}

/**
 * When an issue ended: as it says itself, else, where nobody has said yet, by its lead time, its last update or the present. What
 * was said before is not moved by a later body that only corrects the title.
 *
 * @returns null for an issue that is open, or open again
 */
function endOfIssue(
  issue: Issue,
  options: { now: number; ended: boolean },
): string | null | undefined {
  if (issue.resolutionDate !== undefined) {
    return issue.resolutionDate;
  }
  if (issue.status !== 'done') {
    return null;
  }
  if (issue.leadTimeMinutes) {
    const end = Date.parse(issue.createdDate) + issue.leadTimeMinutes * MINUTE;
    // A lead time without bounds is no instant.
    if (end <= options.now) {
      return new Date(end).toISOString();
    }
  }
  return options.ended
    ? undefined
    : issue.updatedDate ?? new Date(options.now).toISOString();
}

/** Whom an issue concerns: the entity that its component names, else those that its connection speaks of. */
function targetOfIssue(
  issue: Issue,
  request: DevlakeRequest,
): ObservationTarget {
  const entityRef = issue.component && readEntityRef(issue.component);
  return targetOf(
    { entityRef: entityRef || undefined },
    linksOfConnection(request),
  );
}

function observationOf(
  issue: Issue,
  target: ObservationTarget,
  end: string | null | undefined,
): IncidentObservation | WorkItemObservation {
  const base = {
    subject: issue.issueKey,
    target,
    title: issue.title,
    url: issue.url,
  };
  if (issue.type?.toUpperCase() !== 'INCIDENT') {
    return {
      kind: 'work_item',
      ...base,
      severity: issue.severity,
      createdAt: issue.createdDate,
      ...closing('work_item', end),
    };
  }
  const severity = severitySchema.safeParse(normalizeSeverity(issue.severity));
  return {
    kind: 'incident',
    ...base,
    // Trackers have words of their own for it, and an incident without a severity is worth more than none.
    severity: severity.success ? severity.data : undefined,
    detectedAt: issue.createdDate,
    ...closing('incident', end),
  };
}

const issuePaths = {
  subject: 'issueKey',
  target: 'component',
  detectedAt: 'createdDate',
  createdAt: 'createdDate',
  resolvedAt: 'resolutionDate',
  completedAt: 'resolutionDate',
};

/** The key under which a body speaks of an issue; undefined where it has none. */
export function issueKeyOf(body: unknown): string | undefined {
  const read = devlakeIssue.shape.issueKey.safeParse(
    (body as Record<string, unknown> | null)?.issueKey,
  );
  return read.success ? read.data : undefined;
}

/**
 * Reads an issue as DevLake takes it: an incident where its type is `INCIDENT`, else a work item.
 *
 * @param known - what was said about the issue before
 * @returns one event, or why the body is none
 */
export function readDevlakeIssue(
  body: unknown,
  request: DevlakeRequest,
  known: LedgerEntry[],
): ReadEvent[] {
  const { source, now } = request;
  return readDevlakeBody(
    devlakeIssue,
    body,
    { source, idField: 'issueKey' },
    issue => {
      const target = targetOfIssue(issue, request);
      const end = endOfIssue(issue, { now, ended: hasEnded(known) });
      const event: IntakeEvent = {
        source,
        id: contentId('devlake-issue', issue),
        time: issue.updatedDate ?? new Date(now).toISOString(),
        observation: observationOf(issue, target, end),
      };
      const paths = devlakePaths(issuePaths);
      return [
        {
          event,
          statedId: issue.issueKey,
          asOfNow: issue.updatedDate === undefined,
          pathOf: path => (path === 'time' ? 'updatedDate' : paths(path)),
        },
      ];
    },
  );
}

/**
 * What the call that closes an issue says: it ended now, unless its end is known.
 *
 * @param known - what was said about the issue before
 * @returns nothing for an issue of which nothing was said
 */
export function readDevlakeClose(
  request: DevlakeRequest,
  known: LedgerEntry[],
): ReadEvent[] {
  const last = [...known].sort((a, b) => a.entry - b.entry).at(-1);
  if (!last) {
    return [];
  }
  const { subject } = last.observation;
  const kind = last.observation.kind as IssueKind;
  const now = new Date(request.now).toISOString();
  const ended = hasEnded(
    known.filter(entry => entry.observation.kind === kind),
  );
  return [
    {
      event: {
        source: request.source,
        id: contentId('devlake-close', [kind, subject]),
        time: now,
        observation: {
          kind,
          subject,
          target: {},
          ...closing(kind, ended ? undefined : now),
        } as IncidentObservation | WorkItemObservation,
      },
      statedId: subject,
      asOfNow: true,
      pathOf: devlakePaths(issuePaths),
    },
  ];
}
