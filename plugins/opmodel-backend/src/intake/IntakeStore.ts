import type { CatalogStore } from '../catalog/CatalogStore';
import type { EventStore, SubjectKey } from './EventStore';
import type { RecalculationStore } from './RecalculationStore';
import type { RecordStore } from './RecordStore';

/** The stores that one batch of events touches. */
export interface IntakeStores {
  events: EventStore;
  records: RecordStore;
  recalculations: RecalculationStore;
  /** Tells whom an event concerns. */
  catalog: Pick<CatalogStore, 'existingRefs' | 'findLinks'>;
}

/** What a transaction keeps others from. */
export interface SubjectLock extends SubjectKey {
  /** It only reads the subject: others who only read it may do so at the same time. */
  shared?: boolean;
}

/** The stores of intake, and the way to change several of them at once. */
export interface IntakeStore extends IntakeStores {
  /**
   * Runs work that is stored as a whole or not at all. No other transaction about one of the subjects runs at the same time, on
   * any replica, but for those that share all they have in common. The work uses the stores that it is given, and no other.
   */
  transaction<T>(
    subjects: Iterable<SubjectLock>,
    work: (stores: IntakeStores) => Promise<T>,
  ): Promise<T>;
}
