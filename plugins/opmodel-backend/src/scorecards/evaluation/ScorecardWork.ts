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
}

/** Work for facts of one provider, by entity. */
export function workForFacts(
  changed: readonly {
    entityRef: string;
    names: readonly FactName[];
  }[],
  createdAt: number,
): ScorecardWork[] {
  return changed.map(({ entityRef, names }) => ({
    entityRef,
    scorecardRef: null,
    facts: names.map(printFactName),
    checks: null,
    createdAt,
  }));
}
