import type { LeadTimeMedian } from './doraMembers';
import type { DaySpan, DoraStore } from './DoraStore';
import { LeadTimeRanking } from './LeadTimeRanking';
import { RevisionMemory } from '../lib/RevisionMemory';
import { seesAll } from '../catalog/Visibility';
import { organisationScope } from '../catalog/scopesOf';

/** Windows whose rankings are kept. */
const KEPT_RANKINGS = 10;

/** The medians of a window, and what they were made of. */
interface Ranked {
  revisions: ReadonlyMap<string, string>;
  medians: ReadonlyMap<string, LeadTimeMedian>;
}

/**
 * The rankings of the last windows that were asked for. To make one, the samples of every component are read; after that, those
 * of the components that were calculated since. A ranking holds what its reader may not see, so it is only ever shown through a
 * read that is limited to what they may.
 */
export class LeadTimeRankings {
  readonly #store: Pick<
    DoraStore,
    'readRevision' | 'listRevisions' | 'readMedians'
  >;
  readonly #calculation: string;
  readonly #memory = new RevisionMemory({
    answers: KEPT_RANKINGS,
    size: Number.MAX_SAFE_INTEGER,
  });
  readonly #ranked = new Map<string, Ranked>();

  constructor(options: {
    store: Pick<DoraStore, 'readRevision' | 'listRevisions' | 'readMedians'>;
    calculation: string;
  }) {
    this.#store = options.store;
    this.#calculation = options.calculation;
  }

  /** The ranking of all components as they are now. */
  async rank({ from, to }: DaySpan): Promise<LeadTimeRanking> {
    const key = `${from} ${to}`;
    return this.#memory.recall(
      key,
      () =>
        this.#store.readRevision(this.#calculation, {
          scopeRef: organisationScope,
          ownership: 'now',
          visibility: seesAll,
        }),
      async () => {
        const ranked = await this.#follow({ from, to }, this.#ranked.get(key));
        this.#ranked.delete(key);
        this.#ranked.set(key, ranked);
        for (const oldest of this.#ranked.keys()) {
          if (this.#ranked.size <= KEPT_RANKINGS) {
            break;
          }
          this.#ranked.delete(oldest);
        }
        return new LeadTimeRanking(ranked.medians);
      },
    );
  }

  async #follow(span: DaySpan, known: Ranked | undefined): Promise<Ranked> {
    // Before the medians: what is written in between has a newer revision than the one that is kept, and is read again.
    const revisions = await this.#store.listRevisions(this.#calculation);
    if (!known) {
      return {
        revisions,
        medians: await this.#store.readMedians(this.#calculation, span),
      };
    }
    const changed = [...revisions].flatMap(([ref, revision]) =>
      known.revisions.get(ref) === revision ? [] : [ref],
    );
    const medians = new Map(known.medians);
    for (const ref of [...changed, ...known.revisions.keys()]) {
      if (known.revisions.get(ref) !== revisions.get(ref)) {
        medians.delete(ref);
      }
    }
    if (changed.length > 0) {
      for (const [ref, median] of await this.#store.readMedians(
        this.#calculation,
        span,
        changed,
      )) {
        medians.set(ref, median);
      }
    }
    return { revisions, medians };
  }
}
