import { storageApiRef } from '@backstage/core-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  MockStorageApi,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import type { ReactNode } from 'react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { pagesRouteRef, rootRouteRef } from '../routes';
import { createFakeOpmodelApi } from '../testing/createFakeOpmodelApi';
import { buildSummary } from '../testing/items';
import {
  buildFlow,
  buildMatrix,
  buildPlaces,
  buildTopTen,
} from '../testing/register';

function Address() {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{`${pathname}${search}`}</output>;
}

const answers: Partial<OpmodelApi> = {
  getDebtSummary: async () => buildSummary(),
  getDebtMatrix: async () => buildMatrix(),
  getDebtPlaces: async () => buildPlaces(),
  getDebtFlow: async () => buildFlow(),
  getDebtTopTen: async () => buildTopTen(),
  listDebtReports: async () => ({
    items: [],
    totalItems: 0,
    nextCursor: null,
    mayCreate: false,
  }),
};

/** Shows a page of the register at an address, beside which its address is told as text. */
export async function showRegister(
  page: ReactNode,
  options: {
    path?: string;
    overrides?: Partial<OpmodelApi>;
    storage?: MockStorageApi;
  } = {},
) {
  const { path = '/', overrides, storage = MockStorageApi.create() } = options;
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, createFakeOpmodelApi({ ...answers, ...overrides })],
        [catalogApiRef, catalogApiMock()],
        [storageApiRef, storage],
      ]}
    >
      <Address />
      <Routes>
        <Route path="*" element={page} />
      </Routes>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/tech-debt': rootRouteRef,
        '/debt': pagesRouteRef,
      },
    },
  );
}

/** Path and query of a link. */
export function addressOf(link: HTMLElement) {
  const { pathname, searchParams } = new URL(
    link.getAttribute('href')!,
    'http://localhost',
  );
  return { pathname, ...Object.fromEntries(searchParams) };
}
