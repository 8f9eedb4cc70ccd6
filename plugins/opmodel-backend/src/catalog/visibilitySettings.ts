import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readBoundedDuration } from '../lib/readBoundedDuration';

/**
 * For how long a decision about what a person may read is used. Milliseconds; 0: each request asks anew.
 *
 * @throws InputError naming the key that cannot be used
 */
export function readRememberedDecisions(config: RootConfigService): number {
  return readBoundedDuration(config, 'opmodel.visibility.rememberDecisions', {
    fallback: 2_000,
    least: 0,
    most: 60_000,
  });
}
