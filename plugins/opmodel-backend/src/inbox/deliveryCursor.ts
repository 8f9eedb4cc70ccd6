import { InputError } from '@backstage/errors';

/** The position after a delivery in the list as opaque text. */
export function encodeDeliveryCursor(id: string): string {
  return Buffer.from(id, 'utf8').toString('base64url');
}

/**
 * The delivery after which a page begins.
 *
 * @throws InputError when it is not a cursor of the list of deliveries
 */
export function decodeDeliveryCursor(
  cursor: string | undefined,
): string | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  const id = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!isDeliveryId(id)) {
    throw new InputError(
      `'cursor' must be the nextCursor of a page of this list, got '${cursor}'`,
    );
  }
  return id;
}

/** Whether a text can be the id of a delivery, which the database numbers. */
export function isDeliveryId(id: string): boolean {
  return /^[1-9]\d{0,17}$/.test(id);
}
