import type { Visibility } from '../catalog/Visibility';

/** What a team has to do with what it delivers. */
export interface DeliveryLoad {
  openIncidents: number;
  /** Of the last 30 days. */
  deployments: number;
}

/** Knows what groups have to do with what they deliver. */
export interface DeliveryLoadReader {
  /**
   * Of what belongs to each group now.
   *
   * @returns null where it is not known
   */
  readLoad(
    groupRef: string,
    visibility: Visibility,
  ): Promise<DeliveryLoad | null>;
}

/** Where delivery is not known. */
export const noDeliveryLoadReader: DeliveryLoadReader = {
  readLoad: async () => null,
};
