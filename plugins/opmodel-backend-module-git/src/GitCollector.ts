import type { Collector } from '@opmodel/backstage-plugin-opmodel-node';
import { type GitCollectorOptions, GitRun } from './GitRun';
import { gitWatermarkSchema } from './gitWatermark';
import { repositoryAnnotations } from './repositories/RepositoryFinder';

/**
 * Creates the collector that reads changes and deployments from the git histories of the catalog's entities.
 */
export function createGitCollector(options: GitCollectorOptions): Collector {
  return {
    id: 'git',
    title: 'Git histories',
    annotations: [...repositoryAnnotations],
    schedule: {
      frequency: { minutes: 10 },
      // What a run has read by then is kept.
      timeout: { minutes: 30 },
      initialDelay: { seconds: 20 },
    },
    watermark: gitWatermarkSchema,
    collect: context => new GitRun(options, context).collect(),
  };
}
