import type { Config } from '@backstage/config';
import {
  readIssueSettings,
  type IssueSettings,
} from '@opmodel/backstage-plugin-opmodel-node';

/** What `opmodel.gitlab` says; see config.d.ts for the meaning of each key. */
export interface GitlabSettings {
  hotfixLabels: string[];
  /** Undefined where issues are no work items. */
  workItems: IssueSettings | undefined;
}

/**
 * @param root - the whole configuration
 */
export function readGitlabSettings(root: Config): GitlabSettings {
  return {
    hotfixLabels: root.getOptionalStringArray(
      'opmodel.gitlab.hotfixLabels',
    ) ?? ['hotfix'],
    workItems: readIssueSettings(
      root.getOptional('opmodel.gitlab.workItems'),
      'opmodel.gitlab.workItems',
    ),
  };
}
