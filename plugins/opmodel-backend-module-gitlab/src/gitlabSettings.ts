import type { Config } from '@backstage/config';

/** What `opmodel.gitlab` says; see config.d.ts for the meaning of each key. */
export interface GitlabSettings {
  hotfixLabels: string[];
}

/**
 * @param root - the whole configuration
 */
export function readGitlabSettings(root: Config): GitlabSettings {
  return {
    hotfixLabels: root.getOptionalStringArray(
      'opmodel.gitlab.hotfixLabels',
    ) ?? ['hotfix'],
  };
}
