import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityRouteRef,
  type CatalogApi,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { useLocation, useNavigate } from 'react-router-dom';
import {
  buildDefinitions,
  buildExplanation,
  catchDownloads,
} from '../../__fixtures__';
import { DoraFleetPageContent } from './DoraFleetPage';
import {
  fleetMember,
  fleetPage,
  selectionReport,
  silentMember,
} from './fleet.fixtures';

// Many steps on a page with many controls, on a machine that may be busy.
jest.setTimeout(60_000);

const entities = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'payments-api',
      annotations: { 'opmodel.io/tier': 'tier-1' },
    },
    spec: { type: 'service', lifecycle: 'production' },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/payments' },
      { type: 'partOf', targetRef: 'system:default/checkout' },
    ],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'payments' },
    relations: [{ type: 'childOf', targetRef: 'group:default/commerce' }],
  },
];

function Address() {
  const { search } = useLocation();
  const navigate = useNavigate();
  return (
    <>
      <output data-testid="address">{search}</output>
      <button onClick={() => navigate(-1)}>go back</button>
    </>
  );
}

const address = () =>
  new URLSearchParams(screen.getByTestId('address').textContent ?? '');

function setUp(
  options: {
    api?: Partial<OpmodelApi>;
    catalogApi?: Partial<CatalogApi>;
    path?: string;
  } = {},
) {
  const api = {
    getDoraDefinitions: async () => buildDefinitions(),
    listDora: jest.fn(async () => fleetPage([fleetMember(), silentMember])),
    getDoraSummary: jest.fn(async () => selectionReport),
    ...options.api,
  };
  renderInTestApp(
    <>
      <DoraFleetPageContent />
      <Address />
    </>,
    {
      apis: [
        [opmodelApiRef, api as Partial<OpmodelApi> as OpmodelApi],
        [
          catalogApiRef,
          Object.assign(catalogApiMock({ entities }), options.catalogApi),
        ],
        mockApis.discovery(),
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [options.path ?? '/'],
    },
  );
  return api;
}

const table = () =>
  screen.findByRole('table', { name: 'Components with their DORA metrics' });
const rowOf = async (title: string) =>
  (await within(await table()).findByRole('link', { name: title })).closest(
    'tr',
  )!;

describe('DoraFleetPageContent', () => {
  it('explains a number of what the filter selects, without rows of its own', async () => {
    const explainDoraSummary = jest.fn(async () =>
      buildExplanation(selectionReport, 'change-fail-rate'),
    );
    setUp({
      api: { explainDoraSummary },
      path: '/?owner=group:default/payments',
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Explain Change fail rate' }),
    );
    const drawer = await screen.findByRole('dialog', {
      name: 'Change fail rate',
    });
    expect(await within(drawer).findByText('Left out')).toBeInTheDocument();
    expect(explainDoraSummary).toHaveBeenCalledWith(
      'change-fail-rate',
      expect.objectContaining({ owner: ['group:default/payments'] }),
      expect.anything(),
    );
    expect(
      within(drawer).queryByText('The rows behind it'),
    ).not.toBeInTheDocument();
    expect(
      within(drawer).queryByRole('button', { name: 'Dispute this number' }),
    ).not.toBeInTheDocument();
  });

  it('shows the selection as a whole above a row a component', async () => {
    setUp();

    const delivering = await rowOf('Payments API');
    const silent = await rowOf('Ledger archive');

    expect(delivering).toHaveTextContent('2 h 15 m (42)');
    expect(delivering).toHaveTextContent('12 % faster');
    expect(
      within(delivering).getByRole('img', {
        name: 'Deployments of Payments API by week: 3, 4, 2, no data',
      }),
    ).toBeVisible();
    expect(
      within(delivering).getByRole('link', { name: 'Payments API' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/dora?window=P90D',
    );
    expect(within(silent).getByText('no data')).toBeVisible();
    expect(silent).toHaveTextContent('never');
    expect(silent).not.toHaveTextContent('0');

    const tile = await screen.findByRole('region', {
      name: 'Deployment frequency',
    });
    expect(tile).toHaveTextContent('3.2/ week');
    expect(tile).toHaveTextContent('median of 1 component');
    expect(
      screen.getByRole('region', { name: 'Active components' }),
    ).toHaveTextContent('of 2 that you may see');
    expect(screen.getByText('2 components')).toBeVisible();
  });

  it('asks for exactly what a link says, in rows and summary', async () => {
    const api = setUp({
      path: '/?owner=group:default/payments&descendants=false&state=thin&window=P30D&sort=-leadTime&rows=50',
    });

    await table();

    const selection = {
      owner: ['group:default/payments'],
      descendants: false,
      state: 'thin',
      window: 'P30D',
    };
    expect(api.listDora).toHaveBeenCalledWith(
      { ...selection, sort: '-leadTime', limit: 50 },
      expect.anything(),
    );
    expect(api.getDoraSummary).toHaveBeenCalledWith(
      selection,
      expect.anything(),
    );
  });

  it('offers what the catalog has, groups above the owners included', async () => {
    const api = setUp({ path: '/?page=2&cursor=later' });
    await table();

    await userEvent.click(screen.getByRole('textbox', { name: 'Owner' }));
    const choices = within(
      await screen.findByRole('listbox', { name: 'Owner' }),
    ).getAllByRole('option');
    expect(choices.map(choice => choice.textContent)).toEqual([
      'commerce',
      'payments',
    ]);
    await userEvent.click(choices[0]);

    await waitFor(() =>
      expect(api.listDora).toHaveBeenLastCalledWith(
        expect.objectContaining({
          owner: ['group:default/commerce'],
          descendants: true,
        }),
        expect.anything(),
      ),
    );
    expect(address().getAll('owner')).toEqual(['group:default/commerce']);
    expect(address().has('cursor')).toBe(false);

    await userEvent.click(
      screen.getByRole('checkbox', { name: 'With the groups below' }),
    );
    expect(address().get('descendants')).toBe('false');
  });

  it('goes back through the filters without losing the page', async () => {
    setUp();
    await table();

    await userEvent.click(screen.getByRole('textbox', { name: 'Tier' }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'tier-1' }),
    );
    expect(address().get('tier')).toBe('tier-1');

    await userEvent.click(screen.getByRole('button', { name: 'go back' }));

    expect(address().has('tier')).toBe(false);
    expect(screen.getByRole('textbox', { name: 'Tier' })).toHaveValue('');
  });

  it('filters by text once typing pauses', async () => {
    const api = setUp();
    await table();

    await userEvent.type(
      screen.getByRole('textbox', { name: 'Name or title' }),
      'pay',
    );

    await waitFor(() =>
      expect(api.listDora).toHaveBeenLastCalledWith(
        expect.objectContaining({ text: 'pay' }),
        expect.anything(),
      ),
    );
    expect(api.listDora).toHaveBeenCalledTimes(2);
    expect(address().get('text')).toBe('pay');
  });

  it('sorts by a column, the slowest first, and tells it to assistive technology', async () => {
    const api = setUp();
    const header = () =>
      screen.getByRole('columnheader', { name: 'Change lead time' });
    await rowOf('Payments API');

    await userEvent.click(
      within(header()).getByRole('button', { name: 'Change lead time' }),
    );
    expect(address().get('sort')).toBe('-leadTime');
    await waitFor(() =>
      expect(header()).toHaveAttribute('aria-sort', 'descending'),
    );
    await userEvent.click(
      within(header()).getByRole('button', { name: 'Change lead time' }),
    );

    expect(address().get('sort')).toBe('leadTime');
    expect(api.listDora).toHaveBeenLastCalledWith(
      expect.objectContaining({ sort: 'leadTime' }),
      expect.anything(),
    );
  });

  it('turns pages forward and back', async () => {
    const listDora = jest.fn(async (query?: { cursor?: string }) =>
      query?.cursor
        ? fleetPage([silentMember], { totalItems: 21 })
        : fleetPage(
            Array.from({ length: 20 }, (_, index) =>
              fleetMember({
                entityRef: `component:default/s${index}`,
                title: `S${index}`,
              }),
            ),
            { totalItems: 21, nextCursor: 'second' },
          ),
    );
    setUp({ api: { listDora } });

    expect(await screen.findByText('1–20 of 21')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));

    expect(await screen.findByText('21–21 of 21')).toBeVisible();
    expect(address().get('cursor')).toBe('second');
    expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled();

    await userEvent.click(
      screen.getByRole('button', { name: 'Previous page' }),
    );
    expect(await screen.findByText('1–20 of 21')).toBeVisible();
    expect(address().toString()).toBe('');
  });

  it('moves between rows with the arrow keys', async () => {
    setUp();
    const first = within(await rowOf('Payments API')).getByRole('link', {
      name: 'Payments API',
    });

    first.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('link', { name: 'Ledger archive' })).toHaveFocus();
    await userEvent.keyboard('{Home}');
    expect(first).toHaveFocus();
  });

  it('shows the columns that somebody chose, and keeps them in the link', async () => {
    setUp();
    await table();

    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Lifecycle' }),
    );
    await userEvent.keyboard('{Escape}');

    expect(address().get('columns')).toContain('lifecycle');
    expect(
      await screen.findByRole('columnheader', { name: 'Lifecycle' }),
    ).toBeVisible();
  });

  it('exports every row of the filter and says how it ended', async () => {
    const downloads = catchDownloads();
    const api = setUp({ path: '/?type=service&cursor=second' });
    await table();

    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'All 2 rows as JSON' }),
    );

    expect(await screen.findByText('Exported 2 rows')).toBeVisible();
    expect(api.listDora).toHaveBeenLastCalledWith(
      expect.objectContaining({ type: 'service', limit: 100 }),
      expect.anything(),
    );
    expect(api.listDora).not.toHaveBeenLastCalledWith(
      expect.objectContaining({ cursor: 'second' }),
      expect.anything(),
    );
    expect(downloads.names()).toEqual([
      'dora-fleet_2026-08-25_2026-11-22.json',
    ]);
    const { window, weeks } = fleetPage([]);
    expect(JSON.parse(await downloads.lastContent())).toEqual({
      content: 'dora-fleet',
      window,
      definition: selectionReport.definition,
      weeks,
      filter: expect.objectContaining({ type: 'service', window: 'P90D' }),
      totalRows: 2,
      complete: true,
      rows: [fleetMember(), silentMember],
    });
    downloads.restore();
  });

  it('says why an export failed', async () => {
    const listDora = jest
      .fn()
      .mockResolvedValueOnce(fleetPage([fleetMember()]))
      .mockRejectedValue(new Error('the engine went away'));
    setUp({ api: { listDora } });
    await table();

    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: '1 row as JSON' }),
    );

    expect(
      await screen.findByText('The export failed: the engine went away'),
    ).toBeVisible();
  });

  it('offers to clear filters that nothing matches', async () => {
    setUp({
      api: { listDora: async () => fleetPage([]) },
      path: '/?text=nothing',
    });

    await screen.findByRole('heading', { name: 'No component matches' });
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' }).pop()!,
    );

    expect(address().toString()).toBe('');
    expect(
      await screen.findByRole('heading', {
        name: 'The catalog has no components that you may see',
      }),
    ).toBeVisible();
  });

  it('keeps the last rows in sight, marked, when asking again fails', async () => {
    const listDora = jest
      .fn()
      .mockResolvedValueOnce(fleetPage([fleetMember()]))
      .mockRejectedValue(new Error('the engine went away'));
    setUp({ api: { listDora } });
    await rowOf('Payments API');

    await userEvent.click(screen.getByRole('button', { name: 'Deployments' }));

    expect(
      await screen.findByText(/Reason: the engine went away/),
    ).toBeVisible();
    expect(await rowOf('Payments API')).toBeVisible();
  });

  it('says once that the user has no permission', async () => {
    setUp({
      api: {
        listDora: async () => {
          throw Object.assign(new Error('no'), { name: 'NotAllowedError' });
        },
      },
    });

    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(screen.queryByRole('group', { name: 'Filters' })).toBeNull();
  });

  it('filters by text also when the catalog has no choices to offer', async () => {
    setUp({
      catalogApi: {
        getEntityFacets: async () => {
          throw new Error('catalog is down');
        },
      },
    });

    expect(
      await screen.findByText(
        'The choices could not be loaded: catalog is down',
      ),
    ).toBeVisible();
    expect(await rowOf('Payments API')).toBeVisible();
  });

  it('shows an error in place of rows, with a way to try again', async () => {
    const listDora = jest
      .fn()
      .mockRejectedValueOnce(new Error('the engine is starting'))
      .mockResolvedValue(fleetPage([fleetMember()]));
    setUp({ api: { listDora } });

    await screen.findAllByText(/the engine is starting/);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await rowOf('Payments API')).toBeVisible();
  });
});
