import type {
  FoundSuggestion,
  SuggestionSource,
} from '@opmodel/backstage-plugin-opmodel-common';

/** What a producer sent of one entity, such as a SARIF file. */
export interface PushedDebtFindings {
  source: SuggestionSource;
  /** What was looked at, a full entity ref in lower case; the catalog may not have it yet. */
  entityRef: string;
  /** When it was looked at, epoch milliseconds. What is older than what is known already changes nothing. */
  at: number;
  suggestions: readonly FoundSuggestion[];
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
