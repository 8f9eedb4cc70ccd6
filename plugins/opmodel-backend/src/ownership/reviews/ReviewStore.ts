import type {
  OwnershipReviewEvent,
  OwnershipReviewState,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ComponentSelection } from '../../catalog/ComponentSelection';
import type { Visibility } from '../../catalog/Visibility';

/** What somebody did about the ownership of an entity. Instants are epoch milliseconds. */
export interface ReviewEvent {
  id: string;
  entityRef: string;
  /** The primary owner at that time; null: none. */
  ownerRef: string | null;
  kind: Exclude<OwnershipReviewEvent['kind'], 'expired' | 'owner_changed'>;
  at: number;
  by: string | null;
  /** Of a hand-over: who is to take over. */
  toRef: string | null;
  note: string | null;
}

/** An entity whose ownership is to be confirmed. Instants are epoch milliseconds. */
export interface ReviewRow {
  entityRef: string;
  kind: string;
  title: string;
  tier: string | null;
  ownerRef: string | null;
  /** When its present owner last confirmed it. */
  verifiedAt: number | null;
  verifiedBy: string | null;
  expiresAt: number | null;
}

/** Where in the list of reviews an entity is. */
export interface ReviewPosition {
  /** 0: due or overdue; 1: never confirmed; 2: confirmed. */
  rank: number;
  expiresAt: number;
  entityRef: string;
}

/** One page of the list. */
export interface ReviewListRequest {
  state?: OwnershipReviewState;
  /** Epoch milliseconds. */
  now: number;
  limit: number;
  after?: ReviewPosition;
}

/** Keeps what people did about ownership, and reads what of it they have to do. */
export interface ReviewStore {
  /** Adds an event; the same id again changes nothing. */
  add(event: ReviewEvent): Promise<void>;

  /** The events of an entity, oldest first. */
  listEvents(entityRef: string, visibility: Visibility): Promise<ReviewEvent[]>;

  /** The review of one entity; undefined for what is not to be owned, or may not be seen. */
  getRow(
    entityRef: string,
    visibility: Visibility,
  ): Promise<ReviewRow | undefined>;

  /** Those that are overdue or due, by their day; then those that nobody has confirmed; then the others by their day. */
  listRows(
    selection: ComponentSelection,
    request: ReviewListRequest,
  ): Promise<{ items: ReviewRow[]; total: number }>;
}
