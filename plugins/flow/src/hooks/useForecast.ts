import type {
  Forecast,
  ForecastBackTestReport,
  ForecastPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';

/** What a forecast is asked: when so many items will be done, how many by a day, or both. */
export interface ForecastQuestion {
  items?: number;
  /** ISO day, inclusive. */
  by?: string;
}

/** The answer to a question about what will be done. */
export function useForecast(
  entityRef: string,
  question: ForecastQuestion,
): QueryState<Forecast> {
  const api = useOpmodelApi();
  return useQueryState({
    key: `${entityRef} ${JSON.stringify(question)}`,
    subject: entityRef,
    request: signal => api.getEntityForecast(entityRef, question, { signal }),
  });
}

/** The forecasts that were kept, with what came true. */
export function useKeptForecasts(
  entityRef: string,
  enabled: boolean,
): QueryState<ForecastPage> {
  const api = useOpmodelApi();
  return useQueryState({
    key: entityRef,
    subject: entityRef,
    enabled,
    request: signal =>
      api.listEntityForecasts(entityRef, { limit: 20 }, { signal }),
  });
}

/** How forecasts of past days would have held. */
export function useForecastBackTest(
  entityRef: string,
): QueryState<ForecastBackTestReport> {
  const api = useOpmodelApi();
  return useQueryState({
    key: entityRef,
    subject: entityRef,
    request: signal => api.getEntityForecastBackTest(entityRef, { signal }),
  });
}
