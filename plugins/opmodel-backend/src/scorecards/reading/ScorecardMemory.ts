import type { CatalogStore } from '../../catalog/CatalogStore';
import { revisionOfSnapshot } from '../../catalog/revisionOfSnapshot';
import { RevisionMemory } from '../../lib/RevisionMemory';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import type {
  ScorecardReadStore,
  ScorecardSelection,
} from './ScorecardReadStore';

/** How long what goes on with the time is taken for the same. Milliseconds. */
const SAME_TIME = 300_000;

/**
 * Remembers roll-ups for as long as no result, no definition and nothing in the catalog changes. What somebody sees whose entities only the
 * catalog could decide is their own, and is made each time.
 */
export class ScorecardMemory {
  readonly #memory = new RevisionMemory();
  readonly #reads: Pick<ScorecardReadStore, 'revision'>;
  readonly #catalog: Pick<CatalogStore, 'snapshotState'>;
  readonly #clock: () => number;

  constructor(options: {
    reads: Pick<ScorecardReadStore, 'revision'>;
    catalog: Pick<CatalogStore, 'snapshotState'>;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#reads = options.reads;
    this.#catalog = options.catalog;
    this.#clock = options.clock;
  }

  /**
   * @param question - with the selection and the scorecards it names what is asked completely
   * @param scorecards - that the caller may see, and that the answer is made of
   */
  recall<T>(
    question: string | object,
    selection: ScorecardSelection,
    scorecards: readonly StoredScorecard[],
    make: () => Promise<T>,
  ): Promise<T> {
    if (selection.visibility.type === 'refs') {
      return make();
    }
    const definitions = scorecards.map(
      ({ definition, version, definitionHash, problems }) => [
        definition.ref,
        version,
        definitionHash,
        problems.length,
      ],
    );
    return this.#memory.recall(
      JSON.stringify([question, selection, definitions]),
      async () => {
        const [results, snapshot] = await Promise.all([
          this.#reads.revision(),
          this.#catalog.snapshotState(),
        ]);
        const time = Math.floor(this.#clock() / SAME_TIME);
        return `${results}/${revisionOfSnapshot(snapshot)}/${time}`;
      },
      make,
    );
  }
}
