import type { CatalogEntity, CatalogStore } from '../catalog/CatalogStore';
import { seesAll, type Visibility } from '../catalog/Visibility';

/** How somebody or something is called whom a document names. */
export interface NamedEntity {
  ref: string;
  title: string;
  /** Whether the catalog has it. */
  exists: boolean;
}

/** Names whom documents and owners mean, as far as the caller may see them. */
export class NamedEntities {
  readonly #catalog: CatalogStore;

  constructor(options: { catalog: CatalogStore }) {
    this.#catalog = options.catalog;
  }

  /**
   * @returns by ref; what exists and may not be seen is not there, what nobody has is there by the name in its ref
   */
  async read(
    refs: Iterable<string>,
    visibility: Visibility,
  ): Promise<ReadonlyMap<string, NamedEntity>> {
    const wanted = [...new Set(refs)];
    const seen = await this.#catalog.getEntities(wanted, visibility);
    const named = new Map(
      seen.map(entity => [
        entity.ref,
        { ref: entity.ref, title: titleOf(entity), exists: true },
      ]),
    );
    const unseen = wanted.filter(ref => !named.has(ref));
    const hidden =
      visibility.type === 'all'
        ? new Set()
        : await this.#catalog.existingRefs(unseen, seesAll);
    for (const ref of unseen.filter(one => !hidden.has(one))) {
      named.set(ref, { ref, title: ref.split('/').at(-1)!, exists: false });
    }
    return named;
  }
}

/** What people call an entity. */
export function titleOf({ title, name, document }: CatalogEntity): string {
  const { displayName } = (document?.profile ?? {}) as Record<string, unknown>;
  return (
    title ??
    (typeof displayName === 'string' && displayName !== '' ? displayName : name)
  );
}
