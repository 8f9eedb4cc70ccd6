/** How much an item may say: texts in characters, lists in entries. */
export const debtTextLimits = {
  title: 200,
  description: 20_000,
  businessImpact: 10_000,
  remediationPlan: 20_000,
  resolution: 10_000,
  externalId: 200,
  entityRefs: 100,
  entityRef: 200,
  links: 50,
  linkRef: 2_000,
  linkTitle: 200,
} as const;

/**
 * Least and greatest person-days, and occurrences in a month. What may not be 0 begins at a thousandth, which is half a minute or
 * once in eighty years, so that nothing that is divided by it runs out of numbers.
 */
export const debtNumberBounds = { least: 0.001, most: 100_000 } as const;

/** The scale of WSJF: Fibonacci numbers, as far apart as estimates are. */
export const wsjfScale = [1, 2, 3, 5, 8, 13, 20] as const;

/** How many items are read of one file. */
export const debtFileLimits = {
  /** Of a CSV or JSON file. */
  items: 100_000,
  /** Of a document in a repository, which people read. */
  documentItems: 5_000,
  /** Of a document: characters of its own name, as of a catalog entity's, and of an item's. */
  name: 63,
} as const;
