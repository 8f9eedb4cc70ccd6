import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import {
  captionSchema,
  identifierSchema,
  instantSchema,
  linkSchema,
  readCommitSha,
  readWebhookBody,
  type WebhookDelivery,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import { repositorySchema, sourceOf } from './repository';

const releaseBody = z.object({
  action: z.string(),
  release: z.object({
    id: z.int(),
    tag_name: identifierSchema,
    target_commitish: z.string().nullish(),
    name: captionSchema,
    html_url: linkSchema,
    draft: z.boolean(),
    prerelease: z.boolean(),
    published_at: instantSchema.nullish(),
  }),
  repository: repositorySchema,
});

/**
 * Reads `release` as a deployment.
 *
 * @param environment - where a release goes
 */
export function createReleaseReader(
  environment: string,
): (delivery: WebhookDelivery) => IntakeEvent[] {
  return delivery => {
    const { action, release, repository } = readWebhookBody(
      releaseBody,
      delivery,
    );
    const publishedAt = release.published_at;
    if (release.draft || release.prerelease || !publishedAt) {
      return [];
    }
    const source = sourceOf(repository);
    const subject = `release:${release.id}`;
    const target = { links: repository.html_url.links };
    switch (action) {
      case 'published':
        return [
          {
            source,
            id: `${subject}:published:${publishedAt}`,
            time: publishedAt,
            observation: {
              kind: 'deployment',
              subject,
              target,
              withdrawn: false,
              title: release.name,
              url: release.html_url,
              environment,
              finishedAt: publishedAt,
              result: 'success',
              version: release.tag_name,
              // Usually a branch; the commit is known where the release was made from one.
              commitSha: readCommitSha(release.target_commitish),
              repositoryUrl: repository.html_url.url,
            },
          },
        ];
      case 'unpublished':
      case 'deleted':
        return [
          {
            source,
            id: `${subject}:${action}:${publishedAt}`,
            // GitHub does not say when it was taken back.
            time: new Date(delivery.receivedAt).toISOString(),
            observation: {
              kind: 'deployment',
              subject,
              target,
              withdrawn: true,
            },
          },
        ];
      default:
        return [];
    }
  };
}
