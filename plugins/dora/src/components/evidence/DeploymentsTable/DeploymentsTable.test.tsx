import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type {
  DeploymentsQuery,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  buildChange,
  buildDeployment,
  buildDeploymentPage,
  buildDoraReport,
  buildFailedDeployment,
  buildFailureLink,
  catchDownloads,
} from '../../../__fixtures__';
import { createFakeOpmodelApi } from '../../../__fixtures__';
import {
  DeploymentsTable,
  type DeploymentsTableProps,
} from './DeploymentsTable';

async function show(
  listEntityDeployments: OpmodelApi['listEntityDeployments'],
  props: Partial<DeploymentsTableProps> = {},
  overrides: Partial<OpmodelApi> = {},
) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          opmodelApiRef,
          createFakeOpmodelApi({ listEntityDeployments, ...overrides }),
        ],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      <DeploymentsTable
        entityRef="component:default/payments-api"
        query={{ window: 'P90D' }}
        zone="UTC"
        withComponent={false}
        enabled
        {...props}
      />
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
}

describe('DeploymentsTable', () => {
  it('says of each deployment how it ended and whether it counts', async () => {
    await show(async () =>
      buildDeploymentPage({
        items: [
          buildDeployment(),
          buildDeployment({
            id: 'build-1041',
            version: '4.17.0',
            result: 'failure',
            counted: false,
            exclusion: 'not_successful',
          }),
          buildDeployment({
            id: 'build-1040',
            version: null,
            url: null,
            finishedAt: null,
            result: null,
            exclusion: 'not_finished',
          }),
        ],
      }),
    );
    const rows = (await screen.findAllByRole('row')).slice(1);
    expect(within(rows[0]).getByText('success')).toBeInTheDocument();
    expect(within(rows[0]).getByText('counts')).toBeInTheDocument();
    expect(
      within(rows[0]).getByRole('link', { name: /4\.18\.0/ }),
    ).toHaveAttribute('href', 'https://ci.example.com/payments/1042');
    expect(within(rows[1]).getByText('failure')).toBeInTheDocument();
    expect(within(rows[1]).getByText('not successful')).toBeInTheDocument();
    expect(within(rows[2]).getByText('9c2e4f1')).toBeInTheDocument();
    expect(within(rows[2]).getAllByText('not finished')).toHaveLength(2);
  });

  it('shows the changes of a deployment on demand, with the times that make the lead time', async () => {
    await show(async () =>
      buildDeploymentPage({
        items: [
          buildDeployment({
            changesTotal: 103,
            changes: [
              buildChange(),
              buildChange({
                key: 'b7d9e4f',
                title: null,
                commitSha: null,
                firstCommitAt: null,
                leadTime: null,
                exclusion: 'no_commit_time',
              }),
            ],
          }),
        ],
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show the changes of 4.18.0' }),
    );
    const changes = within(screen.getByRole('table', { name: 'Changes' }));
    const [, first, second] = changes.getAllByRole('row');
    expect(
      within(first).getByRole('link', { name: /Retry the settlement/ }),
    ).toHaveAttribute('href', 'https://git.example.com/shop/payments/pull/812');
    expect(first.textContent?.replace(/\s/g, ' ')).toContain('22 h 53 m');
    expect(within(second).getByText('b7d9e4f')).toBeInTheDocument();
    expect(within(second).getByText('no commit time')).toBeInTheDocument();
    expect(screen.getByText('and 101 more')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Hide the changes of 4.18.0' }),
    );
    expect(
      screen.queryByRole('table', { name: 'Changes' }),
    ).not.toBeInTheDocument();
  });

  it('says why a deployment failed, by what that is known and how sure it is', async () => {
    await show(async () =>
      buildDeploymentPage({
        items: [
          buildFailedDeployment({
            failures: [
              buildFailureLink(),
              buildFailureLink({
                kind: 'person',
                confidence: 1,
                lagSeconds: null,
                cause: {
                  type: 'decision',
                  source: null,
                  id: null,
                  title: null,
                  url: null,
                },
                decidedBy: 'user:default/morgan.reyes',
                correctionId: 'c-1',
              }),
            ],
          }),
          buildDeployment({ id: 'build-1041', rework: true }),
        ],
      }),
    );
    const [, failed, rework] = await screen.findAllByRole('row');
    expect(within(failed).getByText('failed')).toBeInTheDocument();
    expect(failed.textContent?.replace(/\s/g, ' ')).toContain(
      'recovered after 1 h 30 m',
    );
    expect(within(rework).getByText('rework')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the changes of 4.15.0' }),
    );
    const reasons = within(
      screen.getByRole('list', { name: 'Why it counts as failed' }),
    ).getAllByRole('listitem');
    expect(reasons[0].textContent?.replace(/\s/g, ' ')).toContain(
      '22 m later · confidence 50 %',
    );
    expect(
      within(reasons[0]).getByRole('link', { name: /Payments fail/ }),
    ).toHaveAttribute('href', 'https://pager.example.com/incidents/311');
    expect(
      within(reasons[1]).getByText('a person said so'),
    ).toBeInTheDocument();
    expect(
      within(reasons[1]).getByRole('link', { name: /morgan\.reyes/ }),
    ).toBeInTheDocument();
  });

  it('names the debt that is linked to a deployment, once it is open', async () => {
    const listDebtItems = jest.fn(async () => ({
      items: [{ id: 'd1', title: 'Migrates by hand', status: 'open' }],
      totalItems: 1,
      nextCursor: null,
      mayCreate: false,
    }));
    await show(
      async () => buildDeploymentPage({ items: [buildDeployment()] }),
      {},
      {
        listDebtItems: listDebtItems as unknown as OpmodelApi['listDebtItems'],
      },
    );
    const toggle = await screen.findByRole('button', {
      name: 'Show the changes of 4.18.0',
    });
    expect(listDebtItems).not.toHaveBeenCalled();
    await userEvent.click(toggle);
    expect(
      await screen.findByRole('heading', { name: 'Debt linked to this' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Migrates by hand' }),
    ).toHaveAttribute('href', '/tech-debt/items/d1');
    expect(listDebtItems).toHaveBeenCalledWith(
      expect.objectContaining({
        linkType: 'deployment',
        linkRef: buildDeployment().id,
      }),
      expect.anything(),
    );
  });

  it('goes to older deployments and back', async () => {
    const asked: Array<DeploymentsQuery | undefined> = [];
    await show(async (_, query) => {
      asked.push(query);
      return query?.cursor
        ? buildDeploymentPage({
            items: [buildDeployment({ version: '3.0.0' })],
            totalItems: 21,
            nextCursor: null,
          })
        : buildDeploymentPage({
            items: Array.from({ length: 20 }, (_unused, index) =>
              buildDeployment({ id: `${index}`, version: `4.${index}.0` }),
            ),
            totalItems: 21,
          });
    });
    expect(await screen.findByText('1–20 of 21')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Newer' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Older' }));
    expect(await screen.findByText('21–21 of 21')).toBeInTheDocument();
    expect(screen.getByText('3.0.0')).toBeInTheDocument();
    expect(asked[1]).toMatchObject({ window: 'P90D', cursor: 'older' });
    expect(screen.getByRole('button', { name: 'Older' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Newer' }));
    expect(await screen.findByText('1–20 of 21')).toBeInTheDocument();
  });

  it('exports all rows of the filter as JSON, not only those of the page', async () => {
    const downloads = catchDownloads();
    const rows = Array.from({ length: 120 }, (_, index) =>
      buildDeployment({ id: `${index}`, version: `4.${index}.0` }),
    );
    const asked: DeploymentsQuery[] = [];
    await show(
      async (_ref, query = {}) => {
        asked.push(query);
        const first = Number(query.cursor ?? 0);
        const next = first + (query.limit ?? 0);
        return buildDeploymentPage({
          items: rows.slice(first, next),
          totalItems: rows.length,
          nextCursor: next < rows.length ? String(next) : null,
        });
      },
      { filter: 'failed', query: { window: 'P90D', edition: '2024' } },
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Export: Deployments and their changes',
      }),
    );
    await userEvent.click(
      screen.getByRole('menuitem', { name: 'All 120 rows as JSON' }),
    );

    expect(await screen.findByText('Exported 120 rows')).toBeInTheDocument();
    expect(asked.slice(1)).toEqual([
      { window: 'P90D', failed: true, limit: 100 },
      { window: 'P90D', failed: true, limit: 100, cursor: '100' },
    ]);
    const { window, definition } = buildDoraReport();
    expect(downloads.names()).toEqual([
      `dora-deployments_component-default-payments-api_${window.from}_${window.to}.json`,
    ]);
    expect(JSON.parse(await downloads.lastContent())).toEqual({
      content: 'dora-deployments',
      window,
      definition,
      filter: {
        entityRef: 'component:default/payments-api',
        window: 'P90D',
        failed: true,
      },
      totalRows: 120,
      complete: true,
      rows,
    });
    downloads.restore();
  });

  it('exports nothing from a narrow place', async () => {
    await show(async () => buildDeploymentPage(), { compact: true });
    await screen.findByRole('table');
    expect(
      screen.queryByRole('button', { name: /Export/ }),
    ).not.toBeInTheDocument();
  });

  it('asks for nothing until the rows are wanted', async () => {
    const list = jest.fn();
    await show(list, { enabled: false });
    expect(list).not.toHaveBeenCalled();
  });

  it('says which rows there are none of', async () => {
    const none = async () =>
      buildDeploymentPage({ items: [], totalItems: 0, nextCursor: null });
    await show(none, { exclusion: 'withdrawn' });
    expect(
      await screen.findByText('No deployment was left out for this reason.'),
    ).toBeInTheDocument();
  });
});
