import type { EntityWork } from './ResultStore';
import type { ScorecardWork } from './ScorecardWork';

/** What is to be evaluated of each entity, in the order in which they have waited. */
export function gatherWork(rows: readonly ScorecardWork[]): EntityWork[] {
  const gathered = new Map<string, ScorecardWork[]>();
  for (const row of rows) {
    const ofEntity = gathered.get(row.entityRef);
    if (ofEntity) {
      ofEntity.push(row);
    } else {
      gathered.set(row.entityRef, [row]);
    }
  }
  return [...gathered].map(([entityRef, ofEntity]) =>
    workOf(entityRef, ofEntity),
  );
}

/** The work of evaluating all of an entity. */
export function wholeWork(entityRef: string): EntityWork {
  return {
    entityRef,
    facts: new Set(),
    checks: new Map(),
    isWhole: true,
    told: [],
  };
}

function workOf(entityRef: string, rows: readonly ScorecardWork[]): EntityWork {
  const facts = new Set<string>();
  const told = new Map<number, Set<string>>();
  const checks = new Map<string, Set<string> | null>();
  let isWhole = false;
  for (const row of rows) {
    row.facts?.forEach(name => facts.add(name));
    if (row.facts && row.toldAt !== undefined) {
      told.set(
        row.toldAt,
        new Set([...(told.get(row.toldAt) ?? []), ...row.facts]),
      );
    }
    if (row.scorecardRef !== null) {
      const known = checks.get(row.scorecardRef);
      if (row.checks === null || known === null) {
        checks.set(row.scorecardRef, null);
      } else {
        checks.set(
          row.scorecardRef,
          new Set([...(known ?? []), ...row.checks]),
        );
      }
    } else if (row.facts === null) {
      isWhole = true;
    }
  }
  return {
    entityRef,
    facts,
    checks,
    isWhole,
    told: [...told]
      .map(([at, names]) => ({ at, facts: names }))
      .sort((a, b) => a.at - b.at),
  };
}
