import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  readWorkItemWords,
  type WorkItemWords,
} from '@opmodel/backstage-plugin-opmodel-node';

const commitments = ['sprint', 'fixVersion', 'none'] as const;

/** What `opmodel.jira` says; see config.d.ts for the meaning of each key. */
export interface JiraSettings {
  words: WorkItemWords;
  committedBy: (typeof commitments)[number];
  sprintField: string;
  flaggedField: string;
}

/**
 * @param root - the whole configuration
 * @throws InputError naming the key of what is wrong
 */
export function readJiraSettings(root: Config): JiraSettings {
  const config = root.getOptionalConfig('opmodel.jira');
  const stated = config?.getOptionalString('committedBy') ?? 'sprint';
  const committedBy = commitments.find(name => name === stated);
  if (!committedBy) {
    throw new InputError(
      `opmodel.jira.committedBy: expected one of ${commitments.join(', ')}`,
    );
  }
  return {
    words: readWorkItemWords(config?.get(), 'opmodel.jira'),
    committedBy,
    sprintField:
      config?.getOptionalString('sprintField') ?? 'customfield_10020',
    flaggedField:
      config?.getOptionalString('flaggedField') ?? 'customfield_10021',
  };
}
