import type { Config } from '@backstage/config';
import {
  readWorkItemWords,
  type WorkItemWords,
} from '@opmodel/backstage-plugin-opmodel-node';

/** What `opmodel.linear` says; see config.d.ts for the meaning of each key. */
export interface LinearSettings {
  words: WorkItemWords;
}

/**
 * @param root - the whole configuration
 * @throws InputError naming the key of what is wrong
 */
export function readLinearSettings(root: Config): LinearSettings {
  return {
    words: readWorkItemWords(
      root.getOptional('opmodel.linear'),
      'opmodel.linear',
    ),
  };
}
