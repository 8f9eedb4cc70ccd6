import {
  repositoryLinks,
  type Observation,
  type ObservationTarget,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  identifierSchema,
  textSchema,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import {
  changeFields,
  deploymentFields,
  environmentFields,
  incidentFields,
  targetOf,
  workItemFields,
} from './profileFields';

/** A CDEvent after its contract was met. */
interface CdeventFact<C, D> {
  eventId: string;
  /** ISO 8601 in UTC. */
  time: string;
  subject: string;
  content: C;
  customData: D;
}

/** One pair of subject and predicate: what it must hold, and what it says. */
export interface CdeventKind<C = any, D = any> {
  content: z.ZodType<C>;
  customData: z.ZodType<D>;
  observe(fact: CdeventFact<C, D>): Observation;
}

function define<C, D>(kind: CdeventKind<C, D>): CdeventKind {
  return kind;
}

const reference = z.object({ id: identifierSchema });

type Links = NonNullable<ObservationTarget['links']>;

function nameLink(id: string): Links {
  return [{ system: 'name', externalId: id.toLowerCase() }];
}

const webAddress = /^https?:\/\/\S+$/i;

function urlOf(...candidates: (string | undefined)[]): string | undefined {
  return candidates.find(candidate => candidate && webAddress.test(candidate));
}

const service = (deploymentType: 'deploy' | 'rollback') =>
  define({
    content: z.object({
      environment: reference,
      artifactId: z.string().min(1).pipe(textSchema),
    }),
    customData: deploymentFields.extend({
      deploymentId: identifierSchema.optional(),
    }),
    observe({ eventId, time, subject, content, customData }) {
      return {
        kind: 'deployment',
        subject: customData.deploymentId ?? eventId,
        target: targetOf(customData, nameLink(subject)),
        withdrawn: customData.withdrawn,
        title: customData.title,
        url: customData.url,
        environment: content.environment.id,
        environmentTier: customData.environmentTier,
        startedAt: customData.startedAt,
        finishedAt: customData.finishedAt ?? time,
        result: customData.outcome,
        deploymentType,
        commitSha: customData.commitSha,
        version: customData.version,
        artifactId: content.artifactId,
        repositoryUrl: customData.repositoryUrl,
        changes: customData.changes,
        baseline: customData.baseline,
        planned: customData.planned,
        hotfix: customData.hotfix,
      };
    },
  });

const changeContent = z.object({
  description: textSchema.optional(),
  repository: z
    .object({ id: identifierSchema, source: identifierSchema.optional() })
    .optional(),
});

/** A repository is named by its id below the address of its host, or by an id that is an address itself. */
function linksOfRepository(
  repository: z.infer<typeof changeContent>['repository'],
): Links {
  if (!repository) {
    return [];
  }
  const { id, source } = repository;
  if (webAddress.test(id)) {
    return repositoryLinks(id);
  }
  return source && webAddress.test(source)
    ? repositoryLinks(`${source.replace(/\/+$/, '')}/${id}`)
    : [];
}

/** The instant of the change that an event of this predicate states by its own time. */
type ChangeInstant = 'openedAt' | 'firstReviewAt' | 'mergedAt' | 'abandonedAt';

const change = (instant?: ChangeInstant) =>
  define({
    content: changeContent,
    customData: changeFields,
    observe({ time, subject, content, customData }) {
      const { repository, description } = content;
      return {
        kind: 'change',
        // Numbers of pull requests are only unique within their repository.
        subject: repository ? `${repository.id}#${subject}` : subject,
        target: targetOf(customData, linksOfRepository(repository)),
        withdrawn: customData.withdrawn,
        title: customData.title ?? description?.split('\n')[0],
        url: customData.url,
        repositoryUrl: customData.repositoryUrl,
        commitSha: customData.commitSha,
        firstCommitAt: customData.firstCommitAt,
        openedAt: customData.openedAt,
        firstReviewAt: customData.firstReviewAt,
        approvedAt: customData.approvedAt,
        mergedAt: customData.mergedAt,
        abandonedAt: customData.abandonedAt,
        approvedByOther: customData.approvedByOther,
        contributors: customData.contributors,
        revertsCommitSha: customData.revertsCommitSha,
        hotfix: customData.hotfix,
        ...(instant ? { [instant]: customData[instant] ?? time } : {}),
      };
    },
  });

const incident = (instant?: 'detectedAt' | 'resolvedAt') =>
  define({
    content: z.object({
      description: textSchema.optional(),
      environment: reference,
      service: reference.optional(),
      ticketURI: textSchema.optional(),
    }),
    customData: incidentFields,
    observe({ time, subject, content, customData }) {
      const { service: affected, description } = content;
      return {
        kind: 'incident',
        subject,
        target: targetOf(customData, affected ? nameLink(affected.id) : []),
        withdrawn: customData.withdrawn,
        title: customData.title ?? description?.split('\n')[0],
        url: customData.url ?? urlOf(content.ticketURI),
        environment: content.environment.id,
        severity: customData.severity,
        startedAt: customData.startedAt,
        detectedAt: customData.detectedAt,
        acknowledgedAt: customData.acknowledgedAt,
        mitigatedAt: customData.mitigatedAt,
        resolvedAt: customData.resolvedAt,
        causeClass: customData.causeClass,
        recurrenceOf: customData.recurrenceOf,
        customerImpactMinutes: customData.customerImpactMinutes,
        deployment: customData.deployment,
        ...(instant ? { [instant]: customData[instant] ?? time } : {}),
      };
    },
  });

/** Resolutions of tickets that were closed without being done. */
const cancelled =
  /^(cancell?ed|withdrawn|duplicate|rejected|declined|won'?t ?(fix|do)|obsolete|invalid)$/i;

const ticket = (predicate: 'created' | 'updated' | 'closed') =>
  define({
    content: z.object({
      summary: predicate === 'created' ? textSchema : textSchema.optional(),
      priority: identifierSchema.optional(),
      uri: textSchema,
      resolution:
        predicate === 'closed' ? identifierSchema : identifierSchema.optional(),
    }),
    customData: workItemFields,
    observe({ time, subject, content, customData }) {
      const end =
        content.resolution && cancelled.test(content.resolution)
          ? ('cancelledAt' as const)
          : ('completedAt' as const);
      return {
        kind: 'work_item',
        subject,
        target: targetOf(customData),
        withdrawn: customData.withdrawn,
        title: customData.title ?? content.summary,
        url: customData.url ?? urlOf(content.uri),
        category: customData.category,
        severity: customData.severity ?? content.priority,
        foundIn: customData.foundIn,
        objective: customData.objective,
        committedPeriod: customData.committedPeriod,
        createdAt: predicate === 'created' ? time : undefined,
        startedAt: customData.startedAt,
        completedAt: customData.completedAt,
        cancelledAt: customData.cancelledAt,
        ...(predicate === 'closed' ? { [end]: customData[end] ?? time } : {}),
      };
    },
  });

const environment = (deleted: boolean) =>
  define({
    content: z.object({
      name: textSchema.optional(),
      // CDEvents 0.4 says url, 0.5 says uri.
      url: textSchema.optional(),
      uri: textSchema.optional(),
    }),
    customData: environmentFields,
    observe({ subject, content, customData }) {
      return {
        kind: 'environment',
        subject,
        target: targetOf(customData),
        withdrawn: customData.withdrawn,
        title: customData.title,
        url: customData.url ?? urlOf(content.uri, content.url),
        name: content.name,
        environmentTier: customData.environmentTier,
        deleted,
      };
    },
  });

/** The CDEvents that intake keeps, by subject and predicate. */
export const cdeventKinds: Record<string, CdeventKind> = {
  'change.created': change('openedAt'),
  'change.reviewed': change('firstReviewAt'),
  'change.updated': change(),
  'change.merged': change('mergedAt'),
  'change.abandoned': change('abandonedAt'),
  'service.deployed': service('deploy'),
  'service.upgraded': service('deploy'),
  'service.rolledback': service('rollback'),
  'incident.detected': incident('detectedAt'),
  'incident.reported': incident(),
  'incident.resolved': incident('resolvedAt'),
  'ticket.created': ticket('created'),
  'ticket.updated': ticket('updated'),
  'ticket.closed': ticket('closed'),
  'environment.created': environment(false),
  'environment.modified': environment(false),
  'environment.deleted': environment(true),
};
