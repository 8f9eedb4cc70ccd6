/** What a link to the register selects there, in the words of its URL. */
export type LinkedRegister = Partial<
  Record<
    | 'owner'
    | 'descendants'
    | 'system'
    | 'domain'
    | 'entity'
    | 'status'
    | 'severity'
    | 'category'
    | 'overdue'
    | 'reviewDue'
    | 'impact'
    | 'likelihood'
    | 'sort',
    string
  >
>;

/**
 * The address of the register with a selection, beside what the present page selects: what is given replaces what is there.
 *
 * @param path - of the register
 * @param present - the present page's parameters that are to go along
 */
export function registerLink(
  path: string,
  selection: LinkedRegister,
  present: URLSearchParams = new URLSearchParams(),
): string {
  const params = new URLSearchParams(present);
  for (const [key, value] of Object.entries(selection)) {
    params.set(key, value);
  }
  const query = params.toString();
  return query ? `${path}?${query}` : path;
}
