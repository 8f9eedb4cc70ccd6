import { NotFoundError } from '@backstage/errors';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import type { NameOwner } from './describeScorecard';

/** Finds the scorecards that hold and that somebody may see. One that is hidden does not exist for them. */
export interface VisibleScorecardSource {
  list(visibility: Visibility): Promise<StoredScorecard[]>;
}

/** Finds scorecards and names owners, each as far as the caller may see them. */
export class ScorecardDirectory {
  readonly #scorecards: VisibleScorecardSource;
  readonly #catalog: Pick<CatalogStore, 'getEntities'>;

  constructor(options: {
    scorecards: VisibleScorecardSource;
    catalog: Pick<CatalogStore, 'getEntities'>;
  }) {
    this.#scorecards = options.scorecards;
    this.#catalog = options.catalog;
  }

  /** Ordered by ref. */
  list(visibility: Visibility): Promise<StoredScorecard[]> {
    return this.#scorecards.list(visibility);
  }

  /**
   * @throws NotFoundError when there is none, or it may not be seen
   */
  async find(ref: string, visibility: Visibility): Promise<StoredScorecard> {
    const [found] = await this.select(ref, visibility);
    return found;
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
    const all = await this.list(visibility);
    if (ref === undefined) {
      return all;
    }
    const found = all.filter(({ definition }) => definition.ref === ref);
    if (found.length === 0) {
      throw new NotFoundError(`No scorecard '${ref}'`);
    }
    return found;
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
