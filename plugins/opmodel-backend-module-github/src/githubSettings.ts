import type { Config } from '@backstage/config';
import {
  readWorkItemWords,
  type WorkItemWords,
} from '@opmodel/backstage-plugin-opmodel-node';

/** How issues are work items. */
export interface WorkItemSettings {
  words: WorkItemWords;
  /** Beginning of the labels that name what an issue is committed to. */
  periodPrefix: string | undefined;
}

/** What `opmodel.github` says; see config.d.ts for the meaning of each key. */
export interface GithubSettings {
  hotfixLabels: string[];
  /** Empty where issues are not read. */
  incidentLabels: string[];
  /** Undefined where a release is no deployment. */
  releaseEnvironment: string | undefined;
  /** Undefined where issues are no work items. */
  workItems: WorkItemSettings | undefined;
}

/**
 * @param root - the whole configuration
 */
export function readGithubSettings(root: Config): GithubSettings {
  const config = root.getOptionalConfig('opmodel.github');
  const workItems = config?.getOptional('workItems');
  return {
    hotfixLabels: config?.getOptionalStringArray('hotfixLabels') ?? ['hotfix'],
    incidentLabels: config?.getOptionalStringArray('incidentLabels') ?? [],
    releaseEnvironment: config?.getOptionalString('releaseEnvironment'),
    workItems:
      workItems === undefined
        ? undefined
        : {
            words: readWorkItemWords(workItems, 'opmodel.github.workItems'),
            periodPrefix: config?.getOptionalString('workItems.periodPrefix'),
          },
  };
}
