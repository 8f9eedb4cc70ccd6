import { InputError } from '@backstage/errors';
import { MAX_BATCH_EVENTS } from '@opmodel/backstage-plugin-opmodel-common';

/** Whether a value of JSON has fields. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What a body of plain JSON holds: one thing, or `{ items: [...] }`.
 *
 * @returns the items, which may be anything, and whether they came as a list
 * @throws InputError when the body is neither an object nor a list of at most 1,000 items
 */
export function readItems(body: unknown): { items: unknown[]; batch: boolean } {
  if (!isObject(body)) {
    throw new InputError('expected object, or object with items');
  }
  const batch = 'items' in body;
  const items = batch ? body.items : [body];
  if (!Array.isArray(items)) {
    throw new InputError('items: expected array');
  }
  if (items.length > MAX_BATCH_EVENTS) {
    throw new InputError(
      `items: expected at most ${MAX_BATCH_EVENTS}, got ${items.length}`,
    );
  }
  return { items, batch };
}
