import type { DebtPlaces, DebtPlacesApi } from './DebtPlacesApi';
import type { EngineRequests } from './EngineRequests';
import type { RequestOptions } from './RequestOptions';

/** The calls for where debt lies. */
export function debtPlacesCalls(engine: EngineRequests): DebtPlacesApi {
  return {
    getDebtPlaces(
      query: Parameters<DebtPlacesApi['getDebtPlaces']>[0] = {},
      options: RequestOptions = {},
    ): Promise<DebtPlaces> {
      return engine.read(client =>
        client.GET('/tech-debt/places', { params: { query }, ...options }),
      );
    },
  };
}
