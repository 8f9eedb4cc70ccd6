import { InputError } from '@backstage/errors';
import type { DebtItemContent } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { seesAll, type Visibility } from '../../catalog/Visibility';

/** What of an item names entities of the catalog. */
type Named = Pick<DebtItemContent, 'entityRefs' | 'ownerRef'>;

/** Holds items to what exists and to what the caller may see. What is hidden is refused in the words that are used of what does not exist. */
export class DebtReferences {
  readonly #catalog: Pick<CatalogStore, 'existingRefs'>;

  constructor(options: { catalog: Pick<CatalogStore, 'existingRefs'> }) {
    this.#catalog = options.catalog;
  }

  /**
   * @param given - what is said of an item; what is not said is not looked at
   * @param before - what it named until now, which may have left the catalog since
   * @throws InputError that names the field
   */
  async require(
    { entityRefs = [], ownerRef }: Partial<Named>,
    reads: Visibility,
    before?: Named,
  ): Promise<void> {
    const existing = await this.#catalog.existingRefs(
      [...entityRefs, ...(ownerRef === undefined ? [] : [ownerRef])],
      reads,
    );
    // Who sees an item sees all that it hangs on.
    refuseMissing(entityRefs, ref =>
      Boolean(existing.has(ref) || before?.entityRefs.includes(ref)),
    );
    if (ownerRef === undefined || existing.has(ownerRef)) {
      return;
    }
    // Its owner may be hidden from them; they are not told that they guessed it.
    const isGone =
      before?.ownerRef === ownerRef &&
      !(await this.#catalog.existingRefs([ownerRef], seesAll)).has(ownerRef);
    if (!isGone) {
      throw new InputError(
        `'ownerRef' must be a group of the catalog, got '${ownerRef}'`,
      );
    }
  }
}

/** @throws InputError that names the first entity that is not there */
export function refuseMissing(
  entityRefs: readonly string[],
  isThere: (ref: string) => boolean,
): void {
  const missing = entityRefs.findIndex(ref => !isThere(ref));
  if (missing >= 0) {
    throw new InputError(
      `'entityRefs[${missing}]' must be an entity of the catalog, got '${entityRefs[missing]}'`,
    );
  }
}
