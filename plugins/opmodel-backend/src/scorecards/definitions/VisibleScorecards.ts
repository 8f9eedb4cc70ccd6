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
    const held = sortBy(await this.#scorecards.list(), isBesideOverall);
    if (visibility.type === 'all') {
      return held;
    }
    if (visibility.type === 'none') {
      return [];
    }
    const documents = documentsOf(held);
    return visibleAmong(
      held,
      documents.length === 0
        ? new Set()
        : await this.#catalog.existingRefs(documents, visibility),
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

/** Whether it does not count to the overall level. Sorted by this, those that do come first. */
export function isBesideOverall({ definition }: StoredScorecard): boolean {
  return !definition.countsToOverall;
}

/** The documents of the catalog on which it depends whether scorecards are seen. */
export function documentsOf(held: readonly StoredScorecard[]): string[] {
  return held.flatMap(({ definition: { ref }, origin }) =>
    origin === 'catalog' ? [ref] : [],
  );
}

/**
 * Those that may be seen.
 *
 * @param seen - of {@link documentsOf}, those that the caller may see
 */
export function visibleAmong(
  held: readonly StoredScorecard[],
  seen: ReadonlySet<string>,
): StoredScorecard[] {
  return held.filter(
    ({ definition: { ref }, origin }) => origin === 'portal' || seen.has(ref),
  );
}
