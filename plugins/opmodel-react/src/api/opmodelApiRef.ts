import { createApiRef } from '@backstage/core-plugin-api';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';

/**
 * The engine's HTTP API.
 *
 * No plugin of the suite registers an implementation, so that any one of them
 * works alone and none conflicts with another. An app that wants its own client
 * provides this ref; without one, {@link useOpmodelApi} builds the standard
 * client.
 */
export const opmodelApiRef = createApiRef<OpmodelApi>({
  id: 'plugin.opmodel.service',
});
