import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type {
  DebtItem,
  DebtSuggestionDetail,
  DebtSuggestionDismissal,
  DebtSuggestionPromotion,
  DebtSuggestionRow,
  PromotedDebtSuggestion,
  SuggestionState,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Acceptances } from '../../acceptances/Acceptances';
import type { Visibility } from '../../catalog/Visibility';
import type { NamedEntities } from '../../decisions/NamedEntities';
import { readText } from '../../lib/readText';
import {
  type DebtCaller,
  requireDebtAction,
  requireSomeDebtAction,
} from '../items/DebtCaller';
import type { DebtDescriber } from '../items/DebtDescriber';
import type { DebtItemService } from '../items/DebtItemService';
import type { DebtItemStore } from '../items/DebtItemStore';
import { readDebtNames } from '../items/DebtNames';
import type { DuplicateFinder } from '../items/DuplicateFinder';
import { readShownLinks } from '../links/ShownLinks';
import type { AcceptedStanding } from './AcceptedStanding';
import { refuseDismissed, refusePromoted } from './refuseDecided';
import type { SuggestionDescriber } from './SuggestionDescriber';
import type { KeptSuggestion, SuggestionStore } from './SuggestionStore';

/** How often it is tried again where somebody else decides at the same time. */
const TRIES = 5;

/** What decides suggestions. */
export interface SuggestionServiceOptions {
  store: Pick<SuggestionStore, 'get' | 'decide'>;
  items: DebtItemService;
  itemStore: Pick<DebtItemStore, 'get' | 'findByOrigin'>;
  itemDescriber: Pick<DebtDescriber, 'describe'>;
  describer: SuggestionDescriber;
  duplicates: DuplicateFinder;
  names: Pick<NamedEntities, 'read'>;
  accepted: AcceptedStanding;
  acceptances: Pick<Acceptances, 'listByIds'>;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Tells one suggestion with all that speaks for it, and keeps what people make of it. */
export class SuggestionService {
  readonly #options: SuggestionServiceOptions;

  constructor(options: SuggestionServiceOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError when there is none, or it may not be seen */
  async get(id: string, caller: DebtCaller): Promise<DebtSuggestionDetail> {
    const { acceptances, describer, duplicates, names } = this.#options;
    const suggestion = await this.#find(id, caller.reads);
    const { entityRef, title, links, state } = suggestion;
    const [row, proposed, found, named] = await Promise.all([
      describer.describe(suggestion, caller),
      describer.propose(suggestion, caller),
      duplicates.find(
        { title, entityRefs: [entityRef], links },
        caller,
        state.type === 'promoted' ? state.itemId : undefined,
      ),
      readDebtNames(names, { refs: [], links }, caller.reads),
    ]);
    const given = { acceptances, caller };
    const shown = await readShownLinks(links, named, given);
    return {
      ...row,
      description: suggestion.description,
      evidence: suggestion.evidence.map(each => ({ ...each })),
      links: links.flatMap(link => shown.show(link) ?? []),
      proposed,
      ...found,
    };
  }

  /**
   * Files a suggestion as an item, or says which item it is. Asked again, it comes to the same item; one that was deleted since is filed
   * anew.
   *
   * @throws NotFoundError when there is none, or it may not be seen
   * @throws NotAllowedError without the permission
   * @throws InputError that names the fields
   * @throws ConflictError when it was dismissed
   */
  async promote(
    id: string,
    body: DebtSuggestionPromotion,
    caller: DebtCaller,
  ): Promise<PromotedDebtSuggestion> {
    requireSomeDebtAction(caller, 'create');
    const suggestion = await this.#find(id, caller.reads);
    if (body.item !== undefined && body.itemId !== undefined) {
      throw new InputError(
        "'itemId' names an item that is there, which 'item' would change; only one of them can be said",
      );
    }
    const known = await this.#options.describer.findItem(suggestion);
    if (known) {
      return this.#answer(suggestion, known, caller);
    }
    refuseDismissed(suggestion);
    const item =
      body.itemId === undefined
        ? await this.#file(suggestion, body.item ?? {}, caller)
        : await this.#findTarget(suggestion, body.itemId, caller);
    const decided = await this.#decide(suggestion, caller, current =>
      // The item is there by now, so that a dismissal of the same moment has come too late; another promotion has not.
      current.state.type === 'promoted' && current.state !== suggestion.state
        ? undefined
        : {
            type: 'promoted',
            itemId: item.id,
            by: caller.ref,
            at: this.#options.clock(),
          },
    );
    const standing = await this.#options.describer.findItem(decided);
    return this.#answer(decided, standing ?? item, caller);
  }

  /**
   * Dismisses a suggestion for good. Who dismisses it again changes nothing: the first reason stays.
   *
   * @throws NotFoundError when there is none, or it may not be seen
   * @throws NotAllowedError without the permission
   * @throws ConflictError when it was promoted
   */
  async dismiss(
    id: string,
    body: DebtSuggestionDismissal,
    caller: DebtCaller,
  ): Promise<DebtSuggestionRow> {
    requireSomeDebtAction(caller, 'create');
    const reason = readText('reason', body.reason);
    const suggestion = await this.#findFor(id, caller);
    const decided = await this.#decide(suggestion, caller, ({ state }) =>
      state.type === 'new'
        ? {
            type: 'dismissed',
            reason,
            by: caller.ref,
            at: this.#options.clock(),
          }
        : undefined,
    );
    refusePromoted(decided);
    return this.#options.describer.describe(decided, caller);
  }

  /**
   * Takes a dismissal back. What was not dismissed stays as it is.
   *
   * @throws NotFoundError when there is none, or it may not be seen
   * @throws NotAllowedError without the permission
   * @throws ConflictError when it was promoted
   */
  async putBack(id: string, caller: DebtCaller): Promise<DebtSuggestionRow> {
    requireSomeDebtAction(caller, 'create');
    const suggestion = await this.#findFor(id, caller);
    const decided = await this.#decide(suggestion, caller, ({ state }) =>
      state.type === 'dismissed' ? { type: 'new' } : undefined,
    );
    refusePromoted(decided);
    return this.#options.describer.describe(decided, caller);
  }

  async #find(id: string, reads: Visibility): Promise<KeptSuggestion> {
    const suggestion = await this.#options.store.get(id, reads);
    if (!suggestion) {
      throw new NotFoundError(`No suggestion '${id}'`);
    }
    return suggestion;
  }

  async #findFor(id: string, caller: DebtCaller): Promise<KeptSuggestion> {
    const suggestion = await this.#find(id, caller.reads);
    await this.#requireMayFile(suggestion, caller);
    return suggestion;
  }

  async #requireMayFile(
    suggestion: KeptSuggestion,
    caller: DebtCaller,
  ): Promise<void> {
    if (!(await this.#options.describer.mayFile(suggestion, caller))) {
      throw new NotAllowedError(
        'This takes the permission opmodel.tech-debt.create for what is suggested',
      );
    }
  }

  /** An item that says the same already; what it is linked with is a change of it. */
  async #findTarget(
    suggestion: KeptSuggestion,
    itemId: string,
    caller: DebtCaller,
  ): Promise<DebtItem> {
    await this.#requireMayFile(suggestion, caller);
    const item = await this.#options.itemStore.get(
      readText('itemId', itemId),
      caller.reads,
    );
    if (!item) {
      throw new InputError(`'itemId' must be a debt item, got '${itemId}'`);
    }
    requireDebtAction(caller, 'update', item);
    return item;
  }

  async #file(
    suggestion: KeptSuggestion,
    given: NonNullable<DebtSuggestionPromotion['item']>,
    caller: DebtCaller,
  ): Promise<Pick<DebtItem, 'id'>> {
    const { items, itemStore, describer, accepted } = this.#options;
    const { source, fingerprint } = suggestion;
    const origin = { type: 'suggestion', source, ref: fingerprint } as const;
    const proposed = await describer.propose(suggestion, caller);
    try {
      const { item } = await items.create(
        {
          ...proposed,
          ...given,
          estimate: { ...proposed.estimate, ...given.estimate },
        },
        caller,
        {
          origin,
          standing: await accepted.of(suggestion),
          links: suggestion.links,
        },
      );
      return item;
    } catch (error) {
      // Somebody else files it at this moment, or has, and did not come to say so.
      const [filed] =
        error instanceof ConflictError
          ? await itemStore.findByOrigin([origin])
          : [];
      if (!filed) {
        throw error;
      }
      return filed;
    }
  }

  /**
   * Keeps what is made of a suggestion, as it is at that moment.
   *
   * @param plan - what is made of it; undefined: it stays as it is
   */
  async #decide(
    suggestion: KeptSuggestion,
    { reads }: DebtCaller,
    plan: (current: KeptSuggestion) => SuggestionState | undefined,
  ): Promise<KeptSuggestion> {
    const { store } = this.#options;
    let current = suggestion;
    for (let tried = 0; tried < TRIES; tried += 1) {
      const to = plan(current);
      if (!to) {
        return current;
      }
      if (await store.decide(current.id, { from: current.state, to })) {
        return { ...current, state: to };
      }
      current = await this.#find(current.id, reads);
    }
    throw new ConflictError(
      `Others decide suggestion '${suggestion.id}' at the same time`,
    );
  }

  async #answer(
    suggestion: KeptSuggestion,
    { id }: Pick<DebtItem, 'id'>,
    caller: DebtCaller,
  ): Promise<PromotedDebtSuggestion> {
    const { describer, itemStore, itemDescriber } = this.#options;
    const item = await itemStore.get(id, caller.reads);
    return {
      suggestion: await describer.describe(suggestion, caller),
      item: item ? await itemDescriber.describe(item, caller) : null,
    };
  }
}
