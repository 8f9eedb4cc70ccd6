import type { OnCall } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity } from '../catalog/CatalogStore';
import type { Visibility } from '../catalog/Visibility';

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
};
