import {
  dayOf,
  type DebtItem,
  type DebtStanding,
  isEndedDebt,
  settleDebtAcceptance,
} from '@opmodel/backstage-plugin-opmodel-common';
import { groupBy } from 'lodash';
import type {
  AcceptanceRecord,
  Acceptances,
} from '../../acceptances/Acceptances';
import { seesAll } from '../../catalog/Visibility';
import type { DebtItemStore } from '../items/DebtItemStore';
import { findDebtChanges } from '../items/findDebtChanges';
import { CoveringAcceptances, isOfAllEntities } from './CoveringAcceptances';
import { readHeldByExemption } from './heldByExemption';
import { isOfDebtItem } from './isOfDebtItem';

/** Who is said to have changed an item where nobody did: time, or the engine that mends what was left undone. */
export const debtEngineRef = 'plugin:opmodel';

/** What the history of an item says that is accepted no more, though what was accepted holds. */
const UNCOVERED = 'What was accepted does not cover what the item is now';

/** How often somebody else may change an item while it is settled, before that is left to the next time. */
const MOST_ATTEMPTS = 20;

/** Items that are read together. */
const AT_ONCE = 500;

/** What the settler works with. */
export interface DebtAcceptanceSettlerOptions {
  acceptances: Pick<Acceptances, 'listInForce' | 'listOpen' | 'end'>;
  store: Pick<
    DebtItemStore,
    'get' | 'list' | 'listByIds' | 'listVersions' | 'replace'
  >;
  /** IANA zone of the days. */
  zone: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

/**
 * Keeps items accepted exactly as long as an acceptance is in force that covers what they are by now. It only ever looks at how both are now, so that it may run twice,
 * late, on several replicas or after a restart: what is settled already is left as it is.
 */
export class DebtAcceptanceSettler {
  readonly #options: DebtAcceptanceSettlerOptions;
  readonly #covering: CoveringAcceptances;

  constructor(options: DebtAcceptanceSettlerOptions) {
    this.#options = options;
    this.#covering = new CoveringAcceptances(options);
  }

  /**
   * Settles one item.
   *
   * @param by - who decided on its acceptance; null: nobody
   * @throws Error where others keep changing the item; then it is to be tried again
   */
  async settle(itemId: string, by: string | null): Promise<void> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      // Once more after each change: what was decided while it was written has been settled by nobody else.
      if (await this.#isSettled(itemId, by)) {
        return;
      }
    }
    throw new Error(
      `Debt item '${itemId}' could not be settled with its acceptances, because it changes all the time`,
    );
  }

  /** Settles all items whose acceptances say something else than they do: what was missed while the register was switched off, or in a crash. */
  async settleAll(signal: AbortSignal): Promise<void> {
    const { acceptances, store } = this.#options;
    const open = (
      await acceptances.listOpen({ subject: 'debt' }, seesAll)
    ).filter(isOfDebtItem);
    const openOf = groupBy(open, ({ subjectRef }) => subjectRef);
    const accepted = await this.#listAccepted(signal);
    const known = new Set(accepted.map(({ id }) => id));
    const named = Object.keys(openOf).filter(id => !known.has(id));
    const others = await store.listByIds(named, seesAll);
    const itemOf = new Map(
      [...accepted, ...others].map(item => [item.id, item]),
    );
    const heldBy = await readHeldByExemption([...itemOf.values()], acceptances);
    for (const id of [...known, ...named]) {
      const item = itemOf.get(id);
      const inForce = item && [...inForceOf(openOf[id] ?? []), ...heldBy(item)];
      if (!inForce || this.#mayBeUnsettled(item, inForce)) {
        signal.throwIfAborted();
        await this.settle(id, null);
      }
    }
  }

  /** Whether an item may have to stand elsewhere; where only its history can tell, it may. */
  #mayBeUnsettled(
    item: DebtItem,
    inForce: readonly AcceptanceRecord[],
  ): boolean {
    return (
      isEndedDebt(item.status) ||
      // Somebody may have made something of it since that nobody has accepted.
      (item.status === 'accepted' && item.updatedAt > item.statusSince) ||
      this.#standingBy(
        item,
        inForce.filter(record => isOfAllEntities(record, item)),
        this.#options.clock(),
      ) !== undefined
    );
  }

  async #listAccepted(signal: AbortSignal): Promise<DebtItem[]> {
    const accepted: DebtItem[] = [];
    let page: Awaited<ReturnType<DebtItemStore['list']>>['items'];
    let total: number | undefined;
    do {
      signal.throwIfAborted();
      ({ items: page, total } = await this.#options.store.list(
        { visibility: seesAll, statuses: ['accepted'] },
        {
          order: 'createdAt',
          descending: false,
          limit: AT_ONCE,
          total,
          after: accepted.length === 0 ? undefined : page!.at(-1)!.position,
        },
      ));
      accepted.push(...page.map(({ item }) => item));
    } while (page.length === AT_ONCE);
    return accepted;
  }

  async #isSettled(itemId: string, by: string | null): Promise<boolean> {
    const { acceptances, store, clock } = this.#options;
    const item = await store.get(itemId, seesAll);
    const open = (
      await acceptances.listOpen(
        { subject: 'debt', subjectRefs: [itemId] },
        seesAll,
      )
    ).filter(isOfDebtItem);
    if (!item || isEndedDebt(item.status)) {
      if (open.length > 0) {
        await acceptances.end({
          subject: 'debt',
          subjectRef: itemId,
          by: null,
          note: noteOfEnd(item?.status),
        });
      }
      return true;
    }
    const inForce = [
      ...inForceOf(open),
      ...(await readHeldByExemption([item], acceptances))(item),
    ];
    const covering = await this.#covering.select(item, inForce);
    const at = clock();
    const standing = this.#standingBy(item, covering, at);
    if (!standing) {
      return true;
    }
    const after = {
      ...item,
      ...standing,
      version: item.version + 1,
      updatedAt: at,
    };
    await store.replace(after, {
      at,
      by: by ?? debtEngineRef,
      note: inForce.length > 0 && covering.length === 0 ? UNCOVERED : null,
      changes: findDebtChanges(item, after),
    });
    return false;
  }

  /** Where an item is to stand; undefined: it does already. */
  #standingBy(
    { status, statusSince, resolvedAt, resolution, ...item }: DebtItem,
    inForce: readonly AcceptanceRecord[],
    at: number,
  ): DebtStanding | undefined {
    const { zone } = this.#options;
    const { acceptedUntil, acceptedBy } = item;
    return settleDebtAcceptance(
      {
        status,
        statusSince,
        resolvedAt,
        resolution,
        acceptedUntil,
        acceptedBy,
      },
      inForce.flatMap(({ expiresOn, decidedBy }) =>
        expiresOn === null ? [] : [{ expiresOn, approvedBy: decidedBy }],
      ),
      { at, today: dayOf(at, zone) },
    );
  }
}

function inForceOf(
  open: readonly (AcceptanceRecord & { isInForce: boolean })[],
): AcceptanceRecord[] {
  return open.filter(({ isInForce }) => isInForce);
}

/** What the history of an acceptance says where its item has ended. */
export function noteOfEnd(status: DebtItem['status'] | undefined): string {
  return status === undefined
    ? 'The debt item was deleted'
    : `The debt item is '${status}'`;
}
