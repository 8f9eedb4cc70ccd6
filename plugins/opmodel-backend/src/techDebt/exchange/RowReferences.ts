import type {
  BadImportRow,
  DebtFieldProblem,
  DebtItem,
  DebtLink,
  ImportRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { seesAll } from '../../catalog/Visibility';
import type { DebtCaller } from '../items/DebtCaller';
import type { CheckedLinks, DebtLinkChecks } from '../links/DebtLinkChecks';

/** What a row or an item says of the catalog, and of what else is known. */
interface Named {
  entityRefs?: readonly string[];
  ownerRef?: string;
  links?: readonly DebtLink[];
}

/** Holds rows to what exists and may be seen. What is hidden is refused in the words that are used of what does not exist. */
export class RowReferences {
  readonly #existing: ReadonlySet<string>;
  /** Owners of items that the catalog no longer has; whether somebody may see them is not asked of anything. */
  readonly #goneOwners: ReadonlySet<string>;
  /** What the items hang on that rows may mean. */
  readonly #carriers: ReadonlySet<string>;
  readonly #links: CheckedLinks;
  readonly #seesLink: (link: DebtLink) => boolean;

  private constructor(found: {
    existing: ReadonlySet<string>;
    goneOwners: ReadonlySet<string>;
    carriers: ReadonlySet<string>;
    links: CheckedLinks;
    seesLink: (link: DebtLink) => boolean;
  }) {
    this.#existing = found.existing;
    this.#goneOwners = found.goneOwners;
    this.#carriers = found.carriers;
    this.#links = found.links;
    this.#seesLink = found.seesLink;
  }

  /**
   * @param known - items that rows may mean, all of which may be seen
   * @param options - `owners`: who answers for rows that name nobody. `seesLink`: whether a link that an item has is shown to the caller
   */
  static async read(
    rows: readonly ImportRow[],
    known: readonly DebtItem[],
    {
      catalog,
      caller,
      linkChecks,
      owners: found,
      seesLink,
    }: {
      catalog: Pick<CatalogStore, 'existingRefs'>;
      caller: Pick<DebtCaller, 'reads' | 'seeing'>;
      linkChecks: DebtLinkChecks;
      owners: readonly string[];
      seesLink: (link: DebtLink) => boolean;
    },
  ): Promise<RowReferences> {
    const named = new Set([
      ...found,
      ...rows.flatMap(({ given: { entityRefs = [], ownerRef } }) =>
        ownerRef === undefined ? entityRefs : [...entityRefs, ownerRef],
      ),
    ]);
    const owners = new Set(known.map(({ ownerRef }) => ownerRef));
    const [existing, existingOwners, links] = await Promise.all([
      catalog.existingRefs(named, caller.reads),
      catalog.existingRefs(owners, seesAll),
      linkChecks.read(
        rows.flatMap(({ given }) => given.links ?? []),
        caller,
      ),
    ]);
    return new RowReferences({
      existing,
      goneOwners: new Set(
        [...owners].filter(owner => !existingOwners.has(owner)),
      ),
      carriers: new Set(known.flatMap(({ entityRefs }) => entityRefs)),
      links,
      seesLink,
    });
  }

  /** Parts rows that name what nothing is known of from all others. */
  sort(rows: readonly ImportRow[]): {
    sound: ImportRow[];
    bad: BadImportRow[];
  } {
    const sound: ImportRow[] = [];
    const bad: BadImportRow[] = [];
    for (const row of rows) {
      const problem = this.#findMissing(row.given.entityRefs ?? [], ref =>
        this.#carriers.has(ref),
      );
      if (problem === null) {
        sound.push(row);
      } else {
        const problems = [{ row: row.row, column: null, ...problem }];
        bad.push({ row: row.row, name: row.name, problems });
      }
    }
    return { sound, bad };
  }

  /**
   * The first of what is named that is not there.
   *
   * @param before - the item until now, which may name what has left the catalog since; null: it is new
   */
  findProblem(
    { entityRefs = [], ownerRef, links = [] }: Named,
    before: DebtItem | null,
  ): DebtFieldProblem | null {
    const missing = this.#findMissing(entityRefs, ref =>
      Boolean(before?.entityRefs.includes(ref)),
    );
    const isOwner =
      ownerRef === undefined ||
      this.#existing.has(ownerRef) ||
      (before?.ownerRef === ownerRef && this.#goneOwners.has(ownerRef));
    if (missing) {
      return missing;
    }
    return isOwner
      ? this.#links.findProblem(
          links,
          (before?.links ?? []).filter(this.#seesLink),
        )
      : {
          field: 'ownerRef',
          message: `must be a group of the catalog, got '${ownerRef}'`,
        };
  }

  #findMissing(
    entityRefs: readonly string[],
    isKept: (ref: string) => boolean,
  ): DebtFieldProblem | null {
    const place = entityRefs.findIndex(
      ref => !this.#existing.has(ref) && !isKept(ref),
    );
    return place < 0
      ? null
      : {
          field: `entityRefs[${place}]`,
          message: `must be an entity of the catalog, got '${entityRefs[place]}'`,
        };
  }
}
