import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catchDownloads } from '../../__fixtures__/catchDownloads';
import { createFakeOpmodelApi } from '../../__fixtures__/fakeOpmodelApi';
import { buildFleetPage, buildFlowReport } from '../../__fixtures__/flowReport';
import { FlowFleetPageContent } from './FlowFleetPage';

async function show(overrides: Partial<OpmodelApi> = {}, path = '/flow') {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, createFakeOpmodelApi(overrides)],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      <FlowFleetPageContent />
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('FlowFleetPage', () => {
  it('shows a row a component that leads to its tab', async () => {
    await show();
    const table = await screen.findByRole('table', {
      name: 'Flow of the fleet',
    });
    expect(within(table).getByRole('link', { name: 'ledger' })).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger/flow',
    );
  });

  it('reads its view from the URL and changes it by its columns', async () => {
    const listFlow = jest.fn(async () => buildFleetPage());
    await show(
      { listFlow },
      '/flow?text=pay&owner=group:default/payments&sort=-wip',
    );
    await screen.findByRole('table', { name: 'Flow of the fleet' });
    expect(listFlow).toHaveBeenLastCalledWith(
      expect.objectContaining({
        text: 'pay',
        owner: ['group:default/payments'],
        sort: '-wip',
      }),
      expect.anything(),
    );
    await userEvent.click(screen.getByRole('button', { name: /Cycle time/ }));
    await waitFor(() =>
      expect(listFlow).toHaveBeenLastCalledWith(
        expect.objectContaining({ sort: '-cycleTime' }),
        expect.anything(),
      ),
    );
  });

  it('exports every component of the filter as JSON', async () => {
    const downloads = catchDownloads();
    const listFlow = jest.fn(async () => buildFleetPage());
    await show({ listFlow }, '/flow?text=pay&sort=-wip');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export' }),
    );
    await userEvent.click(
      screen.getByRole('menuitem', { name: 'All 2 rows as JSON' }),
    );

    expect(await screen.findByText('Exported 2 rows')).toBeInTheDocument();
    expect(listFlow).toHaveBeenLastCalledWith(
      { text: 'pay', window: 'P90D', sort: '-wip', limit: 100 },
      expect.anything(),
    );
    const { window, weeks, items } = buildFleetPage();
    expect(downloads.names()).toEqual([
      `flow-fleet_${window.from}_${window.to}.json`,
    ]);
    expect(JSON.parse(await downloads.lastContent())).toEqual({
      content: 'flow-fleet',
      window,
      definition: buildFlowReport().definition,
      weeks,
      filter: { text: 'pay', window: 'P90D', sort: '-wip' },
      totalRows: 2,
      complete: true,
      rows: items,
    });
    downloads.restore();
  });

  it('says so where nothing fits', async () => {
    await show({
      listFlow: async () => ({ ...buildFleetPage(), items: [], totalItems: 0 }),
    });
    expect(
      await screen.findByText('No component fits this filter.'),
    ).toBeInTheDocument();
  });
});
