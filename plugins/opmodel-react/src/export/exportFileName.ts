/**
 * The name of an exported file, without its ending: what is in it, whose that is, and its days.
 *
 * @param what - `dora-deployments`
 * @param days - ISO days, inclusive
 * @param scopeRef - the entity or scope; without one, what a filter of the fleet selects
 */
export function exportFileName(
  what: string,
  days: { from: string; to: string },
  scopeRef?: string,
): string {
  return [
    what,
    ...(scopeRef ? [scopeRef.replace(/[^\w.-]+/g, '-')] : []),
    days.from,
    days.to,
  ].join('_');
}
