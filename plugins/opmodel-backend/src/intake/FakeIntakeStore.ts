import type { CatalogStore } from '../catalog/CatalogStore';
import type { SubjectKey } from './EventStore';
import { FakeEventStore } from './FakeEventStore';
import { FakeRecalculationStore } from './FakeRecalculationStore';
import { FakeRecordStore } from './FakeRecordStore';
import type { IntakeStore, IntakeStores } from './IntakeStore';

/** The stores of intake in memory. Transactions follow each other. */
export class FakeIntakeStore implements IntakeStore {
  readonly events = new FakeEventStore();
  readonly records = new FakeRecordStore();
  readonly recalculations: FakeRecalculationStore;
  readonly catalog: Pick<CatalogStore, 'existingRefs' | 'findLinks'>;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * @param subjects - ids of the subjects that compute numbers
   */
  constructor(
    catalog: Pick<CatalogStore, 'existingRefs' | 'findLinks'>,
    subjects: readonly string[],
  ) {
    this.catalog = catalog;
    this.recalculations = new FakeRecalculationStore(subjects);
  }

  transaction<T>(
    _subjects: Iterable<SubjectKey>,
    work: (stores: IntakeStores) => Promise<T>,
  ): Promise<T> {
    const next = this.#last.then(async () => {
      const before = structuredClone([
        this.events.events,
        this.records.versions,
        this.recalculations.requests,
      ] as const);
      try {
        return await work(this);
      } catch (error) {
        [
          this.events.events,
          this.records.versions,
          this.recalculations.requests,
        ] = before;
        throw error;
      }
    });
    this.#last = next.catch(() => undefined);
    return next;
  }
}
