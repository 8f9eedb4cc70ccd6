import type { Visibility } from '../catalog/Visibility';

/** Current records of visible entities. */
export interface RecordCounts {
  deployments: number;
  changes: number;
  incidents: number;
  workItems: number;
  /** When the newest of them was recorded, epoch milliseconds; null where there is none. */
  latestRecordedAt: number | null;
}

/** Counts what the portal knows. */
export interface OverviewStore {
  countRecords(visibility: Visibility): Promise<RecordCounts>;
}
