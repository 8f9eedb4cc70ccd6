import { InputError } from '@backstage/errors';

/**
 * Refuses what would be ignored: somebody who misspells a field must not believe that it was taken.
 *
 * @param within - path of the body where it is a part of another: `scope`
 * @throws InputError naming the field and those that there are
 */
export function refuseUnknownFields(
  body: object,
  fields: readonly string[],
  within?: string,
): void {
  const unknown = Object.keys(body).find(field => !fields.includes(field));
  if (unknown !== undefined) {
    const path = within === undefined ? unknown : `${within}.${unknown}`;
    throw new InputError(
      `'${path}' is not known; there are ${fields.join(', ')}`,
    );
  }
}
