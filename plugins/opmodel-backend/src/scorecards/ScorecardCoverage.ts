import type { Visibility } from '../catalog/Visibility';

/** Counts what scorecards ask anything of. */
export interface ScorecardCoverage {
  /** Visible entities of a kind of which at least one scorecard that holds asks something. */
  countScored(kind: string, visibility: Visibility): Promise<number>;
}
