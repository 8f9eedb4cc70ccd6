import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { buildCapacity } from './capacity';
import { buildBareItem, buildEntityDebt, buildItem } from './items';
import { buildReport, buildReports } from './reports';

const answers: Partial<OpmodelApi> = {
  getEntityTechDebt: async () => buildEntityDebt(),
  getDebtCapacity: async () => buildCapacity(),
  listDebtReports: async () => buildReports(buildReport()),
  listDebtDocuments: async () => ({
    items: [],
    totalItems: 0,
    nextCursor: null,
  }),
  getDebtItem: async () => buildItem(),
  listDebtItems: async () => ({
    items: [buildItem(), buildBareItem()],
    totalItems: 2,
    nextCursor: null,
    mayCreate: true,
  }),
};

/** The API with the answers of a service that owes two items; what a test is about is overridden, anything else is refused. */
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
