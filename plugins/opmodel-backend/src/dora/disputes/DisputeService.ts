import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  addDays,
  dayOf,
  type DayWindow,
  type Dispute,
  type DisputeAnswer,
  type DisputePage,
  type DisputeState,
  type DoraMetricId,
  type DoraProfileId,
  type NewDispute,
  opmodelDoraCorrectPermission,
  type OrganisationCalendar,
  resolveWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import { randomUUID } from 'node:crypto';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import { type DoraCaller, requirePerson } from '../DoraCaller';
import { readText } from '../../lib/readText';
import { refuseUnknownFields } from '../../lib/refuseUnknownFields';
import {
  type DisputeFilter,
  type DisputeLimits,
  type DisputeOrder,
  type DisputeRecord,
  type DisputeStore,
  positionOf,
} from './DisputeStore';

/** Reads a number as somebody sees it, with the definition that it follows. */
export type NumberReader = (
  request: {
    scopeRef: string;
    metric: DoraMetricId;
    window: DayWindow;
    /** Absent: the configured one. */
    profile?: DoraProfileId;
  },
  visibility: Visibility,
) => Promise<{ value: number | null; profile: DoraProfileId }>;

/** One page of disputes. */
export interface DisputesRequest {
  state?: DisputeState;
  limit: number;
  cursor?: string;
}

/** So many disputes are open at a time; who has more to say had better talk. */
const LIMITS: DisputeLimits = { ofPerson: 20, ofScope: 100 };

/** Lets people who doubt a number say so where it stands, and those who answer for it answer. The number stays as it is. */
export class DisputeService {
  readonly #store: DisputeStore;
  readonly #catalog: CatalogStore;
  readonly #readNumber: NumberReader;
  readonly #answerDays: number;
  readonly #calendar: OrganisationCalendar;
  readonly #clock: () => number;

  constructor(options: {
    store: DisputeStore;
    catalog: CatalogStore;
    readNumber: NumberReader;
    /** Days until an answer is due. */
    answerDays: number;
    calendar: OrganisationCalendar;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#catalog = options.catalog;
    this.#readNumber = options.readNumber;
    this.#answerDays = options.answerDays;
    this.#calendar = options.calendar;
    this.#clock = options.clock;
  }

  /**
   * @throws NotFoundError when the entity does not exist or may not be seen
   * @throws NotAllowedError for a service
   * @throws InputError that names the field
   * @throws ConflictError when the person disputes the number already, or too many disputes are open
   */
  async open(
    scopeRef: string,
    body: NewDispute,
    caller: DoraCaller,
  ): Promise<Dispute> {
    const person = requirePerson(caller, 'dispute numbers');
    await this.#requireEntity(scopeRef, caller);
    refuseUnknownFields(body, ['metric', 'from', 'to', 'profile', 'reason']);
    const { metric, from, to } = body;
    const window = resolveWindow({ from, to }, this.#calendar, this.#clock());
    const reason = readText('reason', body.reason);
    const { value, profile } = await this.#readNumber(
      { scopeRef, metric, window, profile: body.profile },
      caller.reads,
    );
    const now = this.#clock();
    const dispute = {
      id: randomUUID(),
      scopeRef,
      metric,
      profile,
      from,
      to,
      value,
      reason,
      openedBy: person,
      openedAt: now,
      answerDue: addDays(dayOf(now, this.#calendar.zone), this.#answerDays),
    };
    await this.#store.open(dispute, LIMITS);
    return this.#read(dispute, caller);
  }

  /**
   * Disputes of the numbers of one entity, newest first.
   *
   * @throws NotFoundError when the entity does not exist or may not be seen
   * @throws InputError when the cursor is not one that this list gave
   */
  async listOf(
    scopeRef: string,
    { state, ...page }: DisputesRequest,
    caller: DoraCaller,
  ): Promise<DisputePage> {
    await this.#requireEntity(scopeRef, caller);
    return this.#list({ scopeRef, state }, 'newest', page, caller);
  }

  /**
   * Disputes of everything that the caller may see, those due first.
   *
   * @param request - `owners`: only of what these and the groups below them own
   * @throws InputError when the cursor is not one that this list gave
   */
  async list(
    { state, owners, ...page }: DisputesRequest & { owners?: string[] },
    caller: DoraCaller,
  ): Promise<DisputePage> {
    return this.#list({ state, ownerRefs: owners }, 'due', page, caller);
  }

  /**
   * @throws NotFoundError when the entity or the dispute does not exist or may not be seen
   * @throws NotAllowedError when the caller may not correct the entity, or has opened the dispute
   * @throws InputError that names the field
   * @throws ConflictError when it is no longer open
   */
  async answer(
    key: { scopeRef: string; id: string },
    { verdict, answer }: DisputeAnswer,
    caller: DoraCaller,
  ): Promise<Dispute> {
    const person = requirePerson(caller, 'answer disputes');
    const { openedBy } = await this.#find(key, caller);
    if (!(await this.#catalog.getEntity(key.scopeRef, caller.corrects))) {
      throw new NotAllowedError(
        `This takes the permission ${opmodelDoraCorrectPermission.name} for '${key.scopeRef}'`,
      );
    }
    if (openedBy === person) {
      throw new NotAllowedError(
        'Nobody answers a dispute that he has opened himself; withdraw it, or let somebody else answer',
      );
    }
    await this.#store.end(
      key,
      { state: verdict, answer: readText('answer', answer), by: person },
      { now: this.#clock() },
    );
    return this.#read(key, caller);
  }

  /**
   * @throws NotFoundError when the entity or the dispute does not exist or may not be seen
   * @throws NotAllowedError when somebody else opened it
   * @throws ConflictError when it is no longer open
   */
  async withdraw(
    key: { scopeRef: string; id: string },
    caller: DoraCaller,
  ): Promise<Dispute> {
    const person = requirePerson(caller, 'withdraw disputes');
    const { openedBy } = await this.#find(key, caller);
    if (openedBy !== person) {
      throw new NotAllowedError(
        `Only ${openedBy}, who opened the dispute, may withdraw it`,
      );
    }
    await this.#store.end(key, { state: 'withdrawn' }, { now: this.#clock() });
    return this.#read(key, caller);
  }

  async #requireEntity(ref: string, { reads }: DoraCaller): Promise<void> {
    if (!(await this.#catalog.getEntity(ref, reads))) {
      throw new NotFoundError(`No entity '${ref}' in the catalog`);
    }
  }

  async #find(
    key: { scopeRef: string; id: string },
    caller: DoraCaller,
  ): Promise<DisputeRecord> {
    await this.#requireEntity(key.scopeRef, caller);
    const dispute = await this.#store.get(key, caller.reads);
    if (!dispute) {
      throw new NotFoundError(`'${key.scopeRef}' has no dispute '${key.id}'`);
    }
    return dispute;
  }

  async #read(
    key: { scopeRef: string; id: string },
    caller: DoraCaller,
  ): Promise<Dispute> {
    const [described] = await this.#describe(
      [await this.#find(key, caller)],
      caller,
    );
    return described;
  }

  async #list(
    filter: DisputeFilter,
    order: DisputeOrder,
    { limit, cursor }: Omit<DisputesRequest, 'state'>,
    caller: DoraCaller,
  ): Promise<DisputePage> {
    const list = { disputes: filter, order };
    const { items, total } = await this.#store.list(filter, caller.reads, {
      order,
      limit: limit + 1,
      after: decodeCursor<{ key: string; id: string }>(
        cursor,
        { key: ['string'], id: ['string'] },
        list,
      ),
    });
    const page = items.slice(0, limit);
    const last = page.at(-1);
    return {
      items: await this.#describe(page, caller),
      totalItems: total,
      nextCursor:
        last && items.length > limit
          ? encodeCursor({ key: positionOf(last, order), id: last.id }, list)
          : null,
    };
  }

  async #describe(
    disputes: DisputeRecord[],
    { person, reads, corrects }: DoraCaller,
  ): Promise<Dispute[]> {
    const open = disputes.filter(({ state }) => state === 'open');
    const correctable =
      person !== null && open.length > 0
        ? await this.#catalog.existingRefs(
            new Set(open.map(({ scopeRef }) => scopeRef)),
            corrects,
          )
        : new Set<string>();
    const today = dayOf(this.#clock(), this.#calendar.zone);
    return disputes.map(dispute => {
      const { scopeKind, openedAt, answeredAt, value, ...rest } = dispute;
      const isOpen = dispute.state === 'open';
      const isMine = dispute.openedBy === person;
      // A roll-up holds what the caller may not see, if somebody else saw it.
      const mayKnow =
        isMine || reads.type === 'all' || scopeKind === 'component';
      return {
        ...rest,
        value: mayKnow ? value : null,
        openedAt: toInstant(openedAt),
        answeredAt: toInstant(answeredAt),
        overdue: isOpen && dispute.answerDue < today,
        mayAnswer: isOpen && !isMine && correctable.has(dispute.scopeRef),
        mayWithdraw: isOpen && isMine,
      };
    });
  }
}
