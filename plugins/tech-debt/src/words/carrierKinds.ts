/** Kinds of entities that are offered as what carries an item, in lower case. An item of another kind is kept as it is. */
export const carrierKinds: readonly string[] = [
  'component',
  'api',
  'resource',
  'system',
  'domain',
  'group',
  'template',
];
