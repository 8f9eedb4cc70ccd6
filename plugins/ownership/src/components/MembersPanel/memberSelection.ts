import { parseEntityRef } from '@backstage/catalog-model';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';

/** The filter of the list that selects everything in a scope; undefined where an entity holds nothing. */
export function memberSelection(
  scopeRef: string,
):
  | Pick<
      NonNullable<Parameters<OpmodelApi['listOwnership']>[0]>,
      'owner' | 'system' | 'domain'
    >
  | undefined {
  switch (parseEntityRef(scopeRef).kind.toLowerCase()) {
    case 'group':
      return { owner: [scopeRef] };
    case 'system':
      return { system: scopeRef };
    case 'domain':
      return { domain: scopeRef };
    default:
      return undefined;
  }
}

/** The same as parameters of the list's page. */
export function memberParams(scopeRef: string): URLSearchParams {
  return new URLSearchParams(
    Object.entries(memberSelection(scopeRef) ?? {}).flatMap(([name, value]) =>
      [value ?? []].flat().map(single => [name, single]),
    ),
  );
}
