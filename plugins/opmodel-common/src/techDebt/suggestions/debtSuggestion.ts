import type { DebtCategory, DebtLink, DebtSeverity } from '../debtItem';

/** Where debt is looked for without anybody filing it. */
export const suggestionSources = [
  'exemption',
  'failing_check',
  'error_budget',
  'hotspot',
  'todo',
  'end_of_life',
  'sonarqube',
  'sarif',
] as const;

/** Where debt is looked for without anybody filing it. */
export type SuggestionSource = (typeof suggestionSources)[number];

/** What a measured value counts. A `share` is from 0 to 1; a `score` has no unit. */
export type EvidenceUnit =
  | 'days'
  | 'minutes'
  | 'count'
  | 'commits'
  | 'lines'
  | 'share'
  | 'score';

/** One thing that speaks for a suggestion. Its name is a key of its source, such as `debtRatio`, which the reader's language has a word for. */
export type SuggestionEvidence =
  | { type: 'measure'; name: string; value: number; unit: EvidenceUnit }
  /** Plain text, never markup. */
  | { type: 'text'; name: string; value: string }
  /** An ISO day. */
  | { type: 'day'; name: string; value: string }
  /** An address with http or https. */
  | { type: 'link'; name: string; url: string };

/** Debt as a source finds it, whether it is known already or not. */
export interface FoundSuggestion {
  source: SuggestionSource;
  /** The same for the same thing however often it is found, see `suggestionFingerprint.ts`; unique over all sources and entities. */
  fingerprint: string;
  /** What carries it, a full entity ref. */
  entityRef: string;
  /** Plain text in one line. */
  title: string;
  /** Markdown, in which whatever came from outside stands as text. */
  description: string;
  category: DebtCategory;
  /** Null: the source says nothing of it. */
  severity: DebtSeverity | null;
  /** Since when it is so, as the source tells, epoch milliseconds; null: it does not tell. */
  since: number | null;
  /** What paying it takes, as the source reckons, person-days above 0; null: it does not. */
  principalDays: number | null;
  evidence: readonly SuggestionEvidence[];
  /** Links that an item promoted from it starts with. */
  links: readonly DebtLink[];
}

/** What people made of a suggestion. `by` is an entity ref, `at` epoch milliseconds. */
export type SuggestionState =
  | { type: 'new' }
  | { type: 'promoted'; itemId: string; by: string; at: number }
  /** For good: it never comes back by the same fingerprint. */
  | { type: 'dismissed'; reason: string; by: string; at: number };

/** A suggestion as it is kept. */
export interface DebtSuggestion extends FoundSuggestion {
  state: SuggestionState;
  /** Epoch milliseconds of when it was first and last found. */
  firstSeen: number;
  lastSeen: number;
  /** When it was first looked for in vain after it was last found, epoch milliseconds; null: it was there when last looked for. */
  staleSince: number | null;
}

/** What a source found, and what more there was than is told. */
export interface SuggestionBatch {
  suggestions: FoundSuggestion[];
  /** Fingerprints of what was found beyond the bound, each once: it is there and not told, so it is not gone either. */
  leftOut: string[];
}

/** Whether somebody should look at it: nobody has decided, and the evidence is still there. */
export function isToDecide({ state, staleSince }: DebtSuggestion): boolean {
  return state.type === 'new' && staleSince === null;
}
