import type { Visibility } from '../catalog/Visibility';

/** What deliveries leave on record and others refer to by the id that its source gave it. */
export type ReferredRecord = 'incident' | 'deployment';

/** Says which incidents and deployments there are, for whoever refers to them. */
export interface DeliveryRecordStore {
  /**
   * Those of these ids that any source gave to a record of an entity that may be seen. What its sender has withdrawn is not there.
   *
   * @param subjects - ids within their sources
   */
  findSubjects(
    kind: ReferredRecord,
    subjects: readonly string[],
    visibility: Visibility,
  ): Promise<ReadonlySet<string>>;
}
