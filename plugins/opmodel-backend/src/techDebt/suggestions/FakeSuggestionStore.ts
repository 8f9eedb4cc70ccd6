import { randomUUID } from 'node:crypto';
import {
  mergeSuggestions,
  type SuggestionSource,
  type SuggestionState,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import { organisationScope } from '../../catalog/scopesOf';
import type { Visibility } from '../../catalog/Visibility';
import {
  askedWords,
  documentOf,
  refuseForeignSuggestionPosition,
  searchedSuggestion,
  suggestionOrderValues,
} from './suggestionOrder';
import { isOfPart, keyOfPart } from './suggestionParts';
import {
  type KeptSuggestion,
  standingOf,
  type SuggestionLook,
  type SuggestionPosition,
  type SuggestionSelection,
  type SuggestionStore,
} from './SuggestionStore';

/** Keeps suggestions in memory. */
export class FakeSuggestionStore implements SuggestionStore {
  readonly #catalog: FakeComponentCatalog;
  #kept: KeptSuggestion[] = [];
  /** By source and entity. */
  readonly #looks = new Map<string, number>();

  constructor(catalog: FakeComponentCatalog) {
    this.#catalog = catalog;
  }

  async merge(look: SuggestionLook): Promise<{ added: number }> {
    const { source, at, part } = look;
    const keyOf = (entityRef: string) =>
      `${source} ${entityRef} ${keyOfPart(part)}`;
    const told = new Set(look.found.map(({ fingerprint }) => fingerprint));
    const isNews = (entityRef: string) =>
      at >= (this.#looks.get(keyOf(entityRef)) ?? 0);
    const lookedAt = look.lookedAt.filter(isNews);
    const found = look.found.filter(({ entityRef }) => isNews(entityRef));
    const concerned = new Set([
      ...lookedAt,
      ...found.map(({ entityRef }) => entityRef),
    ]);
    const isKnown = (one: KeptSuggestion) =>
      one.source === source &&
      concerned.has(one.entityRef) &&
      (isOfPart(one, part) || told.has(one.fingerprint));
    const known = this.#kept.filter(isKnown);
    const merged = mergeSuggestions(known, {
      at,
      lookedAt: lookedAt.map(entityRef => ({ source, entityRef })),
      found,
      leftOut: look.leftOut,
    });
    const ids = new Map(known.map(each => [each.fingerprint, each.id]));
    this.#kept = [
      ...this.#kept.filter(one => !isKnown(one)),
      ...merged.map(each => ({
        ...structuredClone(each),
        id: ids.get(each.fingerprint) ?? randomUUID(),
      })),
    ];
    lookedAt.forEach(ref => this.#looks.set(keyOf(ref), at));
    return { added: merged.length - known.length };
  }

  async endOfRemoved({ now }: { now: number }): Promise<void> {
    this.#kept = this.#kept.map(each =>
      each.staleSince === null && this.#removedAt(each.entityRef) !== undefined
        ? { ...each, staleSince: now }
        : each,
    );
  }

  async get(
    id: string,
    visibility: Visibility,
  ): Promise<KeptSuggestion | undefined> {
    const found = this.#select({ visibility }).find(each => each.id === id);
    return found && structuredClone(found);
  }

  async decide(
    id: string,
    { from, to }: { from: SuggestionState; to: SuggestionState },
  ): Promise<boolean> {
    const kept = this.#kept.find(each => each.id === id);
    if (
      kept?.state.type !== from.type ||
      (kept.state.type === 'promoted' &&
        from.type === 'promoted' &&
        kept.state.itemId !== from.itemId)
    ) {
      return false;
    }
    kept.state = to;
    return true;
  }

  async list(
    selection: SuggestionSelection,
    { order, descending, limit, after }: Parameters<SuggestionStore['list']>[1],
  ): ReturnType<SuggestionStore['list']> {
    refuseForeignSuggestionPosition(order, after?.value);
    const compare = (a: SuggestionPosition, b: SuggestionPosition) =>
      comparePositions(a, b, descending);
    const found = this.#select(selection)
      .map(suggestion => ({
        suggestion: structuredClone(suggestion),
        position: {
          value: suggestionOrderValues(suggestion)[order],
          id: suggestion.id,
        },
      }))
      .sort((a, b) => compare(a.position, b.position));
    return {
      items: found
        .filter(({ position }) => !after || compare(position, after) > 0)
        .slice(0, limit),
      total: found.length,
    };
  }

  async countBySource(
    selection: SuggestionSelection,
  ): Promise<ReadonlyMap<SuggestionSource, number>> {
    const counts = new Map<SuggestionSource, number>();
    for (const { source } of this.#select(selection)) {
      counts.set(source, (counts.get(source) ?? 0) + 1);
    }
    return counts;
  }

  async deleteGone({
    before,
    limit,
  }: {
    before: number;
    limit: number;
  }): Promise<number> {
    const gone = this.#kept
      .filter(
        ({ state, staleSince }) =>
          state.type === 'new' && staleSince !== null && staleSince < before,
      )
      .sort((a, b) => a.staleSince! - b.staleSince!)
      .slice(0, limit);
    this.#kept = this.#kept.filter(each => !gone.includes(each));
    if (gone.length > 0) {
      return gone.length;
    }
    const looks = [...this.#looks.keys()].filter(
      key => (this.#removedAt(key.split(' ')[1]) ?? before) < before,
    );
    looks.forEach(key => this.#looks.delete(key));
    return looks.length;
  }

  /** One that was never in the catalog can be decided for nobody but who sees all. */
  #sees(ref: string, visibility: Visibility): boolean {
    return (
      visibility.type === 'all' ||
      (this.#catalog.find(ref) !== undefined &&
        this.#catalog.sees(visibility, ref))
    );
  }

  /** Whether an entity counts in a scope today; one that left the catalog in those that it belonged to, and above its owner. */
  #countsIn(ref: string, scopeRef: string): boolean {
    const entity = this.#catalog.find(ref)?.entity;
    if (entity?.removedAt === undefined) {
      return this.#catalog.listOpenScopes(ref).includes(scopeRef);
    }
    const { ownerRef, systemRef, domainRef } = entity;
    return (
      [ref, systemRef, domainRef, ownerRef].includes(scopeRef) ||
      (ownerRef !== undefined &&
        this.#catalog.listOpenScopes(ownerRef).includes(scopeRef))
    );
  }

  #removedAt(ref: string): number | undefined {
    return this.#catalog.find(ref)?.entity.removedAt;
  }

  #select(selection: SuggestionSelection): KeptSuggestion[] {
    const { visibility, entityRef, scopeRef, ownerRefs } = selection;
    const words = askedWords(selection.text ?? '');
    return this.#kept.filter(each => {
      const document = documentOf(each);
      const owner = this.#catalog.find(each.entityRef)?.entity.ownerRef;
      return (
        this.#sees(each.entityRef, visibility) &&
        (document === null || this.#sees(document, visibility)) &&
        isAmong(selection.standings, standingOf(each)) &&
        isAmong(selection.sources, each.source) &&
        isAmong(selection.categories, each.category) &&
        isAmong(selection.severities, each.severity) &&
        isAmong(ownerRefs, owner ?? null) &&
        (entityRef === undefined || each.entityRef === entityRef) &&
        (scopeRef === undefined ||
          scopeRef === organisationScope ||
          this.#countsIn(each.entityRef, scopeRef)) &&
        (selection.itemId === undefined ||
          (each.state.type === 'promoted' &&
            each.state.itemId === selection.itemId)) &&
        words.every(word => searchedSuggestion(each).includes(word))
      );
    });
  }
}

function isAmong<T>(wanted: readonly T[] | undefined, value: T | null) {
  return wanted === undefined || (value !== null && wanted.includes(value));
}

function comparePositions(
  one: SuggestionPosition,
  other: SuggestionPosition,
  descending: boolean,
): number {
  if ((one.value === null) !== (other.value === null)) {
    return one.value === null ? 1 : -1;
  }
  const order =
    compareValues(one.value, other.value) || compareValues(one.id, other.id);
  return descending ? -order : order;
}

function compareValues(
  one: number | string | null,
  other: number | string | null,
): number {
  if (typeof one === 'number' && typeof other === 'number') {
    return one - other;
  }
  return Buffer.compare(
    Buffer.from(String(one ?? '')),
    Buffer.from(String(other ?? '')),
  );
}
