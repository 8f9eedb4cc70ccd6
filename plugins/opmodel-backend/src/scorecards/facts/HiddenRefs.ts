import type { FactValue } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { seesAll, type Visibility } from '../../catalog/Visibility';

/** What may be the ref of an entity. */
const entityRefPattern = /^[a-z][^:/\s]*:[^:/\s]+\/[^:/\s]+$/i;

/** Keeps from a reader the names of entities that he may not see, where facts of an entity that he sees name them. */
export class HiddenRefs {
  readonly #refs: ReadonlySet<string>;

  private constructor(refs: ReadonlySet<string>) {
    this.#refs = refs;
  }

  /** Finds out which of the entities that are named somebody may not see. */
  static async among(
    values: readonly FactValue[],
    visibility: Visibility,
    catalog: Pick<CatalogStore, 'existingRefs'>,
  ): Promise<HiddenRefs> {
    if (visibility.type === 'all') {
      return new HiddenRefs(new Set());
    }
    const named = values
      .flatMap(textsOf)
      .filter(text => entityRefPattern.test(text))
      .map(normalize);
    const [existing, visible] = await Promise.all([
      catalog.existingRefs(named, seesAll),
      catalog.existingRefs(named, visibility),
    ]);
    return new HiddenRefs(
      new Set([...existing].filter(ref => !visible.has(ref))),
    );
  }

  /** A value without what is hidden; null where that was all of it. */
  hide(value: FactValue): FactValue {
    if (typeof value === 'string') {
      return this.#refs.has(normalize(value)) ? null : value;
    }
    return typeof value === 'object' && value !== null
      ? value.filter(text => !this.#refs.has(normalize(text)))
      : value;
  }
}

function textsOf(value: FactValue): readonly string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? value : [];
}

function normalize(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
