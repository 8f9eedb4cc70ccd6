import type { FactValue } from '@opmodel/backstage-plugin-opmodel-common';
import { isEqual, pickBy } from 'lodash';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import type { FactProviders } from './FactProviders';
import type { FactStore, FactValues, KnownFacts } from './FactStore';

/** What is the ref of an entity, if it is in the catalog. */
const entityRefPattern =
  /^(?:api|component|domain|group|resource|system|template|user):[^:/\s]+\/[^:/\s]+$/i;

const nothing: ReadonlySet<string> = new Set();

/** What a provider tells of an entity, as somebody may read it. */
export interface ReadFacts extends KnownFacts {
  /** Names of the facts of which something is left out. */
  hidden: ReadonlySet<string>;
}

/**
 * Facts of entities as somebody may read them: what counts others is left out for whoever does not see everything,
 * and what names an entity that he does not see is none.
 *
 * Verdicts come from everything that is known, whoever reads them.
 */
export class ReadableFacts {
  readonly #facts: Pick<FactStore, 'read'>;
  readonly #catalog: Pick<CatalogStore, 'existingRefs'>;
  readonly #others: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(options: {
    facts: Pick<FactStore, 'read'>;
    catalog: Pick<CatalogStore, 'existingRefs'>;
    providers: Pick<FactProviders, 'list'>;
  }) {
    this.#facts = options.facts;
    this.#catalog = options.catalog;
    this.#others = new Map(
      options.providers
        .list()
        .map(({ id, schema }) => [
          id,
          new Set(
            Object.keys(schema).filter(name => schema[name].countsOthers),
          ),
        ]),
    );
  }

  /**
   * What registered providers tell of entities, in order of the entity, then of the provider.
   *
   * @param entityRefs - nothing is told of those that may not be seen
   * @param providers - only of these
   */
  async read(
    entityRefs: readonly string[],
    visibility: Visibility,
    providers?: readonly string[],
  ): Promise<ReadFacts[]> {
    const known = await this.#facts.read(entityRefs, providers);
    return this.show(known, visibility, nothing);
  }

  /**
   * The same of what was read already.
   *
   * @param seen - entities that are known to be visible
   */
  async show(
    known: readonly KnownFacts[],
    visibility: Visibility,
    seen: ReadonlySet<string>,
  ): Promise<ReadFacts[]> {
    if (visibility.type === seesAll.type) {
      return known.map(one => ({ ...one, hidden: nothing }));
    }
    const own = known.map(one => ({
      ...one,
      facts: pickBy(
        one.facts,
        (_, name) => !this.#others.get(one.provider)?.has(name),
      ),
    }));
    const named = own
      .flatMap(({ facts }) => Object.values(facts).flatMap(textsOf))
      .filter(isRef)
      .map(normalize);
    const asked = [...known.map(({ entityRef }) => entityRef), ...named].filter(
      ref => !seen.has(ref),
    );
    // What is not there and what may not be seen look the same, and take as long.
    const visible =
      asked.length === 0
        ? seen
        : new Set([
            ...seen,
            ...(await this.#catalog.existingRefs(new Set(asked), visibility)),
          ]);
    const isShown = (text: string) =>
      !isRef(text) || visible.has(normalize(text));
    return own.flatMap((one, at): ReadFacts[] => {
      if (!visible.has(one.entityRef)) {
        return [];
      }
      const facts = hide(one.facts, isShown);
      const all = known[at].facts;
      const hidden = Object.keys(all).filter(
        name => !isEqual(facts[name], all[name]),
      );
      return [{ ...one, facts, hidden: new Set(hidden) }];
    });
  }
}

function hide(
  facts: FactValues,
  isShown: (text: string) => boolean,
): FactValues {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]): [string, FactValue] => {
      if (typeof value === 'string') {
        return [name, isShown(value) ? value : null];
      }
      return [
        name,
        typeof value === 'object' && value !== null
          ? value.filter(isShown)
          : value,
      ];
    }),
  );
}

function textsOf(value: FactValue): readonly string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? value : [];
}

function isRef(text: string): boolean {
  return entityRefPattern.test(text);
}

function normalize(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
