import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router-dom';
import { createFakeOpmodelApi } from './__fixtures__';
import { EntityDoraCard, EntityDoraContent, isDoraAvailable } from './index';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-api', namespace: 'default' },
};

async function showInLegacyApp(element: ReactNode) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, createFakeOpmodelApi()],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      <EntityProvider entity={entity}>
        <Routes>
          <Route path="/entity/dora" element={element} />
        </Routes>
      </EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: ['/entity/dora'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('in the legacy frontend system', () => {
  it('shows the tab', async () => {
    await showInLegacyApp(<EntityDoraContent />);
    expect(
      await screen.findByRole('region', { name: 'Change lead time' }),
    ).toBeInTheDocument();
  });

  it('shows the card', async () => {
    await showInLegacyApp(<EntityDoraCard />);
    expect(
      await screen.findByRole('link', { name: 'All DORA metrics' }),
    ).toBeInTheDocument();
  });
});

describe('isDoraAvailable', () => {
  it.each(['Component', 'system', 'Domain', 'Group'])('holds for %s', kind => {
    expect(isDoraAvailable({ ...entity, kind })).toBe(true);
  });

  it.each(['User', 'API', 'Resource', 'Location'])(
    'does not hold for %s',
    kind => {
      expect(isDoraAvailable({ ...entity, kind })).toBe(false);
    },
  );
});
