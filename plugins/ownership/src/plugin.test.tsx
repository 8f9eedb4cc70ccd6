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
import { createFakeOpmodelApi } from './__fixtures__/fakeOpmodelApi';
import {
  EntityOwnershipCard,
  EntityOwnershipContent,
  isOwnershipAvailable,
} from './index';

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
          <Route path="/entity/ownership" element={element} />
        </Routes>
      </EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: ['/entity/ownership'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('in the legacy frontend system', () => {
  it('shows the tab', async () => {
    await showInLegacyApp(<EntityOwnershipContent />);
    expect(
      await screen.findByRole('list', { name: 'Ownership ladder' }),
    ).toBeInTheDocument();
  });

  it('shows the card', async () => {
    await showInLegacyApp(<EntityOwnershipCard />);
    expect(
      await screen.findByRole('link', { name: 'All about its ownership' }),
    ).toBeInTheDocument();
  });
});

describe('isOwnershipAvailable', () => {
  it.each(['Component', 'API', 'Resource', 'system', 'Domain', 'Group'])(
    'holds for %s',
    kind => {
      expect(isOwnershipAvailable({ ...entity, kind })).toBe(true);
    },
  );

  it.each(['User', 'Location', 'Template'])('does not hold for %s', kind => {
    expect(isOwnershipAvailable({ ...entity, kind })).toBe(false);
  });
});
