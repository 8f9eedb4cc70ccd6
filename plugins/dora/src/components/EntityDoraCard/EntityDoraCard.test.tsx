import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { DoraReport } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen } from '@testing-library/react';
import {
  buildDoraReport,
  buildEmptyReport,
  buildRollUpReport,
  buildThinReport,
} from '../../__fixtures__';
import { createFakeOpmodelApi } from '../../__fixtures__';
import { EntityDoraCard } from './EntityDoraCard';

async function show(report: DoraReport) {
  const { container } = await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          opmodelApiRef,
          createFakeOpmodelApi({ getEntityDora: async () => report }),
        ],
      ]}
    >
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'payments-api', namespace: 'default' },
        }}
      >
        <EntityDoraCard />
      </EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  await screen.findByText('Change lead time, median of the last 90 days');
  return (container.textContent ?? '').replace(/\s/g, ' ');
}

describe('EntityDoraCard', () => {
  it('shows one number, its trend, one line of meaning and the way to the tab', async () => {
    const text = await show(buildDoraReport());
    expect(text).toContain('22 h 15 m');
    expect(text).toContain('17.6 % faster');
    expect(text).toContain('Deploys 3.2 / week');
    expect(
      screen.getByRole('img', { name: 'Weekly trend of Change lead time' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'All DORA metrics' }),
    ).toHaveAttribute('href', '/catalog/default/component/payments-api/dora');
  });

  it('speaks of the median component of a roll-up', async () => {
    expect(await show(buildRollUpReport())).toContain(
      'Components deploy 2.6 / week in the median',
    );
  });

  it('marks thin data', async () => {
    expect(await show(buildThinReport())).toContain('thin data (3)');
  });

  it('shows a dash where nothing is known', async () => {
    const text = await show(buildEmptyReport());
    expect(text).toContain('–no data');
    expect(text).toContain('No deployment was reported yet');
  });
});
