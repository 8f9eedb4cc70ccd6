import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { SloReport } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen } from '@testing-library/react';
import {
  buildGroupReport,
  buildReport,
  buildReportWithoutSlo,
  buildUnmeasuredSlo,
  createFakeOpmodelApi,
  textOf,
} from '../../testing';
import { EntitySloCard } from './EntitySloCard';

async function show(report: SloReport) {
  const { container } = await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          opmodelApiRef,
          createFakeOpmodelApi({ getEntitySlos: async () => report }),
        ],
      ]}
    >
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'checkout-api', namespace: 'default' },
        }}
      >
        <EntitySloCard />
      </EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  await screen.findAllByText(/no data|left|over budget|No objective yet/);
  return textOf(container);
}

describe('EntitySloCard', () => {
  it('shows what is left of the worst budget, its state, one line of meaning and the way to the tab', async () => {
    const text = await show(buildReport());
    expect(text).toContain('23 % left');
    expect(text).toContain('at risk');
    expect(text).toContain(
      'Checkout availability: 99.92 % of 99.9 %; an alert on its burn rate fires',
    );
    expect(
      screen.getByRole('img', {
        name: 'Attainment of Checkout availability in the last 30 days',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'All about its SLOs' }),
    ).toHaveAttribute('href', '/catalog/default/component/checkout-api/slos');
  });

  it('sums up what a group owns', async () => {
    const text = await show(buildGroupReport());
    expect(text).toContain('12 % over budget');
    expect(text).toContain('1 of 4 SLOs are met');
  });

  it('shows no number where nothing was measured', async () => {
    const text = await show(buildReport({ items: [buildUnmeasuredSlo()] }));
    expect(text).toContain('no data');
    expect(text).toContain('Mailer delivery: – of 99.9 %');
  });

  it('says so where there is no objective', async () => {
    expect(await show(buildReportWithoutSlo())).toContain(
      'Nothing says how reliable it is to be.',
    );
  });
});
