import {
  type DebtItem,
  standingDebtStatuses,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ComponentFilter } from '../../catalog/ComponentSelection';
import { isFiltered } from '../../catalog/ComponentSelection';
import type { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import { organisationScope } from '../../catalog/scopesOf';
import type { Visibility } from '../../catalog/Visibility';
import type { DebtPlaceKind, DebtSelection } from './DebtItemStore';
import { askedBeginnings, searchedWords } from './debtWords';

/** Selects items in memory. */
export class FakeDebtItemSelection {
  readonly #catalog: FakeComponentCatalog;

  constructor(catalog: FakeComponentCatalog) {
    this.#catalog = catalog;
  }

  /** Whether all entities of an item may be seen. One that was never in the catalog can be decided for nobody but who sees all. */
  isVisible({ entityRefs }: DebtItem, visibility: Visibility): boolean {
    return entityRefs.every(ref => this.seesCarrier(ref, visibility));
  }

  /** Whether an entity that carries debt may be seen. */
  seesCarrier(ref: string, visibility: Visibility): boolean {
    return (
      visibility.type === 'all' ||
      (this.#catalog.find(ref) !== undefined &&
        this.#catalog.sees(visibility, ref))
    );
  }

  /** Whether an entity that the catalog has may not be seen. */
  hides(ref: string, visibility: Visibility): boolean {
    const known = this.#catalog.find(ref);
    return (
      known !== undefined &&
      known.entity.removedAt === undefined &&
      !this.#catalog.sees(visibility, ref)
    );
  }

  isSelected(item: DebtItem, selection: DebtSelection): boolean {
    const { visibility, entities, entityRef, scopeRef, link } = selection;
    return (
      this.isVisible(item, visibility) &&
      meetsFields(item, selection) &&
      meetsDates(item, selection) &&
      hasWords(item, selection.text) &&
      (entityRef === undefined || item.entityRefs.includes(entityRef)) &&
      (link === undefined ||
        item.links.some(
          ({ type, ref }) => type === link.type && ref === link.ref,
        )) &&
      (scopeRef === undefined ||
        scopeRef === organisationScope ||
        item.entityRefs.some(ref => this.countsIn(ref, scopeRef))) &&
      (entities === undefined ||
        !isFiltered(entities) ||
        item.entityRefs.some(ref =>
          this.#meetsFilter(ref, entities, visibility),
        ))
    );
  }

  /** The places in which an item counts, each once; null: none, or one that may not be seen. */
  placesOf(
    { ownerRef, entityRefs }: DebtItem,
    by: DebtPlaceKind,
    { visibility }: Pick<DebtSelection, 'visibility'>,
  ): Set<string | null> {
    if (by === 'owner') {
      return new Set([this.hides(ownerRef, visibility) ? null : ownerRef]);
    }
    return new Set(
      entityRefs.map(ref => {
        const carrier = this.#catalog.find(ref)?.entity;
        const above = by === 'system' ? carrier?.systemRef : carrier?.domainRef;
        const placeRef = carrier?.kind === by ? ref : above;
        const place = this.#catalog.find(placeRef ?? null)?.entity;
        return place &&
          place.removedAt === undefined &&
          this.#catalog.sees(visibility, place.ref)
          ? place.ref
          : null;
      }),
    );
  }

  /** Whether an entity counts in a scope today. */
  countsIn(ref: string, scopeRef: string): boolean {
    const entity = this.#catalog.find(ref)?.entity;
    if (!entity) {
      return false;
    }
    if (entity.removedAt === undefined) {
      return this.#catalog.listOpenScopes(ref).includes(scopeRef);
    }
    const { ownerRef, systemRef, domainRef } = entity;
    return (
      [ref, systemRef, domainRef, ownerRef].includes(scopeRef) ||
      (ownerRef !== undefined &&
        this.#catalog.listOpenScopes(ownerRef).includes(scopeRef))
    );
  }

  #meetsFilter(
    ref: string,
    filter: ComponentFilter,
    visibility: Visibility,
  ): boolean {
    const kept = this.#catalog.find(ref);
    if (!kept) {
      return false;
    }
    if (kept.entity.removedAt === undefined) {
      return this.#catalog.meetsFilter(kept, { filter, visibility });
    }
    const { ownerRefs, descendants, domainRef, ...rest } = filter;
    const ownerRef = kept.entity.ownerRef ?? '';
    return (
      this.#catalog.meetsFilter(kept, { filter: rest, visibility }) &&
      (domainRef === undefined || kept.entity.domainRef === domainRef) &&
      (ownerRefs === undefined ||
        ownerRefs.includes(ownerRef) ||
        (descendants === true &&
          this.#catalog.countsIn(ownerRef, ownerRefs, visibility)))
    );
  }
}

function hasWords(item: DebtItem, text: string | undefined): boolean {
  const asked = askedBeginnings(text);
  const searched = searchedWords(item);
  return (
    asked === undefined ||
    (asked.length > 0 && asked.every(word => searched.includes(` ${word}`)))
  );
}

function meetsFields(item: DebtItem, selection: DebtSelection): boolean {
  const { ownerRefs, statuses, categories, severities } = selection;
  const { impact, likelihood } = selection;
  return (
    isAmong(ownerRefs, item.ownerRef) &&
    isAmong(statuses, item.status) &&
    isAmong(categories, item.category) &&
    isAmong(severities, item.severity) &&
    (impact === undefined || item.estimate.impact === impact) &&
    (likelihood === undefined || item.estimate.likelihood === likelihood)
  );
}

function meetsDates(
  { status, targetDate, reviewDate, createdAt }: DebtItem,
  { overdueOn, reviewDueOn, createdBefore = Infinity }: DebtSelection,
): boolean {
  const isStandingBefore = (date: string | null, day: string | undefined) =>
    day === undefined ||
    (standingDebtStatuses.includes(status) && date !== null && date < day);
  return (
    createdAt < createdBefore &&
    isStandingBefore(targetDate, overdueOn) &&
    isStandingBefore(reviewDate, reviewDueOn)
  );
}

function isAmong<T>(wanted: readonly T[] | undefined, value: T | null) {
  return wanted === undefined || (value !== null && wanted.includes(value));
}
