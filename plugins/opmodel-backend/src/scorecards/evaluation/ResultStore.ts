import type {
  CheckVerdict,
  VerdictState,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { KnownFacts } from '../facts/FactStore';

/** Where an entity stands on a scorecard. Instants are epoch milliseconds. */
export interface ScorecardResult {
  entityRef: string;
  scorecardRef: string;
  /** Version of the scorecard that it was evaluated by. */
  version: number;
  /** 0: the empty level; null: nothing is asked of it. */
  levelRank: number | null;
  levelSince: number;
  /** Null where the scorecard counts no points. */
  points: { earned: number; known: number; possible: number } | null;
  /** By check. */
  verdicts: ReadonlyMap<string, CheckVerdict>;
  firstAt: number;
  changedAt: number;
}

/** A check whose state changed. */
export interface StateChange {
  checkId: string;
  /** Null: it was not there. */
  before: VerdictState | null;
  after: VerdictState | null;
  /** Whether the check was another one before. */
  isRuleChanged: boolean;
}

/** How a result changed. */
export interface ResultChange {
  entityRef: string;
  scorecardRef: string;
  version: number;
  /** Who owned the entity then; null: nobody. */
  ownerRef: string | null;
  changedAt: number;
  /** Rank before and after; null: nothing was asked. */
  levelBefore: number | null;
  levelAfter: number | null;
  checks: readonly StateChange[];
}

/** What is to be evaluated of one entity. */
export interface EntityWork {
  entityRef: string;
  /** Full names of facts that changed: the checks that read them are evaluated. */
  facts: ReadonlySet<string>;
  /** Checks by scorecard; null: all of it. */
  checks: ReadonlyMap<string, ReadonlySet<string> | null>;
  /** Everything, whatever changed. */
  isWhole: boolean;
  /** Facts among them that were told for earlier moments, in the order of these. */
  told: readonly ToldEarlier[];
}

/** Facts that were told for an earlier moment. */
export interface ToldEarlier {
  /** Epoch milliseconds. */
  at: number;
  /** Full names. */
  facts: ReadonlySet<string>;
}

/** What an evaluation of one entity is made of. */
export interface EvaluationBasis {
  work: EntityWork;
  /** Who owns it; null: nobody. */
  ownerRef: string | null;
  facts: readonly KnownFacts[];
  /** What is known of it, by scorecard. */
  results: ReadonlyMap<string, ScorecardResult>;
  /** The moment that it is about, epoch milliseconds; absent: now. */
  at?: number;
}

/** What an evaluation of one entity changes. Nothing where it came to what is known. */
export interface EvaluationOutcome {
  results: readonly ScorecardResult[];
  changes: readonly ResultChange[];
}

/** What waits to be evaluated. Instants are epoch milliseconds. */
export interface WaitingWork {
  entities: number;
  /** Since when the longest of them waits; null: none does. */
  since: number | null;
  /** Entities that could not be evaluated. */
  failed: number;
  /** Some of these, ordered by ref, and why. */
  failures: readonly { entityRef: string; error: string }[];
}

/** Keeps verdicts: what they are now, and how they changed. */
export interface ResultStore {
  /**
   * Evaluates the entities that have waited longest for it and keeps what changed, in one transaction: what was evaluated by a definition that
   * has changed meanwhile is not kept, and its work stays.
   *
   * @param request - `revision`: of the definitions by which `evaluate` goes; `entityRefs`: only the work of these; absent: of all;
   *   `until`: only work up to a position of `lastWork`, absent: all
   * @param evaluate - is pure, and may be called again
   * @returns how many entities were evaluated or are gone; 0: there is no work, or somebody else has it; `stale`: the definitions have changed
   */
  workOff(
    request: {
      revision: string;
      limit: number;
      now: number;
      entityRefs?: readonly string[];
      until?: number;
    },
    evaluate: (basis: EvaluationBasis) => EvaluationOutcome,
  ): Promise<{ evaluated: number } | 'stale'>;

  /** Puts the work of entities off that could not be evaluated, so that they hold up no other. `until`: epoch milliseconds. */
  putOff(
    entityRefs: readonly string[],
    options: { error: string; until: number },
  ): Promise<void>;

  /**
   * Evaluates the given entities whole, whether or not there is work, in the same way, once nobody else does. Those that the catalog does
   * not have are left out.
   */
  evaluate(
    request: { revision: string; entityRefs: readonly string[]; now: number },
    evaluate: (basis: EvaluationBasis) => EvaluationOutcome,
  ): Promise<{ evaluated: number } | 'stale'>;

  /** Leaves work: checks of entities whose exemption began or ended, entities that are new. */
  addWork(
    work: readonly {
      entityRef: string;
      scorecardRef?: string;
      checks?: readonly string[];
    }[],
    options: { now: number },
  ): Promise<void>;

  /**
   * Position of the work that was left last. Whoever evaluates asks for it before reading what an evaluation goes by, and works off what was
   * left until then: what was left later may be for something that was not read yet.
   */
  lastWork(): Promise<number>;

  /** What waits to be evaluated. */
  waiting(): Promise<WaitingWork>;

  /** Results of entities, ordered by entity, then by scorecard. */
  read(
    entityRefs: readonly string[],
    scorecardRefs?: readonly string[],
  ): Promise<ScorecardResult[]>;

  /** Refs of entities that can be scored, in order of their characters, after the given one. */
  listEntities(page: { after?: string; limit: number }): Promise<string[]>;

  /** Deletes changes before an instant, at most so many. */
  deleteChanges(options: { before: number; limit: number }): Promise<number>;

  /** Deletes results of entities that the catalog lost before an instant, at most so many. */
  deleteOrphans(options: { before: number; limit: number }): Promise<number>;
}
