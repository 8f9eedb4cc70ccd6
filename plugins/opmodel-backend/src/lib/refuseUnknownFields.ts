import { InputError } from '@backstage/errors';

/**
 * Refuses what would be ignored: somebody who misspells a field must not believe that it was taken.
 *
 * @throws InputError naming the field and those that there are
 */
export function refuseUnknownFields(
  body: object,
  fields: readonly string[],
): void {
  const unknown = Object.keys(body).find(field => !fields.includes(field));
  if (unknown !== undefined) {
    throw new InputError(
      `'${unknown}' is not known; there are ${fields.join(', ')}`,
    );
  }
}
