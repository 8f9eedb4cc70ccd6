import type { Knex } from 'knex';
import { groupBy } from 'lodash';
import {
  orderByText,
  whereAnyOf,
  whereTextAfter,
} from '../../catalog/DatabaseLists';
import { readScorecardRevision } from '../definitions/DatabaseScorecardRevision';
import { readChangesAfter } from '../facts/DatabaseFactChanges';
import { readKnownFacts } from '../facts/DatabaseFactRows';
import type { FactChange } from '../facts/FactStore';
import { unscoredKinds } from '../scoredKinds';
import { lockEntities } from './DatabaseEvaluationLocks';
import {
  countWaiting,
  deleteWork,
  putOffWork,
  readLastWork,
  takeWork,
} from './DatabaseEvaluationWork';
import { readResults, readSlots, writeOutcome } from './DatabaseResultRows';
import { leaveWork } from './DatabaseScorecardWork';
import { wholeWork } from './entityWork';
import { evaluateSteps } from './evaluateSteps';
import type {
  EntityWork,
  EvaluationBasis,
  EvaluationOutcome,
  ResultStore,
  ScorecardResult,
  WaitingWork,
} from './ResultStore';

type Evaluate = (basis: EvaluationBasis) => EvaluationOutcome;

/** Keeps verdicts in SQLite or PostgreSQL. */
export class DatabaseResultStore implements ResultStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  workOff(
    request: Parameters<ResultStore['workOff']>[0],
    evaluate: Evaluate,
  ): Promise<{ evaluated: number } | 'stale'> {
    return this.#knex.transaction(async transaction => {
      const { ids, work } = await takeWork(transaction, request);
      if (work.length === 0) {
        return { evaluated: 0 };
      }
      // Only now: work that a new definition leaves later is not among what was taken.
      if ((await readScorecardRevision(transaction)) !== request.revision) {
        return 'stale';
      }
      await evaluateWork(transaction, work, evaluate);
      await deleteWork(transaction, ids);
      return { evaluated: work.length };
    });
  }

  evaluate(
    request: Parameters<ResultStore['evaluate']>[0],
    evaluate: Evaluate,
  ): Promise<{ evaluated: number } | 'stale'> {
    return this.#knex.transaction(async transaction => {
      await lockEntities(transaction, request.entityRefs);
      if ((await readScorecardRevision(transaction)) !== request.revision) {
        return 'stale';
      }
      const evaluated = await evaluateWork(
        transaction,
        request.entityRefs.map(wholeWork),
        evaluate,
      );
      return { evaluated };
    });
  }

  putOff(
    entityRefs: readonly string[],
    options: { error: string; until: number },
  ): Promise<void> {
    return putOffWork(this.#knex, entityRefs, options);
  }

  addWork(
    work: Parameters<ResultStore['addWork']>[0],
    { now }: { now: number },
  ): Promise<void> {
    return leaveWork(
      this.#knex,
      work.map(({ entityRef, scorecardRef, checks }) => ({
        entityRef,
        scorecardRef: scorecardRef ?? null,
        facts: null,
        checks: checks ?? null,
        createdAt: now,
      })),
    );
  }

  lastWork(): Promise<number> {
    return readLastWork(this.#knex);
  }

  waiting(): Promise<WaitingWork> {
    return countWaiting(this.#knex);
  }

  read(
    entityRefs: readonly string[],
    scorecardRefs?: readonly string[],
  ): Promise<ScorecardResult[]> {
    return readResults(this.#knex, entityRefs, scorecardRefs);
  }

  async listEntities({
    after,
    limit,
  }: {
    after?: string;
    limit: number;
  }): Promise<string[]> {
    const query = this.#knex('entities')
      .whereNull('removed_at')
      .whereNotIn('kind', unscoredKinds)
      .limit(limit)
      .select('ref');
    orderByText(query, 'ref');
    if (after !== undefined) {
      whereTextAfter(query, 'ref', after);
    }
    const rows: { ref: string }[] = await query;
    return rows.map(({ ref }) => ref);
  }

  deleteChanges({
    before,
    limit,
  }: {
    before: number;
    limit: number;
  }): Promise<number> {
    const oldest = this.#knex('scorecard_changes')
      .where('changed_at', '<', before)
      .orderBy(['changed_at', 'id'])
      .limit(limit)
      .select('id');
    return this.#knex('scorecard_changes').whereIn('id', oldest).delete();
  }

  deleteOrphans({
    before,
    limit,
  }: {
    before: number;
    limit: number;
  }): Promise<number> {
    const keys = [
      'scorecard_results.entity_ref',
      'scorecard_results.scorecard_ref',
    ];
    const orphans = this.#knex('scorecard_results')
      .innerJoin('entities', 'entities.ref', 'scorecard_results.entity_ref')
      .where('entities.removed_at', '<', before)
      .limit(limit)
      .select(keys);
    return this.#knex('scorecard_results').whereIn(keys, orphans).delete();
  }
}

/** @returns of how many entities the catalog knows */
async function evaluateWork(
  transaction: Knex,
  work: readonly EntityWork[],
  evaluate: Evaluate,
): Promise<number> {
  const refs = work.map(({ entityRef }) => entityRef);
  const owners = await readOwners(transaction, refs);
  const slots = await readSlots(transaction);
  const facts = groupBy(
    await readKnownFacts(transaction, refs),
    ({ entityRef }) => entityRef,
  );
  const results = groupBy(
    await readResults(transaction, refs),
    ({ entityRef }) => entityRef,
  );
  const changes = groupBy(
    await readToldEarlier(transaction, work),
    ({ entityRef }) => entityRef,
  );
  const outcomes = work
    .filter(({ entityRef }) => owners.has(entityRef))
    .map(entityWork => {
      const { entityRef } = entityWork;
      const basis = {
        work: entityWork,
        ownerRef: owners.get(entityRef) ?? null,
        facts: facts[entityRef] ?? [],
        results: new Map(
          (results[entityRef] ?? []).map(result => [
            result.scorecardRef,
            result,
          ]),
        ),
      };
      return evaluateSteps(basis, changes[entityRef] ?? [], evaluate);
    });
  await writeOutcome(
    transaction,
    {
      results: outcomes.flatMap(outcome => outcome.results),
      changes: outcomes.flatMap(outcome => outcome.changes),
    },
    slots,
  );
  return outcomes.length;
}

/** How facts changed since the first moment for which any were told; of entities of which facts were told for earlier moments. */
async function readToldEarlier(
  transaction: Knex,
  work: readonly EntityWork[],
): Promise<FactChange[]> {
  const late = work.filter(({ told }) => told.length > 0);
  return late.length === 0
    ? []
    : readChangesAfter(
        transaction,
        late.map(({ entityRef }) => entityRef),
        Math.min(...late.map(({ told }) => told[0].at)),
      );
}

/** Owners of the entities that can be scored; null: nobody owns it. */
async function readOwners(
  transaction: Knex,
  refs: readonly string[],
): Promise<Map<string, string | null>> {
  const query = transaction('entities')
    .whereNull('removed_at')
    .whereNotIn('kind', unscoredKinds)
    .select('ref', 'owner_ref');
  whereAnyOf(query, 'ref', refs);
  const rows: { ref: string; owner_ref: string | null }[] = await query;
  return new Map(rows.map(row => [row.ref, row.owner_ref]));
}
