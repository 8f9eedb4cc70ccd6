import type { Part } from './Part';

const MAX_DESCRIPTION = 1050;

/** Checks the words for people that every kind may have. */
export function checkDescription(
  spec: Part,
  key: string = 'description',
): void {
  const description = spec.text(key) ?? '';
  if ([...description].length > MAX_DESCRIPTION) {
    // The text itself would drown the problem.
    spec.findAt(
      key,
      'description-length',
      `${key} has up to ${MAX_DESCRIPTION} characters.`,
    );
  }
}
