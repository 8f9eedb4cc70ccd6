/** What a link to one of the pages selects there. */
export interface LinkedSelection {
  scorecard?: string;
  level?: number;
  check?: string;
  state?: string;
  owner?: string;
  descendants?: boolean;
  system?: string;
  domain?: string;
  tier?: string;
  /** What a row of the heat map is. */
  by?: string;
}

/**
 * The address of a page with a selection, beside what the present page selects: what is given replaces what is there.
 *
 * @param path - of the page
 * @param present - the present page's parameters that are to go along
 */
export function selectionLink(
  path: string,
  selection: LinkedSelection,
  present: URLSearchParams = new URLSearchParams(),
): string {
  const params = new URLSearchParams(present);
  for (const [key, value] of Object.entries(selection)) {
    params.delete(key);
    if (value !== undefined) {
      params.set(key, String(value));
    }
  }
  const query = params.toString();
  return query ? `${path}?${query}` : path;
}
