/**
 * Splits `kind:namespace/name`; the API names the three parts in its paths.
 *
 * @throws TypeError where one of them is missing
 */
export function entityPath(entityRef: string) {
  const match = /^([^:/]+):([^:/]+)\/([^:/]+)$/.exec(entityRef);
  if (!match) {
    throw new TypeError(`Expected kind:namespace/name, got '${entityRef}'`);
  }
  return { kind: match[1], namespace: match[2], name: match[3] };
}
