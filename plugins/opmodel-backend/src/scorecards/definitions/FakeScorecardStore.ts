import type { ScorecardProblem } from '@opmodel/backstage-plugin-opmodel-common';
import type { FakeScorecardWork } from '../evaluation/FakeScorecardWork';
import {
  type DefinitionWork,
  planPublication,
  workOfRemoval,
} from './scorecardVersions';
import {
  type PublishedScorecard,
  revisionOf,
  type ScorecardStore,
  type ScorecardVersion,
  type StoredScorecard,
} from './ScorecardStore';

/** Keeps scorecards in memory, for tests. */
export class FakeScorecardStore implements ScorecardStore {
  readonly #work: FakeScorecardWork | undefined;
  readonly #entities: () => readonly string[];
  readonly #scorecards = new Map<string, StoredScorecard>();
  readonly #versions: ScorecardVersion[] = [];

  /**
   * @param options - `work`: that is left for the evaluation; none: nobody evaluates
   *   `entities`: refs of what can be scored
   */
  constructor(
    options: {
      work?: FakeScorecardWork;
      entities?: () => readonly string[];
    } = {},
  ) {
    this.#work = options.work;
    this.#entities = options.entities ?? (() => []);
  }

  async list(): Promise<StoredScorecard[]> {
    return this.#all().filter(({ removedAt }) => removedAt === null);
  }

  async get(ref: string): Promise<StoredScorecard | undefined> {
    return copy(this.#scorecards.get(ref));
  }

  async revision(): Promise<string> {
    return revisionOf(this.#all());
  }

  async publish(
    scorecards: readonly PublishedScorecard[],
    { now }: { now: number },
  ): Promise<void> {
    const plan = planPublication(this.#all(), copy(scorecards), now);
    for (const [at, one] of plan.stored.entries()) {
      const { ref } = one.definition;
      this.#scorecards.set(ref, one);
      if (plan.renewed.has(ref)) {
        const { version, definition, definitionHash, spec } = one;
        const { publishedBy, note } = scorecards[at];
        this.#versions.push(
          copy({
            scorecardRef: ref,
            version,
            definition,
            definitionHash,
            spec,
            publishedAt: now,
            publishedBy,
            note,
          }),
        );
      }
    }
    this.#leaveWork(plan.work, now);
  }

  async noteProblems(
    problems: ReadonlyMap<string, readonly ScorecardProblem[]>,
  ): Promise<void> {
    for (const [ref, found] of problems) {
      const held = this.#scorecards.get(ref);
      if (held?.removedAt === null) {
        this.#scorecards.set(ref, { ...held, problems: copy(found) });
      }
    }
  }

  async remove(
    refs: readonly string[],
    { now }: { now: number },
  ): Promise<void> {
    const held = (await this.list()).flatMap(({ definition: { ref } }) =>
      refs.includes(ref) ? [ref] : [],
    );
    const work = workOfRemoval(this.#all(), held);
    for (const ref of held) {
      const one = this.#scorecards.get(ref)!;
      this.#scorecards.set(ref, { ...one, removedAt: now });
    }
    this.#leaveWork(work, now);
  }

  async listVersions(
    ref: string,
    { limit, before }: { limit: number; before?: number },
  ): Promise<ScorecardVersion[]> {
    return copy(
      this.#versions
        .filter(
          ({ scorecardRef, version }) =>
            scorecardRef === ref && version < (before ?? Infinity),
        )
        .sort((a, b) => b.version - a.version)
        .slice(0, limit),
    );
  }

  async getVersion(
    ref: string,
    version: number,
  ): Promise<ScorecardVersion | undefined> {
    const [found] = await this.listVersions(ref, {
      limit: 1,
      before: version + 1,
    });
    return found?.version === version ? found : undefined;
  }

  #all(): StoredScorecard[] {
    return copy(
      [...this.#scorecards.values()].sort((a, b) =>
        a.definition.ref < b.definition.ref ? -1 : 1,
      ),
    );
  }

  #leaveWork(work: readonly DefinitionWork[], now: number): void {
    this.#work?.add(
      work.flatMap(({ scorecardRef, checks }) =>
        this.#entities().map(entityRef => ({
          entityRef,
          scorecardRef,
          facts: null,
          checks,
          createdAt: now,
        })),
      ),
    );
  }
}

/** What nobody who holds it can change; as a database gives it, without what is undefined. */
function copy<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}
