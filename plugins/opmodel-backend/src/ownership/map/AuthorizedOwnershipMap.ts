import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  type MapSearchResult,
  opmodelDoraReadPermission,
  type OwnershipMap,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { VisibilityResolver } from '../../catalog/VisibilityResolver';
import { resolveOwnershipReads } from '../OwnershipCaller';
import type { MapRequest } from './mapRequests';
import type { OwnershipMapService } from './OwnershipMapService';

/**
 * The ownership map for somebody: every call resolves what the caller may see and answers from that alone.
 *
 * Each method throws NotAllowedError when the caller may see nothing of ownership at all.
 */
export class AuthorizedOwnershipMap {
  readonly #options: {
    service: OwnershipMapService;
    visibility: VisibilityResolver;
    countsDeliveries: boolean;
  };

  /** @param options - `countsDeliveries`: whether deliveries are a subject here at all */
  constructor(options: {
    service: OwnershipMapService;
    visibility: VisibilityResolver;
    countsDeliveries: boolean;
  }) {
    this.#options = options;
  }

  async getMap(
    request: MapRequest,
    credentials: BackstageCredentials,
  ): Promise<OwnershipMap> {
    const { service, visibility, countsDeliveries } = this.#options;
    const [reads, deliveries] = await Promise.all([
      resolveOwnershipReads({ visibility }, credentials),
      countsDeliveries
        ? visibility.resolve(credentials, opmodelDoraReadPermission)
        : null,
    ]);
    return service.getMap(request, {
      visibility: reads,
      // Whoever may read none of them is not told that there are none.
      deliveries: deliveries?.type === 'none' ? null : deliveries,
    });
  }

  async search(
    request: { text: string; limit: number },
    credentials: BackstageCredentials,
  ): Promise<MapSearchResult> {
    const reads = await resolveOwnershipReads(this.#options, credentials);
    return this.#options.service.search(request, reads);
  }
}
