/** Kinds of reasons why an event finds no entity, each with a remedy of its own. */
export type UnmappedRemedy =
  | 'namesNone'
  | 'notInCatalog'
  | 'notDeclared'
  | 'shared'
  | 'otherPath'
  | 'namesakes'
  | 'other';

// What can be done at the sender comes before what can be done in the catalog:
// a reason may name both.
const remedies: Array<[RegExp, UnmappedRemedy]> = [
  [/^it names no entity/, 'namesNone'],
  [/entities share .+; send paths/, 'shared'],
  [/none of the paths lies in a folder/, 'otherPath'],
  [/entities are called /, 'namesakes'],
  [/the catalog has no /, 'notInCatalog'],
  [/no entity declares /, 'notDeclared'],
];

/** What helps against a reason that intake gives. */
export function unmappedRemedy(reason: string): UnmappedRemedy {
  return remedies.find(([pattern]) => pattern.test(reason))?.[1] ?? 'other';
}
