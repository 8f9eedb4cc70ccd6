/**
 * Whom a right means, each once. Where nothing is above the owner, `owner-parent` is the owner: a right that nobody could exercise would
 * block what it was meant to order.
 *
 * @param named - refs, `owner` or `owner-parent`
 * @param levels - the owner of the entity, and who is above, level by level
 */
export function decidersOf(
  named: readonly string[],
  levels: readonly (readonly string[])[],
): string[] {
  const [owner = [], above = owner] = levels;
  const roles: Record<string, readonly string[]> = {
    owner,
    'owner-parent': above,
  };
  return [...new Set(named.flatMap(ref => roles[ref] ?? [ref]))];
}
