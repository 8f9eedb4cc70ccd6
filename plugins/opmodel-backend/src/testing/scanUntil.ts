import type { startEngine } from './startEngine';

/** Scans of a catalog that processes its entities in its own time. */
const MOST_SCANS = 240;

/** Between two scans, milliseconds. */
const PAUSE = 250;

/**
 * Scans the catalog until what a test waits for is in the snapshot.
 *
 * @throws Error when it does not come
 */
export async function scanUntil(
  engine: Pick<Awaited<ReturnType<typeof startEngine>>, 'runTask'>,
  isThere: () => Promise<boolean>,
): Promise<void> {
  for (let scan = 0; scan < MOST_SCANS; scan += 1) {
    await engine.runTask('opmodel-catalog-snapshot');
    if (await isThere()) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, PAUSE));
  }
  throw new Error('The catalog did not process its entities in time');
}
