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
import {
  EntityTechDebtCard,
  EntityTechDebtContent,
  isTechDebtAvailable,
} from './index';
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
          <Route path="/entity/tech-debt" element={element} />
        </Routes>
      </EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: ['/entity/tech-debt'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('in the legacy frontend system', () => {
  it('shows the tab', async () => {
    await showInLegacyApp(<EntityTechDebtContent />);
    expect(
      await screen.findByRole('region', { name: 'What is owed' }),
    ).toBeInTheDocument();
  });

  it('shows the card', async () => {
    await showInLegacyApp(<EntityTechDebtCard />);
    expect(
      await screen.findByRole('link', { name: 'All about its tech debt' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout-api/tech-debt',
    );
  });
});

describe('isTechDebtAvailable', () => {
  it.each(['Component', 'API', 'System', 'group', 'Template'])(
    'holds for %s',
    kind => {
      expect(isTechDebtAvailable({ ...entity, kind })).toBe(true);
    },
  );

  it.each(['User', 'Location', 'Scorecard', 'DecisionRights', 'SLO'])(
    'does not hold for %s',
    kind => {
      expect(isTechDebtAvailable({ ...entity, kind })).toBe(false);
    },
  );
});
