import type {
  DebtSuggestion,
  FoundSuggestion,
  SuggestionSource,
} from './debtSuggestion';
import { compareSuggestions, onePerFingerprint } from './preferredSuggestion';

/** What was looked at once, and what was found there. */
export interface SuggestionSighting {
  /** Epoch milliseconds. */
  at: number;
  /** Where all there is was found. Where a source failed, or left something unread, it does not count as looked at. */
  lookedAt: readonly { source: SuggestionSource; entityRef: string }[];
  found: readonly FoundSuggestion[];
  /** Fingerprints of what is there and was not told, since there is a bound; none where it is left out. */
  leftOut?: readonly string[];
}

/**
 * What is kept after another look.
 *
 * - What is found anew is `new`.
 * - What is known keeps its state, whatever it is: what was dismissed or promoted never asks again. The rest of it is as it was found last.
 * - What is not found any more where it was looked for is stale since then; found again, it is not.
 * - What is left out beyond a bound is still there where it is known, and is not added where it is not.
 * - Where nobody looked, nothing changes.
 *
 * The same look twice changes nothing the second time. Looks are given in the order of their time; one that is older than what is known
 * moves `firstSeen` back at most.
 *
 * @param known - each fingerprint once
 * @returns the known and the new ones, the worst first
 */
export function mergeSuggestions(
  known: readonly DebtSuggestion[],
  { at, lookedAt, found, leftOut = [] }: SuggestionSighting,
): DebtSuggestion[] {
  const foundOnce = new Map(
    onePerFingerprint(found).map(each => [each.fingerprint, each]),
  );
  const places = new Set(lookedAt.map(placeOf));
  const untold = new Set(leftOut);
  const kept = known.map(suggestion => {
    const seen = foundOnce.get(suggestion.fingerprint);
    if (seen) {
      return seenAgain(suggestion, seen, at);
    }
    if (untold.has(suggestion.fingerprint)) {
      return seenAgain(suggestion, suggestion, at);
    }
    return places.has(placeOf(suggestion))
      ? missed(suggestion, at)
      : suggestion;
  });
  const knownOnes = new Set(known.map(({ fingerprint }) => fingerprint));
  const added = [...foundOnce.values()]
    .filter(({ fingerprint }) => !knownOnes.has(fingerprint))
    .map(seen => asNew(seen, at));
  return [...kept, ...added].sort(compareSuggestions);
}

/** The fields that a source tells, and no others that the object may carry. */
function asFound(suggestion: FoundSuggestion): FoundSuggestion {
  const { source, fingerprint, entityRef, title, description } = suggestion;
  const { category, severity, since, principalDays } = suggestion;
  const { evidence, links } = suggestion;
  return {
    source,
    fingerprint,
    entityRef,
    title,
    description,
    category,
    severity,
    since,
    principalDays,
    evidence,
    links,
  };
}

function asNew(seen: FoundSuggestion, at: number): DebtSuggestion {
  return {
    ...asFound(seen),
    state: { type: 'new' },
    firstSeen: at,
    lastSeen: at,
    staleSince: null,
  };
}

function seenAgain(
  known: DebtSuggestion,
  seen: FoundSuggestion,
  at: number,
): DebtSuggestion {
  const firstSeen = Math.min(known.firstSeen, at);
  if (at < Math.max(known.lastSeen, known.staleSince ?? known.lastSeen)) {
    return { ...known, firstSeen };
  }
  return {
    ...known,
    ...asFound(seen),
    firstSeen,
    lastSeen: at,
    staleSince: null,
  };
}

function missed(known: DebtSuggestion, at: number): DebtSuggestion {
  return known.staleSince !== null || at <= known.lastSeen
    ? known
    : { ...known, staleSince: at };
}

function placeOf(place: {
  source: SuggestionSource;
  entityRef: string;
}): string {
  return `${place.source} ${place.entityRef.toLowerCase()}`;
}
