import type { Config } from '@backstage/config';
import {
  readIssueSettings,
  type IssueSettings,
} from '@opmodel/backstage-plugin-opmodel-node';

/** What `opmodel.github` says; see config.d.ts for the meaning of each key. */
export interface GithubSettings {
  hotfixLabels: string[];
  /** Empty where issues are not read. */
  incidentLabels: string[];
  /** Undefined where a release is no deployment. */
  releaseEnvironment: string | undefined;
  /** Undefined where issues are no work items. */
  workItems: IssueSettings | undefined;
}

/**
 * @param root - the whole configuration
 */
export function readGithubSettings(root: Config): GithubSettings {
  const config = root.getOptionalConfig('opmodel.github');
  return {
    hotfixLabels: config?.getOptionalStringArray('hotfixLabels') ?? ['hotfix'],
    incidentLabels: config?.getOptionalStringArray('incidentLabels') ?? [],
    releaseEnvironment: config?.getOptionalString('releaseEnvironment'),
    workItems: readIssueSettings(
      config?.getOptional('workItems'),
      'opmodel.github.workItems',
    ),
  };
}
