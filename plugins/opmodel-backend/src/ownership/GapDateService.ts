import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  addDays,
  dayOf,
  type GapDate,
  type NewGapDate,
  opmodelOwnershipReviewPermission,
  type OwnershipGap,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import type { CatalogStore } from '../catalog/CatalogStore';
import { readText } from '../lib/readText';
import { refuseUnknownFields } from '../lib/refuseUnknownFields';
import { toGapDate } from './gapDates';
import {
  type OwnershipCaller,
  requireOwnershipPerson,
} from './OwnershipCaller';
import type { GapDateRecord, OwnershipStore } from './OwnershipStore';

/** Nobody plans the closing of a gap further ahead: three years. */
const LONGEST_DAYS = 1_096;

/** Lets those who may review ownership say by when a gap is to be closed. The date ends with the gap. */
export class GapDateService {
  readonly #options: {
    store: OwnershipStore;
    catalog: Pick<CatalogStore, 'existingRefs'>;
    zone: string;
    clock: () => number;
  };

  constructor(options: {
    store: OwnershipStore;
    catalog: Pick<CatalogStore, 'existingRefs'>;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError when the entity does not exist or may not be seen
   * @throws NotAllowedError for a service, and where the caller may not review the entity
   * @throws InputError that names the field
   * @throws ConflictError when the entity does not have the gap
   */
  async set(
    entityRef: string,
    body: NewGapDate,
    caller: OwnershipCaller,
  ): Promise<GapDate> {
    const { store, zone, clock } = this.#options;
    const setBy = await this.#requireReviewer(entityRef, caller);
    refuseUnknownFields(body, ['gap', 'dueDay', 'note']);
    const now = clock();
    const today = dayOf(now, zone);
    const date: GapDateRecord = {
      entityRef,
      gap: body.gap,
      dueDay: readDueDay(body.dueDay, today),
      note: body.note === undefined ? null : readText('note', body.note),
      setBy,
      setAt: now,
    };
    const state = await store.getState(entityRef, caller.reads);
    if (!state?.gaps.includes(body.gap)) {
      throw new ConflictError(
        `${entityRef} has no gap '${body.gap}' that could be closed`,
      );
    }
    await store.setGapDate(date);
    return toGapDate(date, today);
  }

  /**
   * @throws NotFoundError when the entity does not exist or may not be seen, or the gap has no date
   * @throws NotAllowedError for a service, and where the caller may not review the entity
   */
  async remove(
    entityRef: string,
    gap: OwnershipGap,
    caller: OwnershipCaller,
  ): Promise<void> {
    await this.#requireReviewer(entityRef, caller);
    if (!(await this.#options.store.removeGapDate({ entityRef, gap }))) {
      throw new NotFoundError(`The gap '${gap}' of ${entityRef} has no date`);
    }
  }

  async #requireReviewer(
    entityRef: string,
    caller: OwnershipCaller,
  ): Promise<string> {
    const { catalog } = this.#options;
    const seen = await catalog.existingRefs([entityRef], caller.reads);
    if (!seen.has(entityRef)) {
      throw new NotFoundError(`No entity '${entityRef}' in the catalog`);
    }
    const person = requireOwnershipPerson(caller, 'set the dates of gaps');
    const allowed = await catalog.existingRefs([entityRef], caller.reviews);
    if (!allowed.has(entityRef)) {
      throw new NotAllowedError(
        `This takes the permission ${opmodelOwnershipReviewPermission.name} for ${entityRef}`,
      );
    }
    return person;
  }
}

function readDueDay(day: string, today: string): string {
  const latest = addDays(today, LONGEST_DAYS);
  if (!DateTime.fromISO(day, { zone: 'utc' }).isValid) {
    throw new InputError(
      `'dueDay' must be a day such as ${today}, got '${day}'`,
    );
  }
  if (day < today || day > latest) {
    throw new InputError(
      `'dueDay' must be a day from today, ${today}, to ${latest}, got '${day}'`,
    );
  }
  return day;
}
