import type {
  Decision,
  DecisionStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';

/** What people write of a decision. */
export interface DecisionText {
  title: string;
  context: string;
  decision: string;
  /** What it is about, each once and in order; at least one. */
  entityRefs: string[];
  /** Ref of a group or user. */
  ownerRef: string;
  /** ISO days. */
  decidedOn: string;
  reviewOn: string | null;
  status: DecisionStatus;
  /** Id of the decision that it replaces, or is to replace once it is accepted. */
  supersedes: string | null;
  links: Decision['links'];
}

/** A decision as it is kept. Instants are epoch milliseconds. */
export interface DecisionRecord extends DecisionText {
  id: string;
  /** Id of the decision that replaced it. */
  supersededBy: string | null;
  createdBy: string;
  createdAt: number;
  /** Null until it is changed for the first time. */
  updatedBy: string | null;
  updatedAt: number | null;
  /** 1 for a new one, one more with each change. */
  version: number;
}

/** What a decision was before it was changed. */
export interface PastDecision {
  version: number;
  /** When and by whom this version was written. Epoch milliseconds. */
  at: number;
  by: string;
  title: string;
  decision: string;
  status: DecisionStatus;
  /** What it was about then. */
  entityRefs: string[];
}

/** Which decisions are asked for. */
export interface DecisionFilter {
  /** In the form of `searchedWords`; all have to occur. */
  words?: string[];
  /** About this entity, or anything that counts in it. Whether the caller may see it is asked before. */
  entityRef?: string;
  /** Of these owners, or of groups below them. Whether the caller may see them is asked before. */
  ownerRefs?: string[];
  status?: DecisionStatus;
  /** Accepted ones that were to be reviewed before this ISO day. */
  reviewBefore?: string;
}

/** Where a decision stands in a list. */
export interface DecisionPosition {
  decidedOn: string;
  createdAt: number;
  id: string;
}

/**
 * Keeps the decision log. A decision is found by whoever may see all of the entities that it is about; one that the catalog no longer has
 * counts as it did when it was removed.
 */
export interface DecisionStore {
  /**
   * Keeps decisions, all or none: one of version 1 is new, every other follows the version before its own, which stays as past.
   *
   * @throws ConflictError that says who changed one of them in the meantime
   */
  save(decisions: readonly DecisionRecord[]): Promise<void>;

  /** The decision, or undefined when there is none that may be seen. */
  get(id: string, visibility: Visibility): Promise<DecisionRecord | undefined>;

  /** The ids among `ids` of decisions that may be seen. */
  visibleIds(
    ids: Iterable<string>,
    visibility: Visibility,
  ): Promise<ReadonlySet<string>>;

  /** What a decision was, the newest first. */
  listPast(id: string): Promise<PastDecision[]>;

  /** How many entities of a kind there are decisions about, as far as both may be seen. */
  countEntities(kind: string, visibility: Visibility): Promise<number>;

  /**
   * Decisions, the newest first.
   *
   * @param page - `after`: position of the last decision of the page before
   */
  list(
    filter: DecisionFilter,
    visibility: Visibility,
    page: { limit: number; after?: DecisionPosition },
  ): Promise<{ items: DecisionRecord[]; total: number }>;
}
