import {
  dayOf,
  type DebtItem,
  type DebtSuggestionRow,
  isInEstimateRange,
  type NewDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { seesAll } from '../../catalog/Visibility';
import type { NamedEntities } from '../../decisions/NamedEntities';
import { toInstant } from '../../lib/instants';
import type { DebtCaller } from '../items/DebtCaller';
import type { DebtItemStore } from '../items/DebtItemStore';
import { type EntityOwners, ownersOfEntities } from '../items/ownersOfEntities';
import { type KeptSuggestion, standingOf } from './SuggestionStore';

/** Tells of suggestions where they stand and what their reader may do with them. */
export class SuggestionDescriber {
  readonly #options: {
    names: Pick<NamedEntities, 'read'>;
    catalog: Pick<CatalogStore, 'getEntities' | 'existingRefs'>;
    items: Pick<DebtItemStore, 'get' | 'listByIds'>;
    zone: string;
    clock: () => number;
  };

  constructor(options: {
    names: Pick<NamedEntities, 'read'>;
    catalog: Pick<CatalogStore, 'getEntities' | 'existingRefs'>;
    items: Pick<DebtItemStore, 'get' | 'listByIds'>;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /** @param suggestions - which the caller may see */
  async describeAll(
    suggestions: readonly KeptSuggestion[],
    caller: DebtCaller,
  ): Promise<DebtSuggestionRow[]> {
    const { names, catalog } = this.#options;
    const refs = [...new Set(suggestions.map(({ entityRef }) => entityRef))];
    const [named, owners, itemIds] = await Promise.all([
      names.read(refs, caller.reads),
      ownersOfEntities(catalog, refs, caller.reads),
      this.#visibleItems(suggestions, caller),
    ]);
    return suggestions.map(suggestion => {
      const { entityRef, state } = suggestion;
      const mayFile = mayFileOf(owners.ownerOf(entityRef), caller);
      const standing = standingOf(suggestion);
      return {
        id: suggestion.id,
        source: suggestion.source,
        state: standing,
        title: suggestion.title,
        entity: named.get(entityRef) ?? {
          ref: entityRef,
          title: entityRef,
          exists: false,
        },
        category: suggestion.category,
        severity: suggestion.severity,
        since: toInstant(suggestion.since),
        principalDays: suggestion.principalDays,
        acceptedUntil: this.acceptedUntil(suggestion),
        firstSeen: toInstant(suggestion.firstSeen),
        lastSeen: toInstant(suggestion.lastSeen),
        goneSince: toInstant(suggestion.staleSince),
        promotion:
          state.type === 'promoted'
            ? {
                itemId: itemIds.has(state.itemId) ? state.itemId : null,
                by: state.by,
                at: toInstant(state.at),
              }
            : null,
        dismissal:
          state.type === 'dismissed'
            ? { reason: state.reason, by: state.by, at: toInstant(state.at) }
            : null,
        may: {
          promote: mayFile && state.type === 'new',
          dismiss: mayFile && state.type === 'new',
          putBack: mayFile && state.type === 'dismissed',
        },
      };
    });
  }

  async describe(
    suggestion: KeptSuggestion,
    caller: DebtCaller,
  ): Promise<DebtSuggestionRow> {
    const [row] = await this.describeAll([suggestion], caller);
    return row;
  }

  /** What promoting it files; the owner is the first group that owns its entity, as far as the caller may see it. */
  async propose(
    { title, description, entityRef, ...suggestion }: KeptSuggestion,
    caller: DebtCaller,
  ): Promise<NewDebtItem> {
    const { catalog } = this.#options;
    const owners = await ownersOfEntities(catalog, [entityRef], caller.reads);
    const ownerRef = owners.ownerOf(entityRef);
    return {
      title,
      description: description === '' ? null : description,
      entityRefs: [entityRef],
      ...(ownerRef === null ? {} : { ownerRef }),
      category: suggestion.category,
      severity: suggestion.severity,
      estimate: { principalDays: principalOf(suggestion) },
      links: suggestion.links.map(link => ({ ...link })),
    };
  }

  /** Last ISO day on which somebody accepts it; null: nobody does, or not any more. */
  acceptedUntil({
    source,
    evidence,
  }: Pick<KeptSuggestion, 'source' | 'evidence'>): string | null {
    const valueOf = (name: string) => {
      const found = evidence.find(each => each.name === name);
      return found && 'value' in found ? String(found.value) : null;
    };
    const until = valueOf('expiresOn');
    const { zone, clock } = this.#options;
    const holds =
      source === 'exemption' &&
      valueOf('exemptionState') === 'approved' &&
      until !== null &&
      until >= dayOf(clock(), zone);
    return holds ? until : null;
  }

  /** Whether the caller may file what is suggested. */
  async mayFile(
    { entityRef }: KeptSuggestion,
    caller: DebtCaller,
  ): Promise<boolean> {
    const { catalog } = this.#options;
    const owners: EntityOwners = await ownersOfEntities(
      catalog,
      [entityRef],
      caller.reads,
    );
    return mayFileOf(owners.ownerOf(entityRef), caller);
  }

  /** The item that a suggestion was promoted to; undefined: there is none any more, whoever may see it. */
  async findItem({ state }: KeptSuggestion): Promise<DebtItem | undefined> {
    return state.type === 'promoted'
      ? this.#options.items.get(state.itemId, seesAll)
      : undefined;
  }

  async #visibleItems(
    suggestions: readonly KeptSuggestion[],
    { reads }: DebtCaller,
  ): Promise<ReadonlySet<string>> {
    const ids = new Set(
      suggestions.flatMap(({ state }) =>
        state.type === 'promoted' ? state.itemId : [],
      ),
    );
    const found = await this.#options.items.listByIds([...ids], reads);
    return new Set(found.map(({ id }) => id));
  }
}

/** Somebody has to answer for what is filed: where nobody is known to, whoever may file anything may say who does. */
function mayFileOf(ownerRef: string | null, caller: DebtCaller): boolean {
  return ownerRef === null
    ? caller.mayDoSome('create')
    : caller.mayDo('create', { ownerRef, reportedBy: caller.ref });
}

/** What the source reckons, as far as an item may have it. */
function principalOf({
  principalDays,
}: Pick<KeptSuggestion, 'principalDays'>): number | null {
  return principalDays !== null &&
    isInEstimateRange('principalDays', principalDays)
    ? principalDays
    : null;
}
