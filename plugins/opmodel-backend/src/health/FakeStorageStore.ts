import type { StorageStore, TableSize } from './StorageStore';

/** Tells the sizes that it was given. */
export class FakeStorageStore implements StorageStore {
  sizes: TableSize[] = [];
  /** How often it was asked. */
  measurements = 0;
  /** What the next measurement fails with. */
  failure: Error | undefined;

  async measure(): Promise<TableSize[]> {
    this.measurements += 1;
    if (this.failure) {
      throw this.failure;
    }
    return this.sizes;
  }
}
