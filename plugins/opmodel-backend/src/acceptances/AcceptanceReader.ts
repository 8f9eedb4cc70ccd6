import { NotFoundError } from '@backstage/errors';
import type {
  Acceptance,
  AcceptancePage,
  AcceptanceState,
  AcceptanceSubject,
} from '@opmodel/backstage-plugin-opmodel-common';
import { decodeCursor, encodeCursor } from '../lib/cursor';
import type { AcceptanceCaller } from './AcceptanceCaller';
import type { AcceptanceDescriber } from './AcceptanceDescriber';
import {
  type AcceptanceFilter,
  type AcceptancePosition,
  type AcceptanceStore,
  type KeptAcceptance,
  positionOf,
} from './AcceptanceStore';

/** One page of acceptances. */
export interface AcceptancesRequest {
  /** `to_decide`: those that wait for the caller; `requested`: those that the caller has asked for. */
  box: 'to_decide' | 'requested' | 'all';
  state?: AcceptanceState;
  subject?: AcceptanceSubject;
  entityRef?: string;
  /** Only of what these and the groups below them own. */
  owners?: string[];
  limit: number;
  cursor?: string;
}

/** Reads acceptances as whoever asks may see them. */
export class AcceptanceReader {
  readonly #store: Pick<AcceptanceStore, 'get' | 'list'>;
  readonly #describer: AcceptanceDescriber;

  constructor(options: {
    store: Pick<AcceptanceStore, 'get' | 'list'>;
    describer: AcceptanceDescriber;
  }) {
    this.#store = options.store;
    this.#describer = options.describer;
  }

  /**
   * @throws NotFoundError when there is none, or it may not be seen
   */
  async find(
    id: string,
    { reads }: Pick<AcceptanceCaller, 'reads'>,
  ): Promise<KeptAcceptance> {
    const kept = await this.#store.get(id, reads);
    if (!kept) {
      throw new NotFoundError(`There is no acceptance '${id}'`);
    }
    return kept;
  }

  async describe(
    kept: KeptAcceptance,
    caller: AcceptanceCaller,
  ): Promise<Acceptance> {
    const [described] = await this.#describer.describe([kept], caller);
    return described;
  }

  /**
   * @throws InputError when the cursor is not one that this list gave
   */
  async list(
    request: AcceptancesRequest,
    caller: AcceptanceCaller,
  ): Promise<AcceptancePage> {
    const { limit, cursor, ...list } = request;
    const after = decodeCursor<AcceptancePosition>(
      cursor,
      { key: ['string'], id: ['string'] },
      list,
    );
    const filter = filterOf(list, caller);
    if (filter === null) {
      return { items: [], totalItems: 0, nextCursor: null };
    }
    const { items, total } = await this.#store.list(filter, caller.reads, {
      limit: limit + 1,
      after,
    });
    const page = items.slice(0, limit);
    const last = page.at(-1);
    return {
      items: await this.#describer.describe(page, caller),
      totalItems: total,
      nextCursor:
        last && items.length > limit
          ? encodeCursor(positionOf(last), list)
          : null,
    };
  }
}

/** What is asked of the store; null where nothing can be in the box. */
function filterOf(
  request: Omit<AcceptancesRequest, 'limit' | 'cursor'>,
  { person, refs, approves }: AcceptanceCaller,
): AcceptanceFilter | null {
  const { box, state, subject, entityRef, owners } = request;
  const filter: AcceptanceFilter = {
    state,
    subject,
    entityRefs: entityRef === undefined ? undefined : [entityRef],
    ownerRefs: owners,
  };
  if (box === 'all') {
    return filter;
  }
  if (person === null) {
    return null;
  }
  return box === 'requested'
    ? { ...filter, requestedBy: person }
    : { ...filter, waitingFor: { person, refs: [...refs], of: approves } };
}
