import { NotFoundError } from '@backstage/errors';
import { sortBy } from 'lodash';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type { ScorecardStore, StoredScorecard } from './ScorecardStore';

/**
 * The scorecards that hold, as far as somebody may see them. One that is a document of the catalog is seen by whoever may see the
 * document; one that is written in the portal by whoever may read scorecards at all. What may not be seen does not exist.
 */
export class VisibleScorecards {
  readonly #scorecards: Pick<ScorecardStore, 'list'>;
  readonly #catalog: Pick<CatalogStore, 'existingRefs'>;

  constructor(options: {
    scorecards: Pick<ScorecardStore, 'list'>;
    catalog: Pick<CatalogStore, 'existingRefs'>;
  }) {
    this.#scorecards = options.scorecards;
    this.#catalog = options.catalog;
  }

  /**
   * Those that count to the overall level first, then by ref.
   *
   * @param visibility - of whoever may read scorecards
   */
  async list(visibility: Visibility): Promise<StoredScorecard[]> {
    const held = sortBy(
      await this.#scorecards.list(),
      ({ definition }) => !definition.countsToOverall,
    );
    if (visibility.type === 'all') {
      return held;
    }
    if (visibility.type === 'none') {
      return [];
    }
    const documents = held.flatMap(({ definition: { ref }, origin }) =>
      origin === 'catalog' ? [ref] : [],
    );
    const seen = await this.#catalog.existingRefs(documents, visibility);
    return held.filter(
      ({ definition: { ref }, origin }) => origin === 'portal' || seen.has(ref),
    );
  }

  /** @throws NotFoundError when there is none that holds, or it may not be seen */
  async find(ref: string, visibility: Visibility): Promise<StoredScorecard> {
    const found = (await this.list(visibility)).find(
      ({ definition }) => definition.ref === ref,
    );
    if (!found) {
      throw new NotFoundError(`No scorecard '${ref}'`);
    }
    return found;
  }
}
