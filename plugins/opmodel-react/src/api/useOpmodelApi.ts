import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
  useApiHolder,
} from '@backstage/core-plugin-api';
import {
  OpmodelClient,
  type OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import { useMemo } from 'react';
import { opmodelApiRef } from './opmodelApiRef';

/**
 * The engine's HTTP API: what the app provides for {@link opmodelApiRef}, else
 * the standard client with the user's own identity.
 */
export function useOpmodelApi(): OpmodelApi {
  const provided = useApiHolder().get(opmodelApiRef);
  const discoveryApi = useApi(discoveryApiRef);
  const fetchApi = useApi(fetchApiRef);
  return useMemo(
    () => provided ?? new OpmodelClient({ discoveryApi, fetchApi }),
    [provided, discoveryApi, fetchApi],
  );
}
