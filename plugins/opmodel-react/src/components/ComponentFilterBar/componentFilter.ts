/** Which components a page shows. Undefined means "any". */
export interface ComponentFilter {
  owner: readonly string[];
  /** Whether what the owners' descendants own counts, too. */
  descendants: boolean;
  system: string | undefined;
  domain: string | undefined;
  type: string | undefined;
  tier: string | undefined;
  lifecycle: string | undefined;
  text: string | undefined;
}

/** The filter that selects every component. */
export const emptyComponentFilter: ComponentFilter = {
  owner: [],
  descendants: true,
  system: undefined,
  domain: undefined,
  type: undefined,
  tier: undefined,
  lifecycle: undefined,
  text: undefined,
};

const singleValued = [
  'system',
  'domain',
  'type',
  'tier',
  'lifecycle',
  'text',
] as const;

/** Reads a filter from the URL. What is absent there selects nothing. */
export function readComponentFilter(params: URLSearchParams): ComponentFilter {
  const filter: ComponentFilter = {
    ...emptyComponentFilter,
    owner: [...new Set(params.getAll('owner').filter(Boolean))],
    descendants: params.get('descendants') !== 'false',
  };
  for (const key of singleValued) {
    filter[key] = params.get(key) || undefined;
  }
  return filter;
}

/** Writes a filter into URL parameters, in place of the one there. What selects nothing is left out. */
export function writeComponentFilter(
  params: URLSearchParams,
  filter: ComponentFilter,
): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete('owner');
  filter.owner.forEach(owner => next.append('owner', owner));
  next.delete('descendants');
  if (!filter.descendants) {
    next.set('descendants', 'false');
  }
  for (const key of singleValued) {
    const value = filter[key];
    if (value) {
      next.set(key, value);
    } else {
      next.delete(key);
    }
  }
  return next;
}

/** The filter as the API takes it. */
export function toComponentQuery({
  owner,
  descendants,
  ...single
}: ComponentFilter): {
  owner?: string[];
  descendants?: boolean;
  system?: string;
  domain?: string;
  type?: string;
  tier?: string;
  lifecycle?: string;
  text?: string;
} {
  return {
    ...Object.fromEntries(
      Object.entries(single).filter(([, value]) => value !== undefined),
    ),
    ...(owner.length > 0 && { owner: [...owner], descendants }),
  };
}

/** How many filters are set. */
export function countComponentFilters(filter: ComponentFilter): number {
  const { owner, descendants: _, ...single } = filter;
  return (
    Object.values(single).filter(Boolean).length + (owner.length > 0 ? 1 : 0)
  );
}
