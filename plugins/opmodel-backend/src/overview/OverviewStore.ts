import type { Visibility } from '../catalog/Visibility';

/** A kind of record whose number the home page shows. */
export type CountedRecord =
  | 'deployments'
  | 'changes'
  | 'incidents'
  | 'workItems';

/** Current records of visible entities. */
export interface RecordCount {
  count: number;
  /** When the newest of them was recorded, epoch milliseconds; null where there is none. */
  latestRecordedAt: number | null;
}

/** Counts what the portal knows. */
export interface OverviewStore {
  countRecords(
    kind: CountedRecord,
    visibility: Visibility,
  ): Promise<RecordCount>;
}
