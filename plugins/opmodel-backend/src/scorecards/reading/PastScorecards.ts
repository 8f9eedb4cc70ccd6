import type { StoredScorecard } from '../definitions/ScorecardStore';
import { PastScorecard } from './PastScorecard';
import type {
  ScorecardReadStore,
  ScorecardSelection,
  StateGroup,
} from './ScorecardReadStore';

/** Goes back to how a selection stood on a scorecard, by undoing what changed since. */
export class PastScorecards {
  readonly #reads: Pick<
    ScorecardReadStore,
    'listStates' | 'listTouched' | 'listChanges'
  >;

  constructor(options: {
    reads: Pick<
      ScorecardReadStore,
      'listStates' | 'listTouched' | 'listChanges'
    >;
  }) {
    this.#reads = options.reads;
  }

  /**
   * @param options - `since`: how far back it is gone at most, epoch milliseconds; `groups`: how it stands now, where that is known;
   *   `withGone`: also of entities that the catalog lost since
   */
  async open(
    selection: ScorecardSelection,
    scorecard: StoredScorecard,
    options: {
      since: number;
      groups?: readonly StateGroup[];
      withGone?: boolean;
    },
  ): Promise<PastScorecard> {
    const { ref } = scorecard.definition;
    const span = {
      since: options.since,
      withGone: options.withGone ?? false,
    };
    const [groups, results, changes] = await Promise.all([
      options.groups ?? this.#reads.listStates(selection, [ref]),
      this.#reads.listTouched(selection, ref, span),
      this.#reads.listChanges(selection, ref, span),
    ]);
    return new PastScorecard(scorecard, { groups, results, changes, ...span });
  }
}
