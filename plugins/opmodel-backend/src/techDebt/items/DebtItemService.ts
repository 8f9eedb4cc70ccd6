import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  changeDebtStatus,
  debtDeedsOfPeople,
  type DebtItem,
  type DebtItemEdit,
  type DebtStatusDeed,
  type FiledDebtItem,
  isEndedDebt,
  needOfDebtDeed,
  type PricedDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import { randomUUID } from 'node:crypto';
import type { Acceptances } from '../../acceptances/Acceptances';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type { NamedEntities } from '../../decisions/NamedEntities';
import { readText } from '../../lib/readText';
import { ChangedDebt } from '../acceptances/ChangedDebt';
import { EndedDebt } from '../acceptances/EndedDebt';
import type { DebtLinkChecks } from '../links/DebtLinkChecks';
import { DebtLinkWriter } from '../links/DebtLinkWriter';
import {
  type DebtAction,
  type DebtCaller,
  requireDebtAction,
  requireSomeDebtAction,
} from './DebtCaller';
import { DebtConflicts } from './DebtConflicts';
import type { DebtDescriber } from './DebtDescriber';
import type { DebtHistoryReader } from './DebtHistoryReader';
import type { DebtItemStore } from './DebtItemStore';
import { DebtReferences } from './DebtReferences';
import type { DuplicateFinder } from './DuplicateFinder';
import { findDebtChanges } from './findDebtChanges';
import { readDebtEdit, readNewDebtItem } from './readDebtBodies';
import { requireDebtItem } from './requireDebtItem';

/** What the register works with. */
export interface DebtItemServiceOptions {
  store: DebtItemStore;
  catalog: Pick<CatalogStore, 'getEntities' | 'existingRefs'>;
  names: Pick<NamedEntities, 'read'>;
  linkChecks: DebtLinkChecks;
  describer: DebtDescriber;
  duplicates: DuplicateFinder;
  /** What is accepted of items, which ends with them. */
  acceptances: Pick<
    Acceptances,
    'end' | 'listByIds' | 'listInForce' | 'listOpen'
  >;
  logger: LoggerService;
  histories: DebtHistoryReader;
  /** IANA zone of the days. */
  zone: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Files items of technical debt, changes them and says where they stand. */
export class DebtItemService {
  readonly #options: DebtItemServiceOptions;
  readonly #references: DebtReferences;
  readonly #conflicts: DebtConflicts;
  readonly #links: DebtLinkWriter;
  readonly #ended: EndedDebt;
  readonly #changed: ChangedDebt;

  constructor(options: DebtItemServiceOptions) {
    this.#options = options;
    this.#references = new DebtReferences(options);
    this.#conflicts = new DebtConflicts(options);
    this.#links = new DebtLinkWriter(options);
    this.#ended = new EndedDebt(options);
    this.#changed = new ChangedDebt(options);
  }

  /** @throws NotFoundError when there is none, or it may not be seen */
  async find(id: string, reads: Visibility): Promise<DebtItem> {
    return requireDebtItem(this.#options.store, id, reads);
  }

  /** @throws NotFoundError when there is none, or it may not be seen */
  async get(id: string, caller: DebtCaller): Promise<PricedDebtItem> {
    const item = await this.find(id, caller.reads);
    return this.#options.describer.describe(item, caller);
  }

  /**
   * Files an item. What it may be the same as is told beside it, and hinders nobody.
   *
   * @param filed - `origin`: where it comes from; a person where none is said. `standing`: where it stands; open where none is said.
   *   `links`: those that came with what it is made of, which nobody looks up again
   * @throws NotAllowedError without the permission
   * @throws InputError that names the fields
   * @throws ConflictError when there is an item of that origin already
   */
  async create(
    body: unknown,
    caller: DebtCaller,
    filed: {
      origin?: DebtItem['origin'];
      standing?: Pick<
        DebtItem,
        'status' | 'statusSince' | 'acceptedUntil' | 'acceptedBy'
      >;
      links?: DebtItem['links'];
    } = {},
  ): Promise<FiledDebtItem> {
    const { store, catalog, describer, duplicates } = this.#options;
    requireSomeDebtAction(caller, 'create');
    const { reads } = caller;
    const now = this.#options.clock();
    const content = await readNewDebtItem(body, { catalog, reads, now });
    await this.#references.require(content, reads);
    await this.#links.require(content.links, filed.links ?? [], caller);
    const item: DebtItem = {
      ...content,
      id: randomUUID(),
      version: 1,
      status: 'open',
      reportedBy: caller.ref,
      origin: filed.origin ?? { type: 'person' },
      createdAt: now,
      updatedAt: now,
      statusSince: now,
      resolvedAt: null,
      resolution: null,
      acceptedUntil: null,
      acceptedBy: null,
      externalId: null,
      ...filed.standing,
    };
    requireDebtAction(caller, 'create', item);
    await store.create(item, { at: now, by: caller.ref, note: null });
    const found = await duplicates.find(item, caller, item.id);
    return {
      item: await describer.describe(item, caller),
      duplicates: found.duplicates,
    };
  }

  /**
   * Changes what is said of an item. Who says what it says already changes nothing.
   *
   * @throws NotFoundError when there is none, or it may not be seen
   * @throws NotAllowedError without the permission for it
   * @throws InputError that names the fields
   * @throws DebtConflictError when somebody else changed it
   */
  async change(
    id: string,
    { version, note, ...body }: DebtItemEdit,
    caller: DebtCaller,
  ): Promise<PricedDebtItem> {
    requireSomeDebtAction(caller, 'update');
    const given = readDebtEdit(body, this.#options.clock());
    const changed = await this.#replace(
      id,
      { version, note },
      caller,
      async before => {
        await this.#conflicts.refuseKept(before, 'content', caller);
        await this.#references.require(given, caller.reads, before);
        const links =
          given.links === undefined
            ? before.links
            : await this.#links.replace(before.links, given.links, caller);
        const estimate = { ...before.estimate, ...given.estimate };
        return { ...before, ...given, links, estimate };
      },
    );
    if (
      changed.status !== 'accepted' ||
      (given.entityRefs === undefined && given.severity === undefined)
    ) {
      return changed;
    }
    await this.#changed.settle(changed);
    return this.get(id, caller);
  }

  /**
   * Changes where an item stands.
   *
   * @throws NotFoundError when there is none, or it may not be seen
   * @throws NotAllowedError without the permission for it
   * @throws InputError that names the field
   * @throws DebtConflictError when somebody else changed it, or it cannot be done where it stands
   */
  async changeStatus(
    id: string,
    { version, deed, resolution, note }: DebtStatusDeed,
    caller: DebtCaller,
  ): Promise<PricedDebtItem> {
    const at = this.#options.clock();
    const changed = await this.#replace(
      id,
      { version, note },
      caller,
      async before => {
        await this.#conflicts.refuseKept(before, 'standing', caller);
        const deeds = debtDeedsOfPeople(before.status);
        const said =
          resolution === undefined ? null : readText('resolution', resolution);
        if (said !== null && needOfDebtDeed(deed) !== 'resolution') {
          throw new InputError(
            `'resolution' is kept only with 'resolve' and 'give_up', got it with '${deed}'; say it in 'note'`,
          );
        }
        const outcome = changeDebtStatus(before, {
          deed,
          at,
          resolution: said,
        });
        if (outcome.done && deeds.includes(deed)) {
          return { ...before, ...outcome.standing };
        }
        if (!outcome.done && outcome.why === 'needs') {
          throw new InputError(
            "'resolution' must say how it was paid, or why it never will be",
          );
        }
        throw await this.#conflicts.describe(
          `'${deed}' cannot be done to a debt item that is '${
            before.status
          }'; there can be done ${deeds.join(', ')}`,
          before,
          before.version,
          caller,
        );
      },
    );
    if (!isEndedDebt(changed.status)) {
      return changed;
    }
    await this.#ended.settle(id, changed.status, caller.ref);
    return this.get(id, caller);
  }

  /**
   * Takes an item that was filed by mistake away with its history.
   *
   * @throws NotFoundError when there is none, or it may not be seen
   * @throws NotAllowedError without the permission for it
   * @throws DebtConflictError when somebody else changed it
   */
  async remove(id: string, version: number, caller: DebtCaller): Promise<void> {
    const before = await this.#findFor('delete', id, caller);
    await this.#conflicts.refuseChanged(before, version, caller);
    await this.#conflicts.refuseKept(before, 'content', caller);
    if (!(await this.#options.store.remove(id, version))) {
      await this.#conflicts.refuseChanged(
        await this.find(id, caller.reads),
        version,
        caller,
      );
    }
    await this.#ended.settle(id, undefined, caller.ref);
  }

  async #replace(
    id: string,
    { version, note }: { version: number; note?: string },
    caller: DebtCaller,
    change: (before: DebtItem) => Promise<DebtItem>,
  ): Promise<PricedDebtItem> {
    const { store, describer, clock } = this.#options;
    const before = await this.#findFor('update', id, caller);
    await this.#conflicts.refuseChanged(before, version, caller);
    const said = note === undefined ? null : readText('note', note);
    const changed = await change(before);
    const changes = findDebtChanges(before, changed);
    if (changes.length === 0) {
      return describer.describe(before, caller);
    }
    if (changed.ownerRef !== before.ownerRef) {
      // Who may change what one group owes hands it to another only where they may change what that one owes.
      requireDebtAction(caller, 'update', changed);
    }
    const at = clock();
    const after = { ...changed, version: version + 1, updatedAt: at };
    const by = caller.ref;
    if (!(await store.replace(after, { at, by, note: said, changes }))) {
      const current = await this.find(id, caller.reads);
      await this.#conflicts.refuseChanged(current, version, caller);
    }
    return describer.describe(after, caller);
  }

  async #findFor(
    action: DebtAction,
    id: string,
    caller: DebtCaller,
  ): Promise<DebtItem> {
    requireSomeDebtAction(caller, action);
    const item = await this.find(id, caller.reads);
    requireDebtAction(caller, action, item);
    return item;
  }
}
