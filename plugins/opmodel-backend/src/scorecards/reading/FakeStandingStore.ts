import type { ScorecardStore } from '../definitions/ScorecardStore';
import type { FakeResultStore } from '../evaluation/FakeResultStore';
import type { FakeScorecardWork } from '../evaluation/FakeScorecardWork';
import type { FactStore } from '../facts/FactStore';
import type { StandingStore } from './StandingStore';

/** Reads where entities stand in memory. */
export class FakeStandingStore implements StandingStore {
  readonly #isExcused: (entityRef: string) => Promise<boolean>;
  readonly #scorecards: Pick<ScorecardStore, 'list'>;
  readonly #results: Pick<FakeResultStore, 'results'>;
  readonly #facts: Pick<FactStore, 'read'>;
  readonly #work: FakeScorecardWork;

  constructor(options: {
    isExcused: (entityRef: string) => Promise<boolean>;
    scorecards: Pick<ScorecardStore, 'list'>;
    results: Pick<FakeResultStore, 'results'>;
    facts: Pick<FactStore, 'read'>;
    work: FakeScorecardWork;
  }) {
    this.#isExcused = options.isExcused;
    this.#scorecards = options.scorecards;
    this.#results = options.results;
    this.#facts = options.facts;
    this.#work = options.work;
  }

  async read(entityRef: string) {
    const own = new Map(
      this.#results
        .results()
        .flatMap(result =>
          result.entityRef === entityRef
            ? [[result.scorecardRef, result] as const]
            : [],
        ),
    );
    const held = await this.#scorecards.list();
    return {
      scorecards: held.map(scorecard => ({
        scorecard,
        result: own.get(scorecard.definition.ref) ?? null,
      })),
      facts: await this.#facts.read([entityRef]),
      waiting: this.#work
        .list()
        .some(({ entityRef: ref }) => ref === entityRef),
      isExcused: await this.#isExcused(entityRef),
    };
  }
}
