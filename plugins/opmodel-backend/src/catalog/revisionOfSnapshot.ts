import type { SnapshotState } from './CatalogStore';

/** The scans that have changed the snapshot last, as a text that never comes back once another scan is complete. */
export function revisionOfSnapshot({
  completedAt,
  scans,
}: SnapshotState): string {
  // Two scans may begin in the same millisecond, so the order of the list does not tell the newest.
  const complete = scans.filter(({ state }) => state === 'complete');
  return [completedAt, ...complete.map(({ id }) => id).sort()].join();
}
