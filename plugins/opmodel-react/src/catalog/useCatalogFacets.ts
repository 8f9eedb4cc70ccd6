import { useApi } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  type CatalogApi,
} from '@backstage/plugin-catalog-react';
import { useQueryState, type QueryState } from '../request/useQueryState';

/** What there is to choose from in the filters, each in the order of its name. */
export interface ComponentChoices {
  /** Owners, and the groups above them. */
  owner: string[];
  system: string[];
  domain: string[];
  type: string[];
  tier: string[];
  lifecycle: string[];
}

const facets = {
  ownedBy: 'relations.ownedBy',
  partOf: 'relations.partOf',
  childOf: 'relations.childOf',
  type: 'spec.type',
  lifecycle: 'spec.lifecycle',
  tier: 'metadata.annotations.opmodel.io/tier',
} as const;

/**
 * Asks the catalog which values the entities of some kinds have, in three counts over its index, so that the size of the
 * catalog does not matter. A group that owns nothing itself can be chosen when a group below it does.
 *
 * @param kinds - what is listed, in lower case
 */
export function useCatalogFacets(
  kinds: readonly string[],
): QueryState<ComponentChoices> {
  const catalogApi = useApi(catalogApiRef);
  return useQueryState({
    key: kinds.join(),
    subject: kinds.join(),
    request: () => readChoices(catalogApi, kinds),
  });
}

async function readChoices(
  catalogApi: CatalogApi,
  kinds: readonly string[],
): Promise<ComponentChoices> {
  const [listed, systems, groups] = await Promise.all([
    catalogApi.getEntityFacets({
      filter: { kind: [...kinds] },
      facets: [
        facets.ownedBy,
        facets.partOf,
        facets.type,
        facets.lifecycle,
        facets.tier,
      ],
    }),
    catalogApi.getEntityFacets({
      filter: { kind: 'system' },
      facets: [facets.partOf],
    }),
    catalogApi.getEntityFacets({
      filter: { kind: 'group' },
      facets: [facets.childOf],
    }),
  ]);
  const values = (answer: typeof listed, facet: string) =>
    (answer.facets[facet] ?? []).map(({ value }) => value);
  const refs = (answer: typeof listed, facet: string, kind: string) =>
    values(answer, facet).filter(ref => ref.startsWith(`${kind}:`));

  return {
    owner: distinct([
      ...values(listed, facets.ownedBy),
      ...refs(groups, facets.childOf, 'group'),
    ]),
    system: distinct(refs(listed, facets.partOf, 'system')),
    domain: distinct(refs(systems, facets.partOf, 'domain')),
    type: distinct(values(listed, facets.type)),
    tier: distinct(values(listed, facets.tier)),
    lifecycle: distinct(values(listed, facets.lifecycle)),
  };
}

function distinct(values: string[]): string[] {
  return [...new Set(values)].sort((a, b) => a.localeCompare(b));
}
