import { type DebtSeverity, debtSeverities } from '../debtItem';
import type { FoundSuggestion, SuggestionBatch } from './debtSuggestion';

/** From the worst; what nobody judged comes last. */
export function rankOfSeverity(severity: DebtSeverity | null): number {
  return severity === null
    ? debtSeverities.length
    : debtSeverities.indexOf(severity);
}

/**
 * The order in which suggestions are told, and which of two with one fingerprint stands for both: the worse, then the older one. No two
 * that differ are equal in it, so that it comes to the same whatever order they are given in.
 */
export function compareSuggestions(
  one: FoundSuggestion,
  other: FoundSuggestion,
): number {
  return (
    rankOfSeverity(one.severity) - rankOfSeverity(other.severity) ||
    compareAge(one.since, other.since) ||
    compareTexts(one.fingerprint, other.fingerprint) ||
    compareTexts(contentOf(one), contentOf(other))
  );
}

/** Each fingerprint once, the worst first, and no more than a number of them. */
export function pickSuggestions(
  found: readonly FoundSuggestion[],
  most: number,
): SuggestionBatch {
  const ordered = onePerFingerprint(found).sort(compareSuggestions);
  return {
    suggestions: ordered.slice(0, most),
    leftOut: ordered.slice(most).map(({ fingerprint }) => fingerprint),
  };
}

/** Of those with one fingerprint the one that stands for them. */
export function onePerFingerprint(
  found: readonly FoundSuggestion[],
): FoundSuggestion[] {
  const kept = new Map<string, FoundSuggestion>();
  for (const suggestion of found) {
    const rival = kept.get(suggestion.fingerprint);
    if (!rival || compareSuggestions(suggestion, rival) < 0) {
      kept.set(suggestion.fingerprint, suggestion);
    }
  }
  return [...kept.values()];
}

function compareAge(one: number | null, other: number | null): number {
  const ages = [one ?? Infinity, other ?? Infinity];
  return ages[0] === ages[1] ? 0 : ages[0] - ages[1];
}

function compareTexts(one: string, other: string): number {
  if (one === other) {
    return 0;
  }
  return one < other ? -1 : 1;
}

/** All of it, in one order of its fields. */
function contentOf(suggestion: FoundSuggestion): string {
  const { source, entityRef, title, description, category } = suggestion;
  const { principalDays, evidence, links } = suggestion;
  return JSON.stringify([
    source,
    entityRef,
    title,
    description,
    category,
    principalDays,
    evidence,
    links,
  ]);
}
