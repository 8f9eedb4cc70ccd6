import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { buildBackTest } from './backTest';
import {
  buildExplanation,
  buildFleetPage,
  buildFlowReport,
  buildForecast,
  buildForecastPage,
  buildWorkItemPage,
} from './flowReport';

const answers: Partial<OpmodelApi> = {
  getEntityFlow: async () => buildFlowReport(),
  explainEntityFlow: async (_, metric) => buildExplanation(metric),
  listEntityWorkItems: async () => buildWorkItemPage(),
  getEntityForecast: async () => buildForecast(),
  listEntityForecasts: async () => buildForecastPage(),
  getEntityForecastBackTest: async () => buildBackTest(),
  getEntityBuilds: async () => buildFlowReport().builds,
  listFlow: async () => buildFleetPage(),
  getFlowSummary: async () => buildFlowReport(),
};

/** The API with the answers of a component that delivers; what a test is about is overridden, anything else is refused. */
export function createFakeOpmodelApi(
  overrides: Partial<OpmodelApi> = {},
): OpmodelApi {
  return new Proxy({ ...answers, ...overrides } as OpmodelApi, {
    get(target, name) {
      return (
        Reflect.get(target, name) ??
        (() => Promise.reject(new Error(`Unexpected call of ${String(name)}`)))
      );
    },
  });
}
