import { NotFoundError } from '@backstage/errors';
import type { DebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import type { DebtItemStore } from './DebtItemStore';

/**
 * An item that somebody may see.
 *
 * @throws NotFoundError when there is none, or it may not be seen
 */
export async function requireDebtItem(
  store: Pick<DebtItemStore, 'get'>,
  id: string,
  reads: Visibility,
): Promise<DebtItem> {
  const item = await store.get(id, reads);
  if (!item) {
    throw new NotFoundError(`No debt item '${id}'`);
  }
  return item;
}
