/** Fields of the `spec` of a document of kind `Scorecard`, in the order in which they are written. */
export const scorecardFields = [
  'title',
  'description',
  'owner',
  'scheme',
  'filter',
  'countsToOverall',
  'emptyLevel',
  'levels',
  'requires',
  'checks',
] as const;

/** Fields of the level of those that reached none. */
export const emptyLevelFields = ['name', 'color'] as const;

/** Fields of a level. */
export const levelFields = [
  'name',
  'rank',
  'color',
  'description',
  'atLeast',
] as const;

/** Fields of a level that is asked of another scorecard. */
export const requirementFields = ['scorecard', 'level'] as const;

/** Fields of a check. */
export const checkFields = [
  'id',
  'name',
  'description',
  'category',
  'level',
  'weight',
  'filter',
  'type',
  'parameters',
  'expression',
  'warning',
  'value',
  'unit',
  'failureMessage',
  'solution',
  'links',
  'owner',
  'startsAt',
  'freshness',
  'confirmations',
  'whenNotReported',
] as const;

/** Fields of a link. */
export const linkFields = ['title', 'url'] as const;

/** How much a document may say, so that none costs more than a page of reading. Texts in characters. */
export const scorecardLimits = {
  checks: 100,
  levels: 20,
  requires: 20,
  links: 10,
  name: 200,
  id: 63,
  category: 60,
  unit: 20,
  description: 2_000,
  message: 2_000,
  solution: 4_000,
  url: 2_000,
  rank: 1_000,
  weight: 1_000,
  confirmations: 100,
} as const;
