import { InputError } from '@backstage/errors';

const key = 'opmodel.openslo.mode';

/**
 * How strictly OpenSLO documents are checked, in the catalog and in the engine: `opmodel.openslo.mode`, which is `lenient` unless it is
 * set.
 *
 * @param config - of the backend
 * @throws InputError for any other word
 */
export function readOpenSloMode(config: {
  getOptionalString(key: string): string | undefined;
}): 'lenient' | 'strict' {
  const mode = config.getOptionalString(key) ?? 'lenient';
  if (mode !== 'lenient' && mode !== 'strict') {
    throw new InputError(`${key} must be lenient or strict`);
  }
  return mode;
}
