import {
  discoveryApiRef,
  fetchApiRef,
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
  const apis = useApiHolder();
  const provided = apis.get(opmodelApiRef);
  const discoveryApi = provided ? undefined : apis.get(discoveryApiRef);
  const fetchApi = provided ? undefined : apis.get(fetchApiRef);
  return useMemo(() => {
    if (provided) {
      return provided;
    }
    if (!discoveryApi || !fetchApi) {
      throw new Error('The app provides no discovery or fetch API');
    }
    return new OpmodelClient({ discoveryApi, fetchApi });
  }, [provided, discoveryApi, fetchApi]);
}
