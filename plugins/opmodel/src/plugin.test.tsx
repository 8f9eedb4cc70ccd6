import { discoveryApiRef, identityApiRef } from '@backstage/core-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp as renderInLegacyTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { Route, Routes } from 'react-router-dom';
import opmodelPluginAlpha from './alpha';
import {
  delivery,
  overview,
  service,
  services,
} from './components/home.fixtures';
import {
  deliveryPage,
  nothingRejected,
  nothingUnmapped,
  storage,
  troubledHealth,
} from './components/OperationsPage/operations.fixtures';
import {
  OpmodelHomePage,
  OpmodelOperationsPage,
  opmodelPlugin,
} from './plugin';

const api = {
  getHealth: async () => troubledHealth,
  listUnmappedEvents: async () => nothingUnmapped,
  listRejectedEvents: async () => nothingRejected,
  listDeliveries: async () => deliveryPage([]),
  getStorage: async () => storage,
  getOverview: async () => overview,
  listAttention: async () => ({ items: [], totalItems: 0 }),
  getDoraSummary: async () => delivery(),
  listDora: async () => services([service()]),
} as Partial<OpmodelApi> as OpmodelApi;

const identityApi = mockApis.identity({
  userEntityRef: 'user:default/robin',
  ownershipEntityRefs: ['user:default/robin', 'group:default/payments'],
});

async function findHomePage() {
  expect(
    await screen.findByText('Nothing needs attention', {}, { timeout: 20_000 }),
  ).toBeVisible();
  const table = await screen.findByRole('table', {
    name: 'My teams’ services',
  });
  expect(within(table).getByText('Payments API')).toBeVisible();
  return screen.findByText('12,345');
}

describe('the home page', () => {
  it('stands at / in an app of the present frontend system', async () => {
    renderTestApp({
      features: [opmodelPluginAlpha],
      apis: [
        [opmodelApiRef, api],
        [identityApiRef, identityApi],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: ['/'],
    });

    expect(await findHomePage()).toBeVisible();
  });

  it('stands where an app of the earlier frontend system puts it', async () => {
    await renderInLegacyTestApp(
      <TestApiProvider
        apis={[
          [opmodelApiRef, api],
          [discoveryApiRef, mockApis.discovery()],
          [permissionApiRef, mockApis.permission()],
          [identityApiRef, identityApi],
        ]}
      >
        <Routes>
          <Route path="/" element={<OpmodelHomePage />} />
        </Routes>
      </TestApiProvider>,
      {
        routeEntries: ['/'],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );

    expect(
      await screen.findByRole(
        'heading',
        { name: 'Home', level: 1 },
        { timeout: 20_000 },
      ),
    ).toBeVisible();
    expect(await findHomePage()).toBeVisible();
    expect(opmodelPlugin.getId()).toBe('opmodel');
  });
});

describe("the operator's page", () => {
  it('stands at /operations in an app of the present frontend system, and the home page leads to it', async () => {
    renderTestApp({
      features: [opmodelPluginAlpha],
      apis: [
        [opmodelApiRef, api],
        [identityApiRef, identityApi],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: ['/'],
    });

    const link = await screen.findByRole(
      'link',
      { name: '2 things need an operator' },
      { timeout: 20_000 },
    );
    expect(link).toHaveAttribute('href', '/operations');
    await userEvent.click(link);

    expect(
      await screen.findByRole(
        'region',
        { name: 'What needs an operator' },
        { timeout: 20_000 },
      ),
    ).toBeVisible();
  });

  it('stands where an app of the earlier frontend system puts it', async () => {
    await renderInLegacyTestApp(
      <TestApiProvider
        apis={[
          [opmodelApiRef, api],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <Routes>
          <Route path="/engine" element={<OpmodelOperationsPage />} />
        </Routes>
      </TestApiProvider>,
      { routeEntries: ['/engine'] },
    );

    expect(
      await screen.findByRole(
        'heading',
        { name: 'Operations', level: 1 },
        { timeout: 20_000 },
      ),
    ).toBeVisible();
    expect(
      await screen.findByRole('region', { name: 'What needs an operator' }),
    ).toBeVisible();
  });
});
