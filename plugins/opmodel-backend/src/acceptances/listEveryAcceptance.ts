import type { Visibility } from '../catalog/Visibility';
import {
  type AcceptanceFilter,
  type AcceptancePosition,
  type AcceptanceStore,
  type KeptAcceptance,
  positionOf,
} from './AcceptanceStore';

/** Acceptances that are read together. */
const AT_ONCE = 500;

/** Reads a whole list, page by page, in its order. */
export async function listEveryAcceptance(
  store: Pick<AcceptanceStore, 'list'>,
  filter: AcceptanceFilter,
  visibility: Visibility,
): Promise<KeptAcceptance[]> {
  const all: KeptAcceptance[] = [];
  let after: AcceptancePosition | undefined;
  do {
    const { items } = await store.list(filter, visibility, {
      limit: AT_ONCE,
      after,
    });
    all.push(...items);
    const last = items.at(-1);
    after = last && items.length === AT_ONCE ? positionOf(last) : undefined;
  } while (after);
  return all;
}
