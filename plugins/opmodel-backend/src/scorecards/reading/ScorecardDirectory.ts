import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import type { VisibleScorecards } from '../definitions/VisibleScorecards';
import type { NameOwner } from './describeScorecard';

/** Finds scorecards and names owners, each as far as the caller may see them. */
export class ScorecardDirectory {
  readonly #scorecards: Pick<VisibleScorecards, 'find' | 'list'>;
  readonly #catalog: Pick<CatalogStore, 'getEntities'>;

  constructor(options: {
    scorecards: Pick<VisibleScorecards, 'find' | 'list'>;
    catalog: Pick<CatalogStore, 'getEntities'>;
  }) {
    this.#scorecards = options.scorecards;
    this.#catalog = options.catalog;
  }

  /** Those that count to the overall level first, then by ref. */
  list(visibility: Visibility): Promise<StoredScorecard[]> {
    return this.#scorecards.list(visibility);
  }

  /** @throws NotFoundError when there is none, or it may not be seen */
  find(ref: string, visibility: Visibility): Promise<StoredScorecard> {
    return this.#scorecards.find(ref, visibility);
  }

  /**
   * One scorecard, or all.
   *
   * @throws NotFoundError when one is asked for that is none, or that may not be seen
   */
  async select(
    ref: string | undefined,
    visibility: Visibility,
  ): Promise<StoredScorecard[]> {
    return ref === undefined
      ? this.list(visibility)
      : [await this.find(ref, visibility)];
  }

  /** Names owners with one question. */
  async nameOwners(
    refs: Iterable<string | null | undefined>,
    visibility: Visibility,
  ): Promise<NameOwner> {
    const asked = new Set([...refs].flatMap(ref => ref ?? []));
    return nameOwnersAmong(
      asked.size === 0
        ? []
        : await this.#catalog.getEntities(asked, visibility),
    );
  }
}

/** Names owners that are among entities that the caller may see. */
export function nameOwnersAmong(
  seen: readonly Pick<CatalogEntity, 'ref' | 'title' | 'name'>[],
): NameOwner {
  const titles = new Map(
    seen.map(({ ref, title, name }) => [ref, title ?? name]),
  );
  return ref => {
    const title = ref ? titles.get(ref) : undefined;
    return title === undefined
      ? { ownerRef: null, ownerTitle: null }
      : { ownerRef: ref!, ownerTitle: title };
  };
}
