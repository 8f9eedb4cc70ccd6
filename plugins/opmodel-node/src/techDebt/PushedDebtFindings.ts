import type {
  FoundSuggestion,
  SuggestionSource,
} from '@opmodel/backstage-plugin-opmodel-common';

/**
 * One of several that send to one source of the same entity, such as one tool of those that write SARIF: what has this text among its
 * evidence.
 */
export interface SuggestionPart {
  /** Name of the evidence. */
  evidence: string;
  value: string;
}

/** What a producer sent of one entity, such as a SARIF file. */
export interface PushedDebtFindings {
  source: SuggestionSource;
  /** What was looked at, a full entity ref in lower case; the catalog may not have it yet. */
  entityRef: string;
  /** When it was looked at, epoch milliseconds. What is older than what is known already changes nothing. */
  at: number;
  suggestions: readonly FoundSuggestion[];
  /** What it speaks for: of others nothing is gone. All that is suggested is of it. Absent: all that the source suggests of the entity. */
  part?: SuggestionPart;
  /** Fingerprints of what is there and not told, because there is a bound. */
  leftOut: readonly string[];
  /** Whether all there is was found: only then what is not found any more is gone. */
  isComplete: boolean;
}

/** Keeps debt that is sent to the engine instead of being looked for. */
export interface DebtFindingPort {
  /**
   * Whether what a source sends is kept: `opmodel.techDebt.suggestions.<key>.enabled` is not false.
   */
  takes(source: SuggestionSource): boolean;
  /**
   * Keeps what was found. Sending the same again changes nothing.
   *
   * @returns how many suggestions are new
   */
  keep(findings: PushedDebtFindings): Promise<{ added: number }>;
}
