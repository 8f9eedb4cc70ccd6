import type { RiskLevel } from '../client/AcceptanceApi';
import { attachmentOf } from './findEscalation';
import type { DecisionRight, DecisionRightsSpec } from './operatingDocuments';
import { riskLevels } from './readOperatingDocuments';

/** Decision rights of the catalog. */
export interface DecisionRightsDocument {
  /** Ref of the catalog entity. */
  ref: string;
  spec: DecisionRightsSpec;
}

/** A right as it holds for an entity. */
export interface ApplicableRight {
  documentRef: string;
  /** Which of the scopes it is attached to; null: to the organisation. */
  attachedTo: string | null;
  /** Only with those words and risk levels for which no nearer right says something else. */
  right: DecisionRight;
}

/** What somebody wants to decide. */
export interface DecisionQuestion {
  /** What the entity is in, the most specific first. Refs in lower case. */
  scopes: readonly string[];
  /** Words for what is decided, in any case; one of them is enough. */
  words: readonly string[];
  riskLevel: RiskLevel;
}

/**
 * The right that holds for a matter: the one with the most specific attachment. Ties go to the first document by ref, and in it to
 * the first right.
 *
 * @returns null where no right says anything
 */
export function findDecisionRight(
  documents: readonly DecisionRightsDocument[],
  { scopes, words, riskLevel }: DecisionQuestion,
): ApplicableRight | null {
  const wanted = words.map(lower);
  return (
    nearestFirst(documents, scopes).find(
      ({ right }) =>
        levelsOf(right).includes(riskLevel) &&
        right.decides.some(word => wanted.includes(lower(word))),
    ) ?? null
  );
}

/**
 * All rights that hold for an entity, the nearest first. For each word and risk level exactly one is there, the same as
 * {@link findDecisionRight} finds. A right that a nearer one overrules only in part appears with the rest of what it says, more than once
 * where the rest differs from word to word.
 *
 * @param scopes - what the entity is in, the most specific first
 */
export function listApplicableRights(
  documents: readonly DecisionRightsDocument[],
  scopes: readonly string[],
): ApplicableRight[] {
  const decided = new Map<string, Set<RiskLevel>>();
  return nearestFirst(documents, scopes).flatMap(found => {
    const rest = new Map<string, { words: string[]; levels: RiskLevel[] }>();
    for (const word of found.right.decides) {
      const known = decided.get(lower(word)) ?? new Set();
      const levels = levelsOf(found.right).filter(level => !known.has(level));
      decided.set(lower(word), new Set([...known, ...levels]));
      if (levels.length > 0) {
        const key = levels.join();
        const words = [...(rest.get(key)?.words ?? []), word];
        rest.set(key, { words, levels });
      }
    }
    return [...rest.values()].map(({ words, levels }) => ({
      ...found,
      right: {
        ...found.right,
        decides: words,
        riskLevels: levels.length === riskLevels.length ? [] : levels,
      },
    }));
  });
}

function nearestFirst(
  documents: readonly DecisionRightsDocument[],
  scopes: readonly string[],
): ApplicableRight[] {
  return documents
    .flatMap(({ ref, spec }) => {
      const attachment = attachmentOf(spec.appliesTo, scopes);
      return attachment ? [{ ref, spec, ...attachment }] : [];
    })
    .sort((a, b) => a.distance - b.distance || (a.ref < b.ref ? -1 : 1))
    .flatMap(({ ref, spec, attachedTo }) =>
      spec.rights.map(right => ({ documentRef: ref, attachedTo, right })),
    );
}

function levelsOf(right: DecisionRight): readonly RiskLevel[] {
  return right.riskLevels.length === 0 ? riskLevels : right.riskLevels;
}

function lower(word: string): string {
  return word.toLocaleLowerCase('en-US');
}
