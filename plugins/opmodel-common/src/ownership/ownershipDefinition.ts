/** What counts as owned well. All of it can be configured; what was used is told with every number. */
export interface OwnershipDefinition {
  id: string;
  version: string;
  /** Kinds that are to be owned, lower case. */
  kinds: readonly string[];
  /** Lifecycles that need no owner any more, lower case. */
  excludedLifecycles: readonly string[];
  /** People that a team needs to carry something on when one of them is away. */
  minimumMembers: number;
  /** Days for which a confirmation of ownership holds, by tier; `default` for every other and for none. */
  reviewDays: Readonly<Record<string, number>>;
  /** How much an entity weighs in a coverage, by tier; `default` for every other and for none. */
  tierWeights: Readonly<Record<string, number>>;
  /** Below so many entities a coverage is shown and not graded. */
  minimumEntities: number;
}

/**
 * The ladder as it comes. Its rungs follow what is asked for in the field: a team rather than a person, people enough to carry
 * it, a way to reach them by day and by night, and a confirmation that does not grow old.
 */
export const ownership2026Definition: OwnershipDefinition = {
  id: 'ownership-2026',
  version: '1',
  kinds: ['component', 'api', 'resource', 'system', 'domain'],
  excludedLifecycles: [],
  minimumMembers: 2,
  reviewDays: { '1': 90, '2': 180, default: 365 },
  tierWeights: { '1': 4, '2': 2, default: 1 },
  minimumEntities: 5,
};

/** The value for a tier, or that for every other. */
export function ofTier(
  values: Readonly<Record<string, number>>,
  tier: string | null | undefined,
): number {
  return tier !== null && tier !== undefined && Object.hasOwn(values, tier)
    ? values[tier]
    : values.default;
}
