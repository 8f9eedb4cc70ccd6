import { InputError } from '@backstage/errors';

/** A position in a list as opaque text. */
export function encodeCursor(position: object): string {
  return Buffer.from(JSON.stringify(position), 'utf8').toString('base64url');
}

/** What a position must have: each field with the types that its value may be of. */
export type PositionShape<T> = {
  [Field in keyof T]: ('string' | 'number' | 'null')[];
};

/**
 * The position in a list that a cursor stands for.
 *
 * @throws InputError when it is not a cursor of this list in this order
 */
export function decodeCursor<T extends object>(
  cursor: string | undefined,
  shape: PositionShape<T>,
): T | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  const position = parseObject(cursor);
  const isPosition =
    position !== undefined &&
    Object.entries<string[]>(shape).every(([field, types]) =>
      types.includes(typeOf(position[field])),
    );
  if (!isPosition) {
    throw new InputError(
      `'cursor' must be the nextCursor of a page of this list in this order, got '${cursor}'`,
    );
  }
  return position as T;
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

function typeOf(value: unknown): string {
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? 'number' : 'not a position';
  }
  return value === null ? 'null' : typeof value;
}
