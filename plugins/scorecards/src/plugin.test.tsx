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
  EntityScorecardsCard,
  EntityScorecardsContent,
  isScorecardAvailable,
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
          <Route path="/entity/scorecards" element={element} />
        </Routes>
      </EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: ['/entity/scorecards'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('in the legacy frontend system', () => {
  it('shows the tab', async () => {
    await showInLegacyApp(<EntityScorecardsContent />);
    expect(
      await screen.findByRole('region', { name: 'Where it stands' }),
    ).toBeInTheDocument();
  });

  it('shows the card', async () => {
    await showInLegacyApp(<EntityScorecardsCard />);
    expect(
      await screen.findByRole('link', { name: 'All about its scorecards' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout-api/scorecards',
    );
  });
});

describe('isScorecardAvailable', () => {
  it.each(['Component', 'API', 'System', 'group', 'Template'])(
    'holds for %s',
    kind => {
      expect(isScorecardAvailable({ ...entity, kind })).toBe(true);
    },
  );

  it.each(['User', 'Location', 'Scorecard', 'DecisionRights', 'SLO'])(
    'does not hold for %s',
    kind => {
      expect(isScorecardAvailable({ ...entity, kind })).toBe(false);
    },
  );
});
