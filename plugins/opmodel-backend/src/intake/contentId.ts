import { createHash } from 'node:crypto';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return isObject(value)
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map(key => [key, sorted(value[key])]),
      )
    : value;
}

/**
 * The id of an event whose sender gives none: the same statement gets the same id, whatever the order of its fields, so that
 * sending it again is a duplicate.
 *
 * @param prefix - tells apart statements that are spelled alike: `deployment`
 */
export function contentId(prefix: string, statement: unknown): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(sorted(statement)))
    .digest('hex');
  return `${prefix}:${hash.slice(0, 40)}`;
}
