import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';

/**
 * A position in a list as opaque text.
 *
 * @param list - what the list is filtered and ordered by; the position means nothing in any other
 */
export function encodeCursor(position: object, list: object): string {
  return Buffer.from(
    JSON.stringify({ ...position, list: hashOf(list) }),
    'utf8',
  ).toString('base64url');
}

/** Says whether two lists are the same; a forged one does no harm, because every page is limited to what the caller may see. */
function hashOf(list: object): string {
  return createHash('sha256')
    .update(JSON.stringify(list))
    .digest('base64url')
    .slice(0, 12);
}

/**
 * What a position must have: each field with the types that its value may be of. An `int32` is a number that a column `integer` of
 * PostgreSQL can be compared with; a greater one would be an error there. A `double` may be any number, a `number` is a whole one.
 */
export type PositionShape<T> = {
  [Field in keyof T]: ('string' | 'number' | 'int32' | 'double' | 'null')[];
};

/**
 * The position in a list that a cursor stands for.
 *
 * @param list - what the list is filtered and ordered by, as it was given to `encodeCursor`
 * @throws InputError when it is not a cursor of this list with this filter in this order
 */
export function decodeCursor<T extends object>(
  cursor: string | undefined,
  shape: PositionShape<T>,
  list: object,
): T | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  const position = parseObject(cursor);
  const isPosition =
    position?.list === hashOf(list) &&
    Object.entries<string[]>(shape).every(([field, types]) =>
      types.some(type => isOfType(position[field], type)),
    );
  if (!isPosition) {
    throw new InputError(
      `'cursor' must be the nextCursor of a page of this list, with the same filter and order, got '${cursor}'`,
    );
  }
  const { list: _list, ...rest } = position;
  return rest as T;
}

function parseObject(cursor: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return typeOf(value) === 'object' ? value : undefined;
  } catch {
    // Text that is no JSON is simply not a cursor; the caller says so with the field's name.
    return undefined;
  }
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'int32':
      return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
    case 'double':
      // JSON may write a number that is too large to be one.
      return typeof value === 'number' && Number.isFinite(value);
    default:
      return typeOf(value) === type;
  }
}

function typeOf(value: unknown): string {
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? 'number' : 'not a position';
  }
  if (typeof value === 'string') {
    // PostgreSQL cannot compare with it.
    return value.includes('\0') ? 'not a position' : 'string';
  }
  return value === null ? 'null' : typeof value;
}
