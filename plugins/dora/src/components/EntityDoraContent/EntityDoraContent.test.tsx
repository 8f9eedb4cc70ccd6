import type { Entity } from '@backstage/catalog-model';
import { discoveryApiRef } from '@backstage/core-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import type {
  DoraReport,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  buildDoraReport,
  buildEmptyReport,
  buildRollUpReport,
  buildThinReport,
} from '../../__fixtures__/doraReport';
import { createFakeOpmodelApi } from '../../__fixtures__/fakeOpmodelApi';
import { EntityDoraContent } from './EntityDoraContent';

const component: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-api', namespace: 'default' },
};
const system: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'checkout', namespace: 'default', title: 'Checkout' },
};

async function show(
  overrides: Partial<OpmodelApi> = {},
  options: { entity?: Entity; search?: string } = {},
) {
  const { entity = component, search = '' } = options;
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, createFakeOpmodelApi(overrides)],
        [catalogApiRef, catalogApiMock()],
        [
          discoveryApiRef,
          mockApis.discovery({ baseUrl: 'http://backstage.example.com' }),
        ],
      ]}
    >
      <EntityProvider entity={entity}>
        <EntityDoraContent />
      </EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: [`/tab${search}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

const answering = (report: DoraReport): Partial<OpmodelApi> => ({
  getEntityDora: async () => report,
});

const tile = (name: string) => screen.findByRole('region', { name });

const plain = (element: Element) =>
  (element.textContent ?? '').replace(/\s/g, ' ');

describe('EntityDoraContent', () => {
  it('shows the numbers of a component with their sample and their change', async () => {
    await show();
    const leadTime = await tile('Change lead time');
    expect(plain(leadTime)).toContain('22 h 15 m');
    expect(plain(leadTime)).toContain('17.6 % faster');
    expect(plain(leadTime)).toContain('median of 142 changes');
    const frequency = await tile('Deployment frequency');
    expect(plain(frequency)).toContain('3.2/ week');
    expect(plain(frequency)).toContain('10.8 % more often');
    expect(plain(frequency)).toContain('41 deployments');
    expect(plain(await tile('Longest stage'))).toContain('Review');
    expect(
      screen.queryByRole('region', { name: 'Deploying weekly' }),
    ).not.toBeInTheDocument();
  });

  it('rolls a system up: the median component, its members and no sum as a frequency', async () => {
    await show(answering(buildRollUpReport()), { entity: system });
    const frequency = await tile('Deployment frequency');
    expect(plain(frequency)).toContain('2.6/ week');
    expect(plain(frequency)).toContain('median of 10 components');
    expect(plain(await tile('Deploying weekly'))).toContain('73 %');
    const members = screen.getByRole('table', { name: 'Components' });
    const rows = within(members).getAllByRole('row').slice(1);
    expect(rows.map(row => row.firstChild?.textContent)).toEqual([
      'ledger',
      'payments-api',
      'checkout-web',
      'receipts',
      'fraud-rules',
    ]);
    expect(within(rows[4]).getByText('no data')).toBeInTheDocument();
    expect(within(rows[3]).getByText('no owner')).toBeInTheDocument();
    expect(
      within(rows[0]).getByRole('link', { name: 'ledger' }),
    ).toHaveAttribute('href', '/catalog/default/component/ledger/dora');
  });

  it('sorts the members, those without a value last', async () => {
    await show(answering(buildRollUpReport()), { entity: system });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Deployments / week' }),
    );
    const members = screen.getByRole('table', { name: 'Components' });
    const rows = within(members).getAllByRole('row').slice(1);
    expect(rows[0].firstChild?.textContent).toBe('checkout-web');
    expect(rows[4].firstChild?.textContent).toBe('fraud-rules');
  });

  it('marks thin data and compares it with nothing', async () => {
    await show(answering(buildThinReport()));
    const leadTime = await tile('Change lead time');
    expect(within(leadTime).getByText('thin data (3)')).toBeInTheDocument();
    expect(
      within(leadTime).queryByText('no comparison'),
    ).not.toBeInTheDocument();
  });

  it('begins with one line to copy where nothing was ever reported', async () => {
    await show(answering(buildEmptyReport()));
    expect(
      await screen.findByText('No deployments are known yet'),
    ).toBeInTheDocument();
    const snippet = await screen.findByText(/curl -X POST/);
    expect(snippet.textContent).toContain(
      '"entityRef": "component:default/payments-api"',
    );
    await waitFor(() =>
      expect(snippet.textContent).toContain(
        'http://backstage.example.com/api/opmodel/deployments',
      ),
    );
    expect(screen.queryByText('0')).not.toBeInTheDocument();
  });

  it('says that deployments arrive for other environments only', async () => {
    await show(
      answering({
        ...buildEmptyReport(),
        nextSteps: [
          {
            id: 'report-environment',
            entityRef: 'component:default/payments-api',
            values: { deployments: 39 },
          },
        ],
      }),
    );
    expect(
      await screen.findByText(/39 deployments arrived/),
    ).toBeInTheDocument();
  });

  it('says that nothing visible belongs to an empty scope', async () => {
    const report = buildRollUpReport();
    await show(
      answering({ ...report, scope: { ...report.scope, components: 0 } }),
      { entity: system },
    );
    expect(
      await screen.findByText('No components in this scope'),
    ).toBeInTheDocument();
  });

  it.each([
    [new NotAllowedError('no'), 'You may not see this'],
    [new NotFoundError('unknown'), 'Not in the snapshot yet'],
    [new Error('The engine did not answer'), /The engine did not answer/],
  ])('shows what %s means', async (error, text) => {
    await show({
      getEntityDora: async () => {
        throw error;
      },
    });
    expect((await screen.findAllByText(text)).length).toBeGreaterThan(0);
  });

  it('asks for the window of the URL, and for another one without losing what is shown', async () => {
    const getEntityDora = jest.fn<Promise<DoraReport>, unknown[]>(async () =>
      buildDoraReport(),
    );
    await show({ getEntityDora }, { search: '?window=P30D' });
    await tile('Change lead time');
    expect(getEntityDora.mock.calls[0].slice(0, 2)).toEqual([
      'component:default/payments-api',
      { window: 'P30D' },
    ]);
    getEntityDora.mockImplementation(() => new Promise(() => {}));
    await userEvent.click(screen.getByRole('button', { name: '1 y' }));
    expect(getEntityDora.mock.calls[1][1]).toEqual({ window: 'P1Y' });
    expect(await tile('Change lead time')).toBeInTheDocument();
    expect(
      screen.getByRole('progressbar', { name: 'Refreshing' }),
    ).toBeInTheDocument();
  });

  it('names what to do next and leads there', async () => {
    await show(answering(buildRollUpReport()), { entity: system });
    const panel = await screen.findByRole('region', {
      name: 'What to do next',
    });
    expect(plain(panel)).toContain(
      'It takes 48 % of the way, 12 h in the median',
    );
    expect(within(panel).getByText('Look at review')).toBeInTheDocument();
    expect(
      within(panel).getAllByRole('link', { name: 'Open its metrics' })[0],
    ).toHaveAttribute('href', '/catalog/default/component/ledger/dora');
  });
});

describe('a component whose changes are all left out', () => {
  it('says why in the tile and as the thing to do', async () => {
    const report = buildDoraReport();
    const empty = buildEmptyReport();
    await show(
      answering({
        ...empty,
        trend: report.trend.map(point => ({
          ...point,
          leadTimeMedian: null,
        })),
        changeLeadTime: {
          ...empty.changeLeadTime,
          excluded: [
            { reason: 'deployment_is_commit', unit: 'change', count: 84 },
          ],
        },
        deploymentFrequency: report.deploymentFrequency,
        nextSteps: [
          {
            id: 'report-changes',
            entityRef: report.scope.ref,
            values: { deployments: 84 },
          },
        ],
      }),
    );
    expect(
      within(await tile('Change lead time')).getByText(/^84 changes left out/),
    ).toBeInTheDocument();
    expect(screen.getByText('Make lead times measurable')).toBeInTheDocument();
    expect(
      screen.queryByText('Name the changes of a deployment'),
    ).not.toBeInTheDocument();
    // The panel of the lead time; that of the deployments has bars.
    expect(await screen.findAllByText('no data')).toHaveLength(1);
  });
});

describe('an explanation', () => {
  it('opens from a number and holds sentence, formula, sample, exclusions, window and rows', async () => {
    await show();
    await userEvent.click(
      within(await tile('Change lead time')).getByRole('button', {
        name: 'Explain Change lead time',
      }),
    );
    const drawer = within(
      await screen.findByRole('dialog', { name: 'Change lead time' }),
    );
    expect(
      await drawer.findByText(/from the first commit of a change/),
    ).toBeInTheDocument();
    expect(
      drawer.getByText(/lies midway between places 71 and 72/),
    ).toBeInTheDocument();
    expect(drawer.getByText(/N = 142 changes/)).toBeInTheDocument();
    expect(
      drawer.getByRole('button', { name: /12 changes already delivered/ }),
    ).toBeInTheDocument();
    expect(drawer.getByText(/Europe\/Berlin/)).toBeInTheDocument();
    expect(await drawer.findByText('4.18.0')).toBeInTheDocument();
  });

  it('is a link, and a count of what was left out opens its rows', async () => {
    const listEntityDeployments = jest.fn(
      createFakeOpmodelApi().listEntityDeployments,
    );
    await show(
      { listEntityDeployments },
      { search: '?explain=deployment-frequency' },
    );
    const drawer = within(
      await screen.findByRole('dialog', { name: 'Deployment frequency' }),
    );
    expect(
      await drawer.findByText(/41 deployments ÷ 12.86 weeks/),
    ).toBeInTheDocument();
    await userEvent.click(
      drawer.getByRole('button', { name: /39 deployments not production/ }),
    );
    await waitFor(() =>
      expect(listEntityDeployments).toHaveBeenLastCalledWith(
        'component:default/payments-api',
        { window: 'P90D', limit: 20, exclusion: 'not_production' },
        expect.anything(),
      ),
    );
    await userEvent.click(drawer.getByRole('button', { name: 'Show all' }));
    expect(drawer.queryByText('Only: not production')).not.toBeInTheDocument();
  });
});
