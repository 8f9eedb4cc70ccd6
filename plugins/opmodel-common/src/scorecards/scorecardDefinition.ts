/** One step of a scorecard's ladder. */
export interface ScorecardLevel {
  /** As checks name it, unique in the scorecard: `Silver`. */
  name: string;
  /** Its place, from 1 for the lowest; each once. */
  rank: number;
  /** As CSS knows it: `#c0c0c0`. */
  color?: string;
  /** What reaching it means, a sentence. */
  description?: string;
}

/** What an entity has that reached no level. */
export interface EmptyLevel {
  name: string;
  color?: string;
}

/** What counts where a check was never told the facts that it needs. */
export type WhenNotReported =
  /** The check holds back its level until it is known. */
  | 'wait'
  /** The check asks nothing until it is known. */
  | 'ignore'
  /** The check fails. */
  | 'fail';

/** One thing that is asked of entities. */
export interface ScorecardCheck {
  /** Unique in the scorecard, and the same through all of its versions. */
  id: string;
  name: string;
  description?: string;
  /** A row of the rubric: `Security`. */
  category?: string;
  /** Name of the level that asks for it; none: it is shown, and no level asks for it. */
  level?: string;
  /** What it is worth where a scorecard counts points, 0 or more. */
  weight: number;
  /** Of which entities it is asked, in CEL; none: of all of the scorecard. */
  filter?: string;
  /** What must be true, in CEL. */
  expression: string;
  /** Where this is not true and the expression is, the verdict is a warning, which holds nothing back. */
  warning?: string;
  /** The number or text shown beside the verdict, in CEL; none: the fact that the expression speaks of, if it is one. */
  value?: string;
  /** Unit of the value, where it is not that of its fact. */
  unit?: string;
  /** What is told of an entity that fails, with `{{ value }}` and `{{ dora.changeFailRate }}` filled in. */
  failureMessage?: string;
  /** How to mend it, in Markdown, filled in alike. */
  solution?: string;
  links: readonly { title: string; url: string }[];
  /** Who answers for the check itself: `group:default/security`. */
  owner?: string;
  /** From when on it is asked, epoch milliseconds; before, it is shown as to come. */
  startsAt?: number;
  /** For how long a fact is believed after it was told, milliseconds; none: for as long as its provider says. */
  freshness?: number;
  /** How often in a row an evaluation must differ before the verdict does; 1: at once. */
  confirmations: number;
  whenNotReported: WhenNotReported;
}

/** How a scorecard comes to its answer. */
export type ScorecardScheme = 'levels' | 'points';

/** A standard: what is asked of entities, and what meeting it is called. */
export interface ScorecardDefinition {
  /** `scorecard:default/production-readiness`. */
  ref: string;
  title: string;
  description?: string;
  owner?: string;
  scheme: ScorecardScheme;
  /** From the lowest; with points, a level is reached by its share of them. */
  levels: readonly (ScorecardLevel & {
    /** With points: the share of all points from which on it is reached, 0 to 1. */
    atLeast?: number;
  })[];
  emptyLevel: EmptyLevel;
  checks: readonly ScorecardCheck[];
  /** Of which entities it is asked, in CEL. */
  filter?: string;
  /** Whether it counts to the level that an entity has over all scorecards. */
  countsToOverall: boolean;
  /** Levels of other scorecards without which this one stays at its empty level. */
  requires: readonly { scorecard: string; level: string }[];
}
