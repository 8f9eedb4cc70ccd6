/** Kinds of the entities that decisions are about. */
export const decidedKinds = [
  'component',
  'system',
  'domain',
  'api',
  'resource',
  'group',
];
