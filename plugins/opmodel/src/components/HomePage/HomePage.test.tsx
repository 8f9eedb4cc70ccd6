import { identityApiRef } from '@backstage/core-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import {
  delivery,
  emptyOverview,
  leadTimeRising,
  overview,
  overviewWithoutRecords,
  service,
  services,
  stoppedDeploying,
} from '../home.fixtures';
import {
  troubledHealth,
  wellHealth,
} from '../OperationsPage/operations.fixtures';
import { operationsLinkRouteRef } from '../../routes';
import { HomePageContent } from './HomePage';

const payments = 'group:default/payments';

function setUp(options: {
  api?: Partial<OpmodelApi>;
  ownerRefs?: string[];
  path?: string;
}) {
  const ownerRefs = options.ownerRefs ?? ['user:default/robin', payments];
  const api = {
    getOverview: jest.fn(async () => overview),
    listAttention: jest.fn(async () => ({ items: [], totalItems: 0 })),
    listDora: jest.fn(async () => services([service()])),
    getDoraSummary: jest.fn(async () => delivery()),
    getHealth: jest.fn(async () => wellHealth),
    ...options.api,
  };
  return {
    api,
    page: renderInTestApp(<HomePageContent />, {
      apis: [
        [opmodelApiRef, api as unknown as OpmodelApi],
        [
          identityApiRef,
          mockApis.identity({
            userEntityRef: 'user:default/robin',
            ownershipEntityRefs: ownerRefs,
          }),
        ],
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/operations': operationsLinkRouteRef,
      },
      initialRouteEntries: [options.path ?? '/'],
    }),
  };
}

function region(name: string | RegExp) {
  return screen.findByRole('region', { name });
}

describe('HomePageContent', () => {
  it('says first what needs me: how urgent, what, why, whose, since when, and the way to it', async () => {
    const { api } = setUp({
      api: {
        listAttention: jest.fn(async () => ({
          items: [stoppedDeploying, leadTimeRising],
          totalItems: 14,
        })),
      },
    });

    const panel = await region('What needs attention');
    const [first, second] = await within(panel).findAllByRole('listitem');

    expect(api.listAttention).toHaveBeenCalledWith(
      { owner: ['user:default/robin', payments], limit: 10 },
      expect.anything(),
    );
    expect(within(first).getByText('soon')).toBeVisible();
    expect(
      within(first).getByRole('link', { name: 'Ledger: Stopped deploying' }),
    ).toHaveAttribute('href', '/catalog/default/component/ledger/dora');
    expect(first).toHaveTextContent(
      'No production deployment for 30 days or more; 32 in the 90 days before.',
    );
    expect(first).toHaveTextContent(/owned by payments/);
    expect(first.querySelector('time')).toHaveAttribute(
      'datetime',
      '2026-10-20T08:00:00.000Z',
    );
    expect(second).toHaveTextContent(
      'Median 2 d in the last 30 days, 12 h in the 90 days before.',
    );
    expect(panel).toHaveTextContent('And 12 more, less urgent.');
  });

  it('shows how the services of my teams deliver as one', async () => {
    const { api } = setUp({});
    const panel = await region('How my teams deliver');
    await waitFor(() => expect(panel).toHaveTextContent('Change lead time'));
    expect(api.getDoraSummary).toHaveBeenCalledWith(
      { owner: ['user:default/robin', payments], descendants: true },
      expect.anything(),
    );
    const text = (panel.textContent ?? '').replace(/\s/g, ' ');
    expect(text).toContain('Change lead time2 h');
    expect(text).toContain('50 % faster');
    expect(text).toContain('Change fail rate8.3 %');
    expect(text).toContain('thin data (2)');
  });

  it('shows what a newer engine reports, too', async () => {
    setUp({
      api: {
        listAttention: async () => ({
          items: [{ ...leadTimeRising, kind: 'budget-burning' as never }],
          totalItems: 1,
        }),
      },
    });

    expect(
      await screen.findByRole('link', { name: 'Checkout: Needs attention' }),
    ).toBeVisible();
  });

  it('says so when nothing needs attention', async () => {
    setUp({});

    const panel = await region('What needs attention');

    expect(
      await within(panel).findByText('Nothing needs attention'),
    ).toBeVisible();
  });

  it('does not take missing data for a good sign', async () => {
    setUp({
      api: {
        listDora: async () => services([service({ state: 'no_data' })]),
      },
    });

    const panel = await region('What needs attention');

    expect(
      await within(panel).findByText('Nothing is known yet'),
    ).toBeVisible();
    expect(within(panel).queryByText('Nothing needs attention')).toBeNull();
  });

  it('shows on demand what needs attention anywhere, and keeps that in the URL', async () => {
    const { api } = setUp({});
    const panel = await region('What needs attention');

    await userEvent.click(
      await within(panel).findByRole('button', { name: 'Everybody' }),
    );

    await waitFor(() =>
      expect(api.listAttention).toHaveBeenLastCalledWith(
        { owner: undefined, limit: 10 },
        expect.anything(),
      ),
    );
    expect(
      within(panel).getByRole('button', { name: 'Everybody' }),
    ).toHaveAttribute('aria-pressed', 'true');
  });

  it('opens a link to what needs attention anywhere', async () => {
    const { api } = setUp({ path: '/?attention=everybody' });

    await waitFor(() =>
      expect(api.listAttention).toHaveBeenCalledWith(
        { owner: undefined, limit: 10 },
        expect.anything(),
      ),
    );
  });

  it("leads to my teams' services and to their DORA tabs", async () => {
    const { api } = setUp({
      api: {
        listDora: jest.fn(async () =>
          services(
            [
              service(),
              service({
                entityRef: 'component:default/archive',
                title: 'Archive',
                state: 'no_data',
                leadTimeState: 'no_data',
                leadTimeMedian: null,
                deployments: null,
                deploymentsPerWeek: null,
                lastDeploymentAt: null,
              }),
            ],
            23,
          ),
        ),
      },
    });

    const table = await screen.findByRole('table', {
      name: 'My teams’ services',
    });
    const [delivering, silent] = within(table).getAllByRole('row').slice(1);

    expect(api.listDora).toHaveBeenCalledWith(
      expect.objectContaining({
        owner: ['user:default/robin', payments],
        descendants: true,
      }),
      expect.anything(),
    );
    expect(
      within(delivering).getByRole('link', { name: 'Payments API' }),
    ).toHaveAttribute('href', '/catalog/default/component/payments-api');
    expect(
      within(delivering).getByRole('link', {
        name: 'DORA metrics of Payments API',
      }),
    ).toHaveAttribute('href', '/catalog/default/component/payments-api/dora');
    expect(delivering).toHaveTextContent('2 h 15 m');
    expect(delivering).toHaveTextContent('3.2 / week');
    expect(within(silent).getAllByText('no data')).toHaveLength(2);
    expect(silent).toHaveTextContent('never');
    expect(silent).not.toHaveTextContent('0');
  });

  it('tells somebody without a team what would help, and shows them everything', async () => {
    const { api } = setUp({ ownerRefs: [] });

    expect(
      await screen.findByRole('heading', { name: 'You are in no team yet' }),
    ).toBeVisible();
    expect(await region('What needs attention')).toHaveTextContent(
      'You belong to no team in the catalog',
    );
    expect(api.listDora).not.toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: 'My teams' })).toBeNull();
  });

  it('says how a component becomes mine when my teams own none', async () => {
    setUp({ api: { listDora: async () => services([]) } });

    expect(
      await screen.findByRole('heading', {
        name: 'Your teams own no components',
      }),
    ).toBeVisible();
  });

  it('counts what the portal knows, with coverage', async () => {
    setUp({
      api: {
        getOverview: async () => ({
          ...overview,
          subjects: [
            ...overview.subjects,
            { id: 'ownership', enabled: true, reporting: 40, applicable: 50 },
            { id: 'slo', enabled: false, reporting: null, applicable: null },
          ],
        }),
      },
    });

    const panel = await region('What this portal knows');

    await within(panel).findByText('12,345');
    expect(panel).toHaveTextContent('38 of 41 components report');
    expect(panel).toHaveTextContent(
      '40 of 50 entities have an owner that exists',
    );
    expect(panel).toHaveTextContent('slo');
    expect(within(panel).getByText('switched off')).toBeVisible();
    expect(panel).toHaveTextContent(
      'Switch it on with opmodel.subjects.slo.enabled',
    );
  });

  it('takes counts that the user may not know neither for zero nor for a portal without data', async () => {
    setUp({
      api: {
        getOverview: async () => ({
          ...overview,
          records: {
            deployments: null,
            changes: null,
            incidents: null,
            workItems: 7,
          },
          subjects: [
            { id: 'dora', enabled: true, reporting: null, applicable: null },
          ],
          dataAsOf: null,
        }),
      },
    });

    const panel = await region('What this portal knows');

    await within(panel).findByText('7');
    expect(
      within(panel).getAllByTitle('You have no permission to read this'),
    ).toHaveLength(3);
    expect(
      within(panel).getByText('You have no permission to read this'),
    ).toBeVisible();
    expect(panel).not.toHaveTextContent('no data yet');
    expect(
      screen.queryByRole('heading', { name: 'No delivery data yet' }),
    ).toBeNull();
  });

  it.each([
    [
      'components',
      emptyOverview,
      'The catalog has no components yet',
      'kind: Component',
    ],
    [
      'records',
      overviewWithoutRecords,
      'No delivery data yet',
      'curl -X POST http://localhost:7007/api/opmodel/deployments',
    ],
  ])(
    'names the one step that a portal without %s needs',
    async (_, answer, title, snippet) => {
      setUp({ api: { getOverview: async () => answer } });

      expect(await screen.findByRole('heading', { name: title })).toBeVisible();
      await waitFor(() =>
        expect(document.querySelector('pre')).toHaveTextContent(snippet),
      );
    },
  );

  it('shows an error where it happened, with a way to try again', async () => {
    const getOverview = jest
      .fn()
      .mockRejectedValueOnce(new Error('the engine is starting'))
      .mockResolvedValue(overview);
    setUp({ api: { getOverview } });

    const panel = await region('What this portal knows');
    await within(panel).findAllByText(/the engine is starting/);
    await userEvent.click(
      within(panel).getByRole('button', { name: 'Try again' }),
    );

    expect(await within(panel).findByText('12,345')).toBeVisible();
    expect(await screen.findByText('Nothing needs attention')).toBeVisible();
  });

  it('says so where DORA is switched off', async () => {
    setUp({
      api: {
        listDora: async () => {
          throw Object.assign(new Error('gone'), { name: 'NotFoundError' });
        },
      },
    });

    const panel = await region('My teams’ services');
    expect(
      await within(panel).findByText(/DORA metrics are switched off/),
    ).toBeVisible();
  });

  it('says so where the user has no permission', async () => {
    setUp({
      api: {
        listDora: async () => {
          throw Object.assign(new Error('denied'), { name: 'NotAllowedError' });
        },
      },
    });

    const panel = await region('My teams’ services');
    expect(
      await within(panel).findByText('You may not see this'),
    ).toBeVisible();
  });

  it('says to operators how much needs them, and leads to it', async () => {
    setUp({ api: { getHealth: async () => troubledHealth } });

    const panel = await region('What this portal knows');

    expect(
      await within(panel).findByText('2 things need an operator'),
    ).toBeVisible();
  });

  it('says nothing of it when all is well', async () => {
    const { api } = setUp({});
    const panel = await region('What this portal knows');

    await waitFor(() => expect(api.getHealth).toHaveBeenCalled());
    expect(within(panel).queryByText(/operator/)).toBeNull();
  });
});
