/** A release with its version. */
export interface VersionedRelease {
  name: string;
  version: string | null;
  /** Epoch milliseconds. */
  at: number;
}

function splitVersion(version: string): { minor: string; patch: number } {
  const [major, minor, patch] = version.split('+')[0].split('.').map(Number);
  return { minor: `${major}.${minor}`, patch };
}

/**
 * Finds the releases that look like repairs: a patch release that comes no later than the window after the first release of its
 * minor version (1.4.2 after 1.4.0). A patch whose minor version is not known is left out.
 *
 * @param window - milliseconds
 * @returns their names
 */
export function findHotfixReleases(
  releases: readonly VersionedRelease[],
  window: number,
): Set<string> {
  const minorAt = new Map<string, number>();
  for (const { version, at } of releases) {
    const parts = version === null ? undefined : splitVersion(version);
    if (parts?.patch === 0) {
      minorAt.set(parts.minor, Math.min(minorAt.get(parts.minor) ?? at, at));
    }
  }
  const hotfixes = new Set<string>();
  for (const { name, version, at } of releases) {
    const parts = version === null ? undefined : splitVersion(version);
    const since = parts && minorAt.get(parts.minor);
    if (
      parts &&
      parts.patch > 0 &&
      since !== undefined &&
      at >= since &&
      at - since <= window
    ) {
      hotfixes.add(name);
    }
  }
  return hotfixes;
}
