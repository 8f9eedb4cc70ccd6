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
import { EntitySloCard, EntitySloContent, isSloAvailable } from './index';
import { createFakeOpmodelApi } from './testing';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout-api', namespace: 'default' },
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
          <Route path="/entity/slos" element={element} />
        </Routes>
      </EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: ['/entity/slos'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('in the legacy frontend system', () => {
  it('shows the tab', async () => {
    await showInLegacyApp(<EntitySloContent />);
    expect(
      await screen.findByRole('region', { name: 'Checkout availability' }),
    ).toBeInTheDocument();
  });

  it('shows the card', async () => {
    await showInLegacyApp(<EntitySloCard />);
    expect(
      await screen.findByRole('link', { name: 'All about its SLOs' }),
    ).toHaveAttribute('href', '/catalog/default/component/checkout-api/slos');
  });
});

describe('isSloAvailable', () => {
  it.each(['Component', 'API', 'Resource', 'system', 'Domain', 'Group'])(
    'holds for %s',
    kind => {
      expect(isSloAvailable({ ...entity, kind })).toBe(true);
    },
  );

  it.each(['User', 'Location', 'Template'])('does not hold for %s', kind => {
    expect(isSloAvailable({ ...entity, kind })).toBe(false);
  });
});
