import {
  type FactName,
  printFactName,
} from '@opmodel/backstage-plugin-opmodel-common';

/** Something that is to be evaluated, as whoever changed something leaves it. */
export interface ScorecardWork {
  entityRef: string;
  /** Null: all scorecards, as far as they read the facts. */
  scorecardRef: string | null;
  /** Full names of facts that changed; null: it is not for facts. */
  facts: readonly string[] | null;
  /** Ids of checks; null, without facts: all. */
  checks: readonly string[] | null;
  /** Epoch milliseconds. */
  createdAt: number;
  /** For which earlier moment the facts were told, epoch milliseconds; absent: for when the work was left. */
  toldAt?: number;
}

/** Work for facts of one provider, by entity. */
export function workForFacts(
  changed: readonly {
    entityRef: string;
    names: readonly FactName[];
    /** Absent: just now. */
    toldAt?: number;
  }[],
  createdAt: number,
): ScorecardWork[] {
  return changed.map(({ entityRef, names, toldAt }) => ({
    entityRef,
    scorecardRef: null,
    facts: names.map(printFactName),
    checks: null,
    createdAt,
    ...(toldAt !== undefined && toldAt < createdAt ? { toldAt } : {}),
  }));
}
