import type { OnCall } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity } from '../catalog/CatalogStore';
import type { Visibility } from '../catalog/Visibility';

/** An entity with its owner. */
export interface OwnedEntity {
  entity: CatalogEntity;
  /** Absent: it has none that the caller may see. */
  owner: CatalogEntity | undefined;
}

/** Knows who is on call. */
export interface OnCallReader {
  /**
   * Who is on call for an entity: what its own annotations name, or else those of its owner. It does not fail when nobody outside
   * answers; it says so.
   *
   * @param owner - absent: it has none that the caller may see
   */
  readOnCall(
    entity: CatalogEntity,
    owner: CatalogEntity | undefined,
    visibility: Visibility,
  ): Promise<OnCall>;

  /**
   * How many people are on call now for each of some entities, on whatever level.
   *
   * @returns by the ref of an entity; what is not known is not there, and neither is where nobody is on call
   */
  countPeople(
    owned: readonly OwnedEntity[],
  ): Promise<ReadonlyMap<string, number>>;
}

/** Where nobody knows who is on call. */
export const noOnCallReader: OnCallReader = {
  async readOnCall() {
    return {
      provider: '',
      state: 'not_set_up',
      entries: [],
      asOf: null,
      url: null,
    };
  },
  countPeople: async () => new Map(),
};
