import { parseEntityRef } from '@backstage/catalog-model';

/** The filter of the list that selects what a system, domain or group holds. */
export function membersQuery(scopeRef: string): string {
  const kind = parseEntityRef(scopeRef).kind.toLocaleLowerCase('en-US');
  const key = kind === 'group' ? 'owner' : kind;
  return new URLSearchParams({ [key]: scopeRef }).toString();
}
