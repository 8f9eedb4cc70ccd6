import {
  type ScorecardMatrix,
  stateLetters,
} from '@opmodel/backstage-plugin-opmodel-common';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import { describeColumn, describeScorecard } from './describeScorecard';
import { evaluatedState } from './evaluatedState';
import type { PageOf } from './ScoredEntityReader';
import type { ScorecardDirectory } from './ScorecardDirectory';
import type { ScorecardMemory } from './ScorecardMemory';
import type {
  ScorecardReadStore,
  ScorecardSelection,
  StatesRow,
} from './ScorecardReadStore';

const matrixPosition = { name: ['string' as const], ref: ['string' as const] };

/** Lists all verdicts of entities on one scorecard. */
export class ScorecardMatrixReader {
  readonly #reads: Pick<ScorecardReadStore, 'listMatrix'>;
  readonly #directory: ScorecardDirectory;
  readonly #memory: ScorecardMemory;

  constructor(options: {
    reads: Pick<ScorecardReadStore, 'listMatrix'>;
    directory: ScorecardDirectory;
    memory: ScorecardMemory;
  }) {
    this.#reads = options.reads;
    this.#directory = options.directory;
    this.#memory = options.memory;
  }

  /**
   * @throws InputError when the cursor is not one that this list gave
   * @throws NotFoundError when the scorecard does not exist or may not be seen
   */
  async read(
    { scorecardRef, limit, cursor }: PageOf & { scorecardRef: string },
    selection: ScorecardSelection,
  ): Promise<ScorecardMatrix> {
    const { visibility, ...selected } = selection;
    const list = { matrix: selected, scorecardRef };
    const after = decodeCursor<StatesRow['position']>(
      cursor,
      matrixPosition,
      list,
    );
    const scorecard = await this.#directory.find(scorecardRef, visibility);
    return this.#memory.recall(
      { matrix: limit, after: after ?? null },
      selection,
      [scorecard],
      () => this.#read(scorecard, { limit, after, list }, selection),
    );
  }

  async #read(
    scorecard: StoredScorecard,
    page: { limit: number; after?: StatesRow['position']; list: object },
    selection: ScorecardSelection,
  ): Promise<ScorecardMatrix> {
    const { limit, after, list } = page;
    const { items, total } = await this.#reads.listMatrix(selection, {
      scorecardRef: scorecard.definition.ref,
      limit: limit + 1,
      after,
    });
    const shown = items.slice(0, limit);
    const nameOwner = await this.#directory.nameOwners(
      [scorecard.definition.owner, ...shown.map(({ ownerRef }) => ownerRef)],
      selection.visibility,
    );
    const slots = scorecard.definition.checks.map(({ id }) =>
      scorecard.slots.indexOf(id),
    );
    return {
      scorecard: describeScorecard(scorecard, nameOwner),
      checks: scorecard.definition.checks.map(describeColumn),
      rows: shown.map(({ entityRef, title, ownerRef, rank, states }) => ({
        entityRef,
        title,
        ownerRef: nameOwner(ownerRef).ownerRef,
        rank,
        states: slots
          .map(slot => stateLetters[evaluatedState(states, slot)])
          .join(''),
      })),
      totalItems: total,
      nextCursor:
        items.length > limit
          ? encodeCursor(shown[limit - 1].position, list)
          : null,
    };
  }
}
