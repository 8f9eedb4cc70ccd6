import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { FlowReport } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen } from '@testing-library/react';
import { createFakeOpmodelApi } from '../../__fixtures__/fakeOpmodelApi';
import {
  buildEmptyReport,
  buildFlowReport,
} from '../../__fixtures__/flowReport';
import { EntityFlowCard } from './EntityFlowCard';

async function show(report: FlowReport) {
  const { container } = await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          opmodelApiRef,
          createFakeOpmodelApi({ getEntityFlow: async () => report }),
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
        <EntityFlowCard />
      </EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  await screen.findByText('Cycle time, median of the last 90 days');
  return (container.textContent ?? '').replace(/\s/g, ' ');
}

describe('EntityFlowCard', () => {
  it('shows one number, one line of meaning and the way to the tab', async () => {
    const text = await show(buildFlowReport());
    expect(text).toContain('3 d');
    expect(text).toContain('12 items in progress, 1.5 weeks of work');
    expect(
      screen.getByRole('link', { name: 'All flow metrics' }),
    ).toHaveAttribute('href', '/catalog/default/component/payments-api/flow');
  });

  it('says so where no item was reported', async () => {
    expect(await show(buildEmptyReport())).toContain(
      'No work item was reported yet',
    );
  });
});
