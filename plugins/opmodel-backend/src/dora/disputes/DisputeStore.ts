import type {
  DisputeState,
  DoraMetricId,
  DoraProfileId,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import type { DisputeCounts } from './DisputeCounts';

/** A number that somebody disputes. */
export interface OpenedDispute {
  id: string;
  /** Ref of the entity whose number it is. */
  scopeRef: string;
  metric: DoraMetricId;
  profile: DoraProfileId;
  /** First and last ISO day of the window, both included. */
  from: string;
  to: string;
  /** The number as whoever opened the dispute saw it; null: no data. */
  value: number | null;
  reason: string;
  /** Entity ref of a user. */
  openedBy: string;
  /** Epoch milliseconds. */
  openedAt: number;
  /** ISO day. */
  answerDue: string;
}

/** A dispute on record, with what the catalog says of its scope now. Instants are epoch milliseconds. */
export interface DisputeRecord extends OpenedDispute {
  scopeKind: string;
  scopeTitle: string;
  /** Who owns the scope now, and so is to answer; a group owns itself. Null: nobody. */
  ownerRef: string | null;
  state: DisputeState;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: number | null;
}

/** How many disputes may be open at a time. */
export interface DisputeLimits {
  ofPerson: number;
  ofScope: number;
}

/** Which disputes are asked for. */
export interface DisputeFilter {
  scopeRef?: string;
  state?: DisputeState;
  /** Only scopes that these own, or groups below those of them that the caller may see. */
  ownerRefs?: string[];
}

/**
 * How disputes are ordered: `newest` first, or `due` first, which is open ones by the day of their answer, the oldest first, and
 * then the others, newest first.
 */
export type DisputeOrder = 'newest' | 'due';

/** What comes of a dispute that is no longer open. */
export type DisputeEnd =
  | { state: 'accepted' | 'rejected'; answer: string; by: string }
  | { state: 'withdrawn' };

/**
 * Keeps disputes. A dispute of what the catalog no longer has is found no more.
 *
 * Whoever opens or ends one has already made sure that the person may.
 */
export interface DisputeStore extends DisputeCounts {
  /**
   * @throws ConflictError when the person disputes this number already, or too many are open
   */
  open(dispute: OpenedDispute, limits: DisputeLimits): Promise<void>;

  /** The dispute, or undefined when there is none of the scope that may be seen. */
  get(
    key: { scopeRef: string; id: string },
    visibility: Visibility,
  ): Promise<DisputeRecord | undefined>;

  /**
   * Ends a dispute.
   *
   * @param options - `now` in epoch milliseconds
   * @throws ConflictError when it is not open, or not there
   */
  end(
    key: { scopeRef: string; id: string },
    end: DisputeEnd,
    options: { now: number },
  ): Promise<void>;

  /**
   * @param page - `after`: position of the last dispute of the page before
   */
  list(
    filter: DisputeFilter,
    visibility: Visibility,
    page: {
      order: DisputeOrder;
      limit: number;
      after?: { key: string; id: string };
    },
  ): Promise<{ items: DisputeRecord[]; total: number }>;
}

/** Greater than every instant that there will be, with as many digits. Milliseconds. */
export const LATEST = 9_999_999_999_999;

/** Where a dispute stands in an order: less is earlier, as text. */
export function positionOf(
  { state, answerDue, openedAt }: DisputeRecord,
  order: DisputeOrder,
): string {
  return order === 'due' && state === 'open'
    ? `0${answerDue} ${openedAt}`
    : `1${LATEST - openedAt}`;
}
