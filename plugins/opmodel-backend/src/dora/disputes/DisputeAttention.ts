import {
  type AttentionItem,
  dayOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import {
  type DisputeRecord,
  type DisputeStore,
  positionOf,
} from './DisputeStore';

/** Disputes that are read together; all open ones are read. */
const AT_ONCE = 500;

/** Asks those who own disputed numbers for an answer. */
export class DisputeAttention {
  readonly #store: DisputeStore;
  readonly #zone: string;
  readonly #clock: () => number;
  readonly #atOnce: number;

  constructor(options: {
    store: DisputeStore;
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
    /** Disputes that are read together. */
    atOnce?: number;
  }) {
    this.#store = options.store;
    this.#zone = options.zone;
    this.#clock = options.clock;
    this.#atOnce = options.atOnce ?? AT_ONCE;
  }

  /**
   * @param owners - only numbers of what these and the groups below them own; absent: all
   */
  async list(
    visibility: Visibility,
    owners?: string[],
  ): Promise<AttentionItem[]> {
    const today = dayOf(this.#clock(), this.#zone);
    const items: AttentionItem[] = [];
    let after: { key: string; id: string } | undefined;
    do {
      const { items: disputes } = await this.#store.list(
        { state: 'open', ownerRefs: owners },
        visibility,
        { order: 'due', limit: this.#atOnce, after },
      );
      items.push(...disputes.map(dispute => toItem(dispute, today)));
      const last = disputes.at(-1);
      after =
        last && disputes.length === this.#atOnce
          ? { key: positionOf(last, 'due'), id: last.id }
          : undefined;
    } while (after);
    return items;
  }
}

function toItem(dispute: DisputeRecord, today: string): AttentionItem {
  const isOverdue = dispute.answerDue < today;
  const kind = isOverdue ? 'dispute-overdue' : 'dispute-open';
  return {
    id: `dora:${kind}:${dispute.id}`,
    subject: 'dora',
    kind,
    entityRef: dispute.scopeRef,
    entityTitle: dispute.scopeTitle,
    ownerRef: dispute.ownerRef,
    since: toInstant(dispute.openedAt),
    urgency: isOverdue ? 'soon' : 'later',
    values: { metric: dispute.metric, answerDue: dispute.answerDue },
  };
}
