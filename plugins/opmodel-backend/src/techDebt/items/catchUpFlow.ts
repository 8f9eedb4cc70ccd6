import type { DebtItemStore } from './DebtItemStore';

/** Items of one transaction, so that nobody who changes one of them waits for long. */
const AT_ONCE = 500;

/** Keeps what the flow is counted by of all items that were imported, or filed before it was kept. Until then it is replayed. */
export async function catchUpFlow(
  store: Pick<DebtItemStore, 'catchUpFlow'>,
  signal?: AbortSignal,
): Promise<void> {
  while (!signal?.aborted && (await store.catchUpFlow(AT_ONCE)) > 0) {
    // There may be more.
  }
}
