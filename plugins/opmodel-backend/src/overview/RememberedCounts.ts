import { createHash } from 'node:crypto';
import type { Visibility } from '../catalog/Visibility';
import { SlowAnswers } from '../lib/SlowAnswers';
import type {
  CountedRecord,
  OverviewStore,
  RecordCount,
} from './OverviewStore';

/**
 * Counts that are slow are used for a while, because the home page asks for them whenever somebody opens it. They are kept by
 * what the caller may see, never for another caller who sees something else.
 */
export class RememberedCounts implements OverviewStore {
  readonly #store: OverviewStore;
  readonly #answers: SlowAnswers<RecordCount>;

  constructor(options: {
    store: OverviewStore;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#answers = new SlowAnswers(options);
  }

  async countRecords(
    kind: CountedRecord,
    visibility: Visibility,
  ): Promise<RecordCount> {
    return this.#answers.get(keyOf(kind, visibility), () =>
      this.#store.countRecords(kind, visibility),
    );
  }
}

/** Lists of refs may be long, so what is kept is their hash. */
function keyOf(kind: CountedRecord, visibility: Visibility): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        kind,
        visibility.type === 'refs' ? [...visibility.refs] : visibility,
      ]),
    )
    .digest('base64');
}
