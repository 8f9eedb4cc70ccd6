import { unscoredKinds } from '../scoredKinds';
import type { ScorecardStore } from '../definitions/ScorecardStore';
import type { FactStore } from '../facts/FactStore';
import { gatherWork, wholeWork } from './entityWork';
import { evaluateSteps } from './evaluateSteps';
import type { FakeScorecardWork } from './FakeScorecardWork';
import type {
  EntityWork,
  EvaluationBasis,
  EvaluationOutcome,
  ResultChange,
  ResultStore,
  ScorecardResult,
  WaitingWork,
} from './ResultStore';

/** An entity of the catalog, as far as evaluation asks. */
export interface FakeScoredEntity {
  ref: string;
  kind: string;
  ownerRef?: string;
  /** Epoch milliseconds; absent: the catalog has it. */
  removedAt?: number;
}

type Evaluate = (basis: EvaluationBasis) => EvaluationOutcome;

/** Keeps verdicts in memory, for tests. */
export class FakeResultStore implements ResultStore {
  readonly #work: FakeScorecardWork;
  readonly #entities: () => readonly FakeScoredEntity[];
  readonly #facts: Pick<FactStore, 'listChanges' | 'read'>;
  readonly #scorecards: Pick<ScorecardStore, 'revision'>;
  readonly #results = new Map<string, ScorecardResult>();
  #changes: ResultChange[] = [];
  readonly #held = new Map<string, { error: string; until: number }>();

  /** @param options - `work`: that the other stores leave; `entities`: those of the catalog, also those that it lost */
  constructor(options: {
    work: FakeScorecardWork;
    entities: () => readonly FakeScoredEntity[];
    facts: Pick<FactStore, 'listChanges' | 'read'>;
    scorecards: Pick<ScorecardStore, 'revision'>;
  }) {
    this.#work = options.work;
    this.#entities = options.entities;
    this.#facts = options.facts;
    this.#scorecards = options.scorecards;
  }

  async workOff(
    request: Parameters<ResultStore['workOff']>[0],
    evaluate: Evaluate,
  ): Promise<{ evaluated: number } | 'stale'> {
    const { entityRefs, limit, now, revision, until } = request;
    const waiting = gatherWork(
      this.#work
        .list(until)
        .filter(
          ({ entityRef }) =>
            (this.#held.get(entityRef)?.until ?? now) <= now &&
            (entityRefs?.includes(entityRef) ?? true),
        ),
    ).slice(0, limit);
    if (waiting.length === 0) {
      return { evaluated: 0 };
    }
    if ((await this.#scorecards.revision()) !== revision) {
      return 'stale';
    }
    await this.#evaluate(waiting, evaluate);
    const done = waiting.map(({ entityRef }) => entityRef);
    this.#work.take(done, until);
    done.forEach(ref => this.#held.delete(ref));
    return { evaluated: waiting.length };
  }

  async evaluate(
    { entityRefs, revision }: Parameters<ResultStore['evaluate']>[0],
    evaluate: Evaluate,
  ): Promise<{ evaluated: number } | 'stale'> {
    return (await this.#scorecards.revision()) === revision
      ? { evaluated: await this.#evaluate(entityRefs.map(wholeWork), evaluate) }
      : 'stale';
  }

  async putOff(
    entityRefs: readonly string[],
    held: { error: string; until: number },
  ): Promise<void> {
    entityRefs.forEach(ref => this.#held.set(ref, held));
  }

  async addWork(
    work: Parameters<ResultStore['addWork']>[0],
    { now }: { now: number },
  ): Promise<void> {
    this.#work.add(
      work.map(({ entityRef, scorecardRef, checks }) => ({
        entityRef,
        scorecardRef: scorecardRef ?? null,
        facts: null,
        checks: checks ?? null,
        createdAt: now,
      })),
    );
  }

  async lastWork(): Promise<number> {
    return this.#work.last;
  }

  async waiting(): Promise<WaitingWork> {
    const rows = this.#work.list();
    const refs = [...new Set(rows.map(({ entityRef }) => entityRef))].sort();
    const failures = refs.flatMap(entityRef => {
      const held = this.#held.get(entityRef);
      return held ? [{ entityRef, error: held.error }] : [];
    });
    return {
      entities: refs.length,
      since:
        rows.length === 0
          ? null
          : Math.min(...rows.map(({ createdAt }) => createdAt)),
      failed: failures.length,
      failures: failures.slice(0, 20),
    };
  }

  async read(
    entityRefs: readonly string[],
    scorecardRefs?: readonly string[],
  ): Promise<ScorecardResult[]> {
    return this.results().filter(
      ({ entityRef, scorecardRef }) =>
        entityRefs.includes(entityRef) &&
        (scorecardRefs?.includes(scorecardRef) ?? true),
    );
  }

  async listEntities({
    after,
    limit,
  }: {
    after?: string;
    limit: number;
  }): Promise<string[]> {
    return this.#scored()
      .map(({ ref }) => ref)
      .filter(ref => after === undefined || ref > after)
      .sort()
      .slice(0, limit);
  }

  async deleteChanges({
    before,
    limit,
  }: {
    before: number;
    limit: number;
  }): Promise<number> {
    const oldest = this.#changes
      .filter(({ changedAt }) => changedAt < before)
      .sort((a, b) => a.changedAt - b.changedAt)
      .slice(0, limit);
    this.#changes = this.#changes.filter(change => !oldest.includes(change));
    return oldest.length;
  }

  async deleteOrphans({
    before,
    limit,
  }: {
    before: number;
    limit: number;
  }): Promise<number> {
    const lost = this.#entities().filter(
      ({ removedAt }) => (removedAt ?? Infinity) < before,
    );
    const orphans = this.results()
      .filter(({ entityRef }) => lost.some(({ ref }) => ref === entityRef))
      .slice(0, limit);
    orphans.forEach(result => this.#results.delete(keyOf(result)));
    return orphans.length;
  }

  /** All results, ordered by entity, then by scorecard. */
  results(): ScorecardResult[] {
    return [...this.#results]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, result]) => result);
  }

  /** All changes, in the order in which they were written. */
  changes(): readonly ResultChange[] {
    return this.#changes;
  }

  #scored(): FakeScoredEntity[] {
    return this.#entities().filter(
      ({ kind, removedAt }) =>
        removedAt === undefined && !unscoredKinds.includes(kind),
    );
  }

  async #evaluate(
    work: readonly EntityWork[],
    evaluate: Evaluate,
  ): Promise<number> {
    const known = new Map(this.#scored().map(entity => [entity.ref, entity]));
    const wanted = work.filter(({ entityRef }) => known.has(entityRef));
    const facts = await this.#facts.read(
      wanted.map(({ entityRef }) => entityRef),
    );
    const outcomes = [];
    for (const entityWork of wanted) {
      const { entityRef } = entityWork;
      const basis = {
        work: entityWork,
        ownerRef: known.get(entityRef)?.ownerRef ?? null,
        facts: facts.filter(one => one.entityRef === entityRef),
        results: new Map(
          this.results()
            .filter(result => result.entityRef === entityRef)
            .map(result => [result.scorecardRef, result]),
        ),
      };
      const changes = await this.#facts.listChanges(entityRef, {
        limit: Infinity,
      });
      outcomes.push(evaluateSteps(basis, changes, evaluate));
    }
    for (const { results, changes } of outcomes) {
      results.forEach(result => this.#results.set(keyOf(result), result));
      this.#changes.push(...changes);
    }
    return wanted.length;
  }
}

function keyOf({
  entityRef,
  scorecardRef,
}: Pick<ScorecardResult, 'entityRef' | 'scorecardRef'>): string {
  return JSON.stringify([entityRef, scorecardRef]);
}
