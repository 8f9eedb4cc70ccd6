import {
  discoveryApiRef,
  fetchApiRef,
  useApiHolder,
  type ApiHolder,
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
  const apis = useApiHolder();
  return useMemo(
    () => apis.get(opmodelApiRef) ?? createStandardClient(apis),
    [apis],
  );
}

function createStandardClient(apis: ApiHolder): OpmodelApi {
  const discoveryApi = apis.get(discoveryApiRef);
  const fetchApi = apis.get(fetchApiRef);
  if (!discoveryApi || !fetchApi) {
    throw new Error('The app provides no discovery or fetch API');
  }
  return new OpmodelClient({ discoveryApi, fetchApi });
}
