import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catchDownloads } from '../../__fixtures__/catchDownloads';
import { createFakeOpmodelApi } from '../../__fixtures__/fakeOpmodelApi';
import {
  buildFlowReport,
  buildWorkItemPage,
} from '../../__fixtures__/flowReport';
import { WorkItemsTable } from './WorkItemsTable';

const ref = 'component:default/payments-api';

async function show(
  listEntityWorkItems = jest.fn(async () => buildWorkItemPage()),
) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, createFakeOpmodelApi({ listEntityWorkItems })],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      <WorkItemsTable
        entityRef={ref}
        query={{ window: 'P90D' }}
        filter={{ state: 'blocked' }}
        zone="UTC"
        withComponent={false}
      />
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  return listEntityWorkItems;
}

describe('WorkItemsTable', () => {
  it('exports the items of its filter with what they are', async () => {
    const downloads = catchDownloads();
    const list = await show();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export: Work items' }),
    );
    await userEvent.click(
      screen.getByRole('menuitem', { name: '1 row as JSON' }),
    );

    await screen.findByText('Exported 1 row');
    expect(list).toHaveBeenLastCalledWith(
      ref,
      { window: 'P90D', state: 'blocked', limit: 100 },
      expect.anything(),
    );
    const { window, definition } = buildFlowReport();
    expect(JSON.parse(await downloads.lastContent())).toEqual({
      content: 'flow-items',
      window,
      definition,
      filter: { entityRef: ref, window: 'P90D', state: 'blocked' },
      totalRows: 1,
      complete: true,
      rows: buildWorkItemPage().items,
    });
    downloads.restore();
  });

  it('says that there is no such item', async () => {
    await show(
      jest.fn(async () => ({
        ...buildWorkItemPage(),
        items: [],
        totalItems: 0,
      })),
    );
    expect(
      await screen.findByText('No such item in this window.'),
    ).toBeInTheDocument();
  });
});
