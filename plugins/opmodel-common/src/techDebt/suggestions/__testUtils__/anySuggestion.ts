import fc from 'fast-check';
import { debtSeverities } from '../../debtItem';
import { type FoundSuggestion, suggestionSources } from '../debtSuggestion';
import { suggestionFingerprint } from '../suggestionFingerprint';

/** A suggestion with what a test says of it. */
export function suggestionWith(
  given: Partial<FoundSuggestion> = {},
): FoundSuggestion {
  return {
    source: 'todo',
    fingerprint: 'todo:0000000000000001',
    entityRef: 'component:default/cart',
    title: 'TODO: round half to even',
    description: 'A comment says so.',
    category: 'code',
    severity: null,
    since: null,
    principalDays: null,
    evidence: [],
    links: [],
    ...given,
  };
}

/** Suggestions of few things, so that the same is found more than once. */
export const anySuggestion: fc.Arbitrary<FoundSuggestion> = fc
  .record({
    source: fc.constantFrom(...suggestionSources),
    entityRef: fc.constantFrom(
      'component:default/cart',
      'component:default/till',
    ),
    part: fc.integer({ min: 0, max: 3 }),
    title: fc.constantFrom('one', 'two'),
    severity: fc.constantFrom(null, ...debtSeverities),
    since: fc.constantFrom(null, 1, 2),
  })
  .map(({ part, ...given }) =>
    suggestionWith({
      ...given,
      fingerprint: suggestionFingerprint(given.source, given.entityRef, [part]),
    }),
  );
