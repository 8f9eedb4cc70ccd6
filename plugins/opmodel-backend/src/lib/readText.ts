import { InputError } from '@backstage/errors';

/**
 * A text that somebody wrote, as it is kept.
 *
 * @param field - path of the field
 * @throws InputError naming the field where the text is blank or holds what databases cannot keep
 */
export function readText(field: string, value: string): string {
  if (value.includes('\0') || /\p{Surrogate}/u.test(value)) {
    throw new InputError(
      `'${field}' must be well-formed Unicode text without NUL characters`,
    );
  }
  if (value.trim() === '') {
    throw new InputError(`'${field}' must not be blank`);
  }
  return value;
}
