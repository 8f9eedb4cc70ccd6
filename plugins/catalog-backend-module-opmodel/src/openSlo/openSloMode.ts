import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { OpenSloMode } from '@opmodel/openslo';

const key = 'opmodel.openslo.mode';

/**
 * How strictly OpenSLO documents are checked: `opmodel.openslo.mode`, which is `lenient` unless it is set.
 *
 * @throws InputError for any other word
 */
export function readOpenSloMode(config: Config): OpenSloMode {
  const mode = config.getOptionalString(key) ?? 'lenient';
  if (mode !== 'lenient' && mode !== 'strict') {
    throw new InputError(`${key} must be lenient or strict`);
  }
  return mode;
}
