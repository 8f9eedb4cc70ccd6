/**
 * The fleet page, showing what the owners and the groups below them own.
 *
 * @param fleet - path of the fleet page
 */
export function fleetLink(fleet: string, ownerRefs: readonly string[]): string {
  const params = new URLSearchParams(ownerRefs.map(ref => ['owner', ref]));
  return `${fleet}?${params}`;
}
