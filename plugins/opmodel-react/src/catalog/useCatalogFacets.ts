import { useApi } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  type CatalogApi,
} from '@backstage/plugin-catalog-react';
import { useQueryState, type QueryState } from '../request/useQueryState';

/** What there is to choose from in the filters, each in the order of its name. */
export interface ComponentChoices {
  /** Owners of components, and the groups above them. */
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
 * Asks the catalog which values the components have, in three counts over its index, so that the size of the catalog does
 * not matter. A group that owns nothing itself can be chosen when a group below it does.
 */
export function useCatalogFacets(): QueryState<ComponentChoices> {
  const catalogApi = useApi(catalogApiRef);
  return useQueryState({
    key: 'facets',
    subject: 'facets',
    request: () => readChoices(catalogApi),
  });
}

async function readChoices(catalogApi: CatalogApi): Promise<ComponentChoices> {
  const [components, systems, groups] = await Promise.all([
    catalogApi.getEntityFacets({
      filter: { kind: 'component' },
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
  const values = (answer: typeof components, facet: string) =>
    (answer.facets[facet] ?? []).map(({ value }) => value);
  const refs = (answer: typeof components, facet: string, kind: string) =>
    values(answer, facet).filter(ref => ref.startsWith(`${kind}:`));

  return {
    owner: distinct([
      ...values(components, facets.ownedBy),
      ...refs(groups, facets.childOf, 'group'),
    ]),
    system: distinct(refs(components, facets.partOf, 'system')),
    domain: distinct(refs(systems, facets.partOf, 'domain')),
    type: distinct(values(components, facets.type)),
    tier: distinct(values(components, facets.tier)),
    lifecycle: distinct(values(components, facets.lifecycle)),
  };
}

function distinct(values: string[]): string[] {
  return [...new Set(values)].sort((a, b) => a.localeCompare(b));
}
