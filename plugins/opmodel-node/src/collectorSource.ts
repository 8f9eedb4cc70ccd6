/**
 * Whether a source is one of a collector's: it starts with the collector's id and a colon. Intake takes events of such a source
 * from this collector alone.
 */
export function isSourceOfCollector(
  source: string,
  collectorId: string,
): boolean {
  return source.startsWith(`${collectorId}:`);
}
