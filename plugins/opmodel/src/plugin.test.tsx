import { discoveryApiRef, identityApiRef } from '@backstage/core-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  mockApis,
  renderInTestApp as renderInLegacyTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { Route, Routes } from 'react-router-dom';
import opmodelPluginAlpha from './alpha';
import { overview, service, services } from './components/home.fixtures';
import { OpmodelHomePage, opmodelPlugin } from './plugin';

const api = {
  getOverview: async () => overview,
  listAttention: async () => ({ items: [], totalItems: 0 }),
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
