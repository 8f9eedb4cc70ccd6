import {
  repositoryLinks,
  type ObservationTarget,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  identifierSchema,
  textSchema,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import {
  defineKind,
  isWebAddress,
  urlOf,
  type CdeventKind,
} from './CdeventKind';
import { pipelineRun } from './cdeventPipelineRuns';
import { ticket } from './cdeventTickets';
import {
  changeFields,
  deploymentFields,
  environmentFields,
  incidentFields,
  targetOf,
} from './profileFields';

const reference = z.object({ id: identifierSchema });

type Links = NonNullable<ObservationTarget['links']>;

function nameLink(id: string): Links {
  return [{ system: 'name', externalId: id.toLowerCase() }];
}

const service = (deploymentType: 'deploy' | 'rollback') =>
  defineKind({
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
  if (isWebAddress(id)) {
    return repositoryLinks(id);
  }
  return source && isWebAddress(source)
    ? repositoryLinks(`${source.replace(/\/+$/, '')}/${id}`)
    : [];
}

/** The instant of the change that an event of this predicate states by its own time. */
type ChangeInstant = 'openedAt' | 'firstReviewAt' | 'mergedAt' | 'abandonedAt';

const change = (instant?: ChangeInstant) =>
  defineKind({
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
        commits: customData.commits,
        hotfix: customData.hotfix,
        ...(instant ? { [instant]: customData[instant] ?? time } : {}),
      };
    },
  });

const incident = (instant?: 'detectedAt' | 'resolvedAt') =>
  defineKind({
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

const environment = (deleted: boolean) =>
  defineKind({
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
  'pipelinerun.queued': pipelineRun('queuedAt'),
  'pipelinerun.started': pipelineRun('startedAt'),
  'pipelinerun.finished': pipelineRun('finishedAt'),
  'environment.created': environment(false),
  'environment.modified': environment(false),
  'environment.deleted': environment(true),
};
