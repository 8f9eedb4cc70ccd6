import type {
  ChangeObservation,
  IntakeEvent,
  ObservationTarget,
} from '@opmodel/backstage-plugin-opmodel-common';
import { checkContract } from '@opmodel/backstage-plugin-opmodel-node';
import type { z } from 'zod';
import { contentId } from './contentId';
import { devlakePullRequest } from './devlakeFields';
import { connectionSystem } from './mapTarget';
import { targetOf } from './profileFields';
import { rejectForErrors, type ReadEvent } from './ReadEvent';

/** What a body of DevLake's webhooks does not say itself. */
export interface DevlakeRequest {
  /**
   * The connection, as the path names it: a number or a name. Undefined where it says nothing about whom the body concerns.
   */
  connection: string | undefined;
  /** Source of what the connection says. */
  source: string;
  /** Epoch milliseconds. */
  now: number;
}

/** What a connection is about, as the catalog knows it. */
export function linksOfConnection({ connection }: DevlakeRequest) {
  return connection === undefined
    ? []
    : [{ system: connectionSystem, externalId: connection }];
}

/**
 * Holds a body against its contract.
 *
 * @param idField - the field that identifies what the body speaks of
 * @param read - what a body that meets the contract says
 */
export function readDevlakeBody<T extends object>(
  contract: z.ZodType<T>,
  body: unknown,
  options: { source: string; idField: string },
  read: (fact: T) => ReadEvent[],
): ReadEvent[] {
  const result = checkContract(contract, body);
  if (result.success) {
    return read(result.value);
  }
  const id = (body as Record<string, unknown> | null)?.[options.idField];
  return [rejectForErrors({ source: options.source, id }, result.errors)];
}

/**
 * Where the sender wrote what stands at a path of the event.
 *
 * @param fields - the sender's names, by those of the observation; `target` for whom it concerns
 */
export function devlakePaths(
  fields: Record<string, string>,
): (path: string) => string {
  return path => {
    const [, name] = /^observation\.([A-Za-z]+)/.exec(path) ?? [];
    if (name === undefined) {
      return path;
    }
    return Object.hasOwn(fields, name) ? fields[name] : name;
  };
}

/** The repository of a pull request's page; everything before the part that all code hosts spell differently. */
function repositoryOfPage(url: string | undefined): string | undefined {
  const [, repository] =
    /^(.+?)\/(?:-\/)?(?:pull|pulls|merge_requests|pull-requests|pullrequest|pullrequests)\/\d+/.exec(
      url ?? '',
    ) ?? [];
  return repository;
}

/** When a pull request was closed without a merge; null where it is open, or open again. */
function abandonmentOf({
  status,
  mergedDate,
  closedDate,
}: z.output<typeof devlakePullRequest>): string | null | undefined {
  if (status === 'open') {
    return null;
  }
  return status === 'closed' && !mergedDate ? closedDate : undefined;
}

/**
 * Reads a pull request as DevLake takes it: one change.
 *
 * @returns one event, or why the body is none
 */
export function readDevlakePullRequest(
  body: unknown,
  request: DevlakeRequest,
): ReadEvent[] {
  const { source, now } = request;
  return readDevlakeBody(
    devlakePullRequest,
    body,
    { source, idField: 'id' },
    fact => {
      const repositoryUrl = repositoryOfPage(fact.url);
      const target: ObservationTarget = targetOf(
        { repositoryUrl },
        linksOfConnection(request),
      );
      const observation: ChangeObservation = {
        kind: 'change',
        subject: fact.id,
        target,
        title: fact.displayTitle,
        url: fact.url,
        repositoryUrl,
        commitSha: fact.mergeCommitSha,
        openedAt: fact.createdDate,
        mergedAt: fact.mergedDate,
        abandonedAt: abandonmentOf(fact),
      };
      const event: IntakeEvent = {
        source,
        id: contentId('devlake-pull-request', fact),
        time: new Date(now).toISOString(),
        observation,
      };
      return [
        {
          event,
          statedId: fact.id,
          asOfNow: true,
          pathOf: devlakePaths({
            subject: 'id',
            target: 'url',
            repositoryUrl: 'url',
            title: 'displayTitle',
            commitSha: 'mergeCommitSha',
            openedAt: 'createdDate',
            mergedAt: 'mergedDate',
            abandonedAt: 'closedDate',
          }),
        },
      ];
    },
  );
}
