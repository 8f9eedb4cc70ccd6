import { InputError } from '@backstage/errors';

/**
 * Stops the start over what the configuration says.
 *
 * @param path - of the key
 * @throws InputError
 */
export function failConfig(path: string, expectation: string): never {
  throw new InputError(`Invalid configuration ${path}: ${expectation}`);
}
