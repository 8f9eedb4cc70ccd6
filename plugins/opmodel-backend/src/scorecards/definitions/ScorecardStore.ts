import type { JsonObject } from '@backstage/types';
import type {
  ScorecardDefinition,
  ScorecardProblem,
} from '@opmodel/backstage-plugin-opmodel-common';

/** Where a scorecard is written: in a document of the catalog, or in the portal itself. */
export type ScorecardOrigin = 'catalog' | 'portal';

/** A scorecard as it is carried out. Instants are epoch milliseconds. */
export interface StoredScorecard {
  definition: ScorecardDefinition;
  origin: ScorecardOrigin;
  /** Tells this definition from every other. */
  definitionHash: string;
  /** The `spec` of its document, as it was written. */
  spec: JsonObject;
  /** Grows with each change of the definition, from 1. */
  version: number;
  /** Check ids in the order of the states of results; it only grows, so that old results stay readable. */
  slots: readonly string[];
  /** What is wrong with it; a check with a problem is not carried out. */
  problems: readonly ScorecardProblem[];
  /** When this version began to hold. */
  publishedAt: number;
  /** Null: it holds. */
  removedAt: number | null;
}

/** One version of a scorecard. */
export interface ScorecardVersion {
  scorecardRef: string;
  version: number;
  definition: ScorecardDefinition;
  definitionHash: string;
  /** The `spec` of its document, as it was written. */
  spec: JsonObject;
  publishedAt: number;
  /** Ref of a person; null: it came from the catalog. */
  publishedBy: string | null;
  /** Why; null: nobody said. */
  note: string | null;
}

/** A definition that is to hold from now on. */
export interface PublishedScorecard {
  definition: ScorecardDefinition;
  origin: ScorecardOrigin;
  definitionHash: string;
  /** The `spec` of its document, as it was written. */
  spec: JsonObject;
  problems: readonly ScorecardProblem[];
  publishedBy: string | null;
  note: string | null;
  /** The version that it replaces; another one than the one that holds is refused. Absent: whichever holds. */
  replaces?: number | null;
}

/**
 * Keeps what scorecards ask. A new version leaves work for the evaluation in the same transaction: for the checks that differ from the
 * version before, and for all of a scorecard whose filter, levels or scheme differ.
 */
export interface ScorecardStore {
  /** Those that hold, ordered by ref. */
  list(): Promise<StoredScorecard[]>;

  /** One that holds, or that held once. */
  get(ref: string): Promise<StoredScorecard | undefined>;

  /**
   * A text that differs whenever a definition that holds does. Whoever evaluates reads it before and asks for it again when it
   * writes.
   */
  revision(): Promise<string>;

  /**
   * Makes definitions hold, all or none. One that reads as the one that holds is no new version: only how it is written and what is wrong
   * with it are kept.
   *
   * @throws ConflictError when the version that it replaces is not the one that holds, or when its name is taken by the other origin
   */
  publish(
    scorecards: readonly PublishedScorecard[],
    options: { now: number },
  ): Promise<void>;

  /** Keeps what is found wrong with scorecards that hold, by ref. */
  noteProblems(
    problems: ReadonlyMap<string, readonly ScorecardProblem[]>,
  ): Promise<void>;

  /** Ends scorecards: their results stay as history and count nowhere. */
  remove(refs: readonly string[], options: { now: number }): Promise<void>;

  /** The versions of a scorecard, the latest first. */
  listVersions(
    ref: string,
    page: { limit: number; before?: number },
  ): Promise<ScorecardVersion[]>;

  getVersion(
    ref: string,
    version: number,
  ): Promise<ScorecardVersion | undefined>;
}

/**
 * The text of a revision. Publishing adds a version, ending a scorecard adds one that is removed, and versions only grow, so that no
 * text comes twice.
 */
export function printRevision(counts: {
  versions: number;
  removed: number;
}): string {
  return `${counts.versions}.${counts.removed}`;
}

/** The revision of scorecards, also of those that were removed. */
export function revisionOf(scorecards: readonly StoredScorecard[]): string {
  return printRevision({
    versions: scorecards.reduce((sum, { version }) => sum + version, 0),
    removed: scorecards.filter(({ removedAt }) => removedAt !== null).length,
  });
}
