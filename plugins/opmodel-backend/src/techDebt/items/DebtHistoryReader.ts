import type {
  DebtItem,
  DebtItemVersion,
  DebtItemVersionPage,
  DebtLink,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Acceptances } from '../../acceptances/Acceptances';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type { NamedEntities } from '../../decisions/NamedEntities';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import { toInstant } from '../../lib/instants';
import { readShownLinks, type ShownLinks } from '../links/ShownLinks';
import type { DebtCaller } from './DebtCaller';
import type {
  DebtFieldChange,
  DebtItemStore,
  DebtVersion,
} from './DebtItemStore';
import { type DebtNames, readDebtNames } from './DebtNames';

/** Versions that one question gives. */
const CHUNK = 100;

/** Which page of a list beside an item is asked for. */
export interface PageBeside {
  limit: number;
  cursor?: string;
}

/**
 * Tells who changed what of an item. An item may have hung on other entities before: what was said of it then is told to whoever may see
 * those as well.
 */
export class DebtHistoryReader {
  readonly #options: {
    store: Pick<DebtItemStore, 'listVersions'>;
    catalog: Pick<CatalogStore, 'existingRefs'>;
    names: Pick<NamedEntities, 'read'>;
    acceptances: Pick<Acceptances, 'listByIds'>;
  };

  constructor(options: {
    store: Pick<DebtItemStore, 'listVersions'>;
    catalog: Pick<CatalogStore, 'existingRefs'>;
    names: Pick<NamedEntities, 'read'>;
    acceptances: Pick<Acceptances, 'listByIds'>;
  }) {
    this.#options = options;
  }

  /** @throws InputError when the cursor is not one that this list gave */
  async list(
    item: DebtItem,
    { limit, cursor }: PageBeside,
    caller: Pick<DebtCaller, 'reads' | 'seeing'>,
  ): Promise<DebtItemVersionPage> {
    const list = { versionsOf: item.id };
    const { before = Infinity } =
      decodeCursor<{ before: number }>(cursor, { before: ['int32'] }, list) ??
      {};
    // Down to the one after the page, which tells whether there is another.
    const versions = await this.#readDownTo(
      item.id,
      found => found.filter(({ version }) => version < before).length > limit,
    );
    const told = await this.#tell(item, versions, caller);
    const rest = told.filter(({ version }) => version < before);
    const items = rest.slice(0, limit);
    return {
      items,
      nextCursor:
        rest.length > limit
          ? encodeCursor({ before: items[items.length - 1].version }, list)
          : null,
    };
  }

  /** What was changed since a version, the latest first. */
  async listSince(
    item: DebtItem,
    version: number,
    caller: Pick<DebtCaller, 'reads' | 'seeing'>,
  ): Promise<DebtItemVersion[]> {
    if (version >= item.version) {
      return [];
    }
    const versions = await this.#readDownTo(item.id, found =>
      found.some(each => each.version <= version),
    );
    return this.#tell(
      item,
      versions.filter(each => each.version > version),
      caller,
    );
  }

  /** From the latest on, until there are enough. */
  async #readDownTo(
    itemId: string,
    isEnough: (found: readonly DebtVersion[]) => boolean,
  ): Promise<DebtVersion[]> {
    const found: DebtVersion[] = [];
    for (;;) {
      const chunk = await this.#options.store.listVersions(itemId, {
        limit: CHUNK,
        before: found.at(-1)?.version,
      });
      found.push(...chunk);
      if (chunk.length < CHUNK || isEnough(found)) {
        return found;
      }
    }
  }

  /** @param versions - all from the latest on */
  async #tell(
    item: DebtItem,
    versions: readonly DebtVersion[],
    caller: Pick<DebtCaller, 'reads' | 'seeing'>,
  ): Promise<DebtItemVersion[]> {
    const { reads } = caller;
    const valuesOf = (name: string) =>
      versions.flatMap(({ changes }) =>
        changes
          .filter(({ field }) => field === name)
          .flatMap(({ before, after }) => [before, after]),
      );
    const links = (valuesOf('links') as (readonly DebtLink[])[]).flat();
    const names = await readDebtNames(
      this.#options.names,
      { refs: valuesOf('ownerRef') as string[], links },
      reads,
    );
    const { acceptances } = this.#options;
    const shown = await readShownLinks(links, names, { acceptances, caller });
    const told = await this.#withhold(item, versions, reads);
    return told.map(({ version, at, by, note, changes, withheld }) => {
      return {
        version,
        at: toInstant(at),
        by,
        note: withheld ? null : note,
        changes: withheld
          ? []
          : changes.map(change => showChange(change, names, shown)),
        withheld,
      };
    });
  }

  /**
   * When an item last hung on something that its reader does not see, epoch milliseconds; null: never. What was said of it until then is
   * not for them.
   */
  async lastWithheldAt(
    item: DebtItem,
    reads: Visibility,
  ): Promise<number | null> {
    if (reads.type === 'all') {
      return null;
    }
    const versions = await this.#readDownTo(item.id, () => false);
    const told = await this.#withhold(item, versions, reads);
    return told.reduce<number | null>(
      (last, { at, withheld }) => (withheld ? Math.max(last ?? at, at) : last),
      null,
    );
  }

  /** @param versions - all from the latest on */
  async #withhold(
    item: DebtItem,
    versions: readonly DebtVersion[],
    reads: Visibility,
  ): Promise<(DebtVersion & { withheld: boolean })[]> {
    const seen = await this.#seenOf(item, versions, reads);
    let entityRefs = item.entityRefs;
    return versions.map(version => {
      const moved = version.changes.find(({ field }) => field === 'entityRefs');
      const before = (moved?.before ?? entityRefs) as readonly string[];
      const withheld = ![...entityRefs, ...before].every(seen);
      entityRefs = before;
      return { ...version, withheld };
    });
  }

  /** What left the catalog is hidden from whoever does not see all: nobody can tell whether they might have seen it. */
  async #seenOf(
    item: DebtItem,
    versions: readonly DebtVersion[],
    reads: Visibility,
  ): Promise<(ref: string) => boolean> {
    const past = versions.flatMap(({ changes }) =>
      changes
        .filter(({ field }) => field === 'entityRefs')
        .flatMap(({ before }) => before as readonly string[]),
    );
    if (reads.type === 'all' || past.length === 0) {
      return () => true;
    }
    const existing = await this.#options.catalog.existingRefs(past, reads);
    const now = new Set(item.entityRefs);
    return ref => now.has(ref) || existing.has(ref);
  }
}

function showChange(
  { field, before, after }: DebtFieldChange,
  names: DebtNames,
  shown: ShownLinks,
): DebtFieldChange {
  const show = (value: unknown) => {
    switch (field) {
      case 'ownerRef':
        return names.get(value as string)?.ref ?? null;
      case 'links':
        return (value as readonly DebtLink[]).flatMap(
          link => shown.show(link) ?? [],
        );
      default:
        return value;
    }
  };
  return { field, before: show(before), after: show(after) };
}
