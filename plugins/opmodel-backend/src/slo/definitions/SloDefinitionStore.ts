import type {
  SloDefinition,
  SloState,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';

/** Something wrong with a document, or with what follows from it. */
export interface SloProblemRow {
  severity: 'error' | 'warning';
  /** Name of the rule that is broken: `unknown_entity`. */
  rule: string;
  /** Within the document: `spec.objectives[0].target`. */
  path: string | null;
  /** What stands there. */
  value: string | null;
  message: string;
  /** File or address of the document. */
  source: string | null;
}

/** An SLO as it is to be kept. */
export interface DefinedSlo {
  definition: SloDefinition;
  /** Type of the source that measures it; null: it cannot be measured. */
  sourceType: string | null;
  /** Tells this definition from every other. */
  definitionHash: string;
  /** Tells what decides what its buckets mean: indicators, comparisons and their place. */
  indicatorHash: string;
  /** Tells how its slices are counted. */
  sliceHash: string;
  problems: readonly SloProblemRow[];
}

/** What is known of an SLO before a scan is taken in. */
export interface KnownSlo {
  ref: string;
  definitionHash: string;
  indicatorHash: string;
  sliceHash: string;
  /** Digest of the problems that are kept. */
  problemHash: string;
  /** Buckets before it are of an earlier indicator, epoch milliseconds; null: none are. */
  countsFrom: number | null;
  removed: boolean;
}

/** An SLO as it is kept. Instants are epoch milliseconds. */
export interface StoredSlo {
  definition: SloDefinition;
  sourceType: string | null;
  countsFrom: number | null;
  /** Of its worst objective, or of the composite; null: not evaluated yet. */
  state: SloState | null;
  definedAt: number;
  /** Null: the catalog has it. */
  removedAt: number | null;
}

/** What a scan changes. */
export interface SloChanges {
  /** New ones and ones that read differently. */
  defined: readonly (DefinedSlo & {
    /** Epoch milliseconds; null: all buckets count. */
    countsFrom: number | null;
    /** Whether the slices of its buckets are to be counted anew, where they can be from what is kept. */
    recount: boolean;
    /**
     * Objectives that are measured backwards from an instant on, epoch milliseconds: what is known of them since then is of something
     * else, and dropped. Absent: none are.
     */
    backfill?: { objectives: readonly number[]; from: number };
  })[];
  /** Whose problems alone read differently. */
  mended: readonly Pick<DefinedSlo, 'definition' | 'problems'>[];
  /** Refs of those that the catalog no longer has. */
  removed: readonly string[];
}

/** Keeps what OpenSLO documents define. */
export interface SloDefinitionStore {
  /** What is known of every SLO, by ref. */
  listKnown(): Promise<ReadonlyMap<string, KnownSlo>>;

  /**
   * Keeps changes, all or none. What can be measured is measured from now on, and what is new or differs is evaluated. An SLO that is
   * removed keeps its buckets, its states and its windows, and is neither measured nor evaluated.
   *
   * @param options - `now` in epoch milliseconds
   */
  apply(changes: SloChanges, options: { now: number }): Promise<void>;

  /**
   * SLOs, ordered by ref.
   *
   * @param refs - absent: all that the catalog has; otherwise also those that it no longer has
   */
  list(refs?: readonly string[]): Promise<StoredSlo[]>;

  /** SLOs that the catalog has and that measure any of the entities, ordered by ref. */
  listMeasuring(entityRefs: readonly string[]): Promise<StoredSlo[]>;

  /** What is wrong with an SLO, in the order in which it was found. */
  listProblems(ref: string): Promise<SloProblemRow[]>;

  /**
   * Entities of a kind that may be seen and of which an SLO that may be seen too was measured.
   *
   * @param kind - in lower case
   */
  countMeasured(kind: string, visibility: Visibility): Promise<number>;
}
