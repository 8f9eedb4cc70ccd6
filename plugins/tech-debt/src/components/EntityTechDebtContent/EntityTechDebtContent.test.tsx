import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pagesRouteRef } from '../../routes';
import {
  buildBareItem,
  buildEntityDebt,
  buildItem,
  buildReport,
  buildReports,
  buildSummary,
  CHECKOUT,
  createFakeOpmodelApi,
  textOf,
} from '../../testing';
import { EntityTechDebtContent } from './EntityTechDebtContent';

async function show(overrides: Partial<OpmodelApi> = {}, path = '/') {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, createFakeOpmodelApi(overrides)],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'checkout-api', namespace: 'default' },
        }}
      >
        <EntityTechDebtContent />
      </EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/tech-debt': pagesRouteRef,
      },
    },
  );
}

const answer = () => screen.findByRole('region', { name: 'What is owed' });
const column = (name: RegExp) => screen.findByRole('region', { name });
const titleField = () =>
  screen.findByRole('textbox', { name: /What is owed, in one line/ });

describe('EntityTechDebtContent', () => {
  it('answers first: what is owed, what paying it takes, and what is late', async () => {
    await show();
    const text = textOf(await answer());
    expect(text).toContain('Items owed2');
    expect(text).toContain('5person-days4,000 EUR');
    expect(text).toContain('1 is not estimated');
    expect(text).toContain('Past their remediation time1');
    expect(text).toContain('1 high');
  });

  it('never tells what interests come to together', async () => {
    const second = buildItem({ id: 'd3', title: 'Another one' });
    await show({
      getEntityTechDebt: async () =>
        buildEntityDebt({ items: [buildItem(), second] }),
    });
    const table = await screen.findByRole('table', {
      name: 'Items of technical debt',
    });
    expect(within(table).getAllByText('2 person-days / month')).toHaveLength(2);
    expect(screen.queryByText(/4 person-days \/ month/)).toBeNull();
  });

  it('lists each item with price, age, severity, status, owner and day, and what is not known as that', async () => {
    await show();
    const table = await screen.findByRole('table', {
      name: 'Items of technical debt',
    });
    const [, priced, bare] = within(table).getAllByRole('row').map(textOf);
    expect(priced).toContain('Orders are written by two services');
    expect(priced).toContain(
      'openhigh2 person-days / month5 person-days83 days',
    );
    expect(priced).toContain('Payments1 Nov 2026overdue by 22 days');
    expect(bare).toContain('plannedno severitynot scored–4 days');
    expect(
      within(table).getByRole('link', {
        name: 'Orders are written by two services',
      }),
    ).toHaveAttribute('href', '/tech-debt/items/d1');
  });

  it('asks for what the URL says, and says it there', async () => {
    const getEntityTechDebt = jest.fn(async () => buildEntityDebt());
    await show({ getEntityTechDebt });
    await waitFor(() =>
      expect(getEntityTechDebt).toHaveBeenLastCalledWith(
        CHECKOUT,
        {
          sort: '-priority',
          status: ['open', 'planned', 'in_progress', 'accepted'],
          limit: 25,
        },
        expect.anything(),
      ),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Ended' }));
    await waitFor(() =>
      expect(getEntityTechDebt).toHaveBeenLastCalledWith(
        CHECKOUT,
        { sort: '-priority', status: ['resolved', 'wont_fix'], limit: 25 },
        expect.anything(),
      ),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Board' }));
    await waitFor(() =>
      expect(getEntityTechDebt).toHaveBeenLastCalledWith(
        CHECKOUT,
        { sort: '-priority', limit: 100 },
        expect.anything(),
      ),
    );
  });

  it('says that nothing is owed', async () => {
    const none = { items: 0, principalDays: 0, withoutPrincipal: 0 };
    await show({
      getEntityTechDebt: async () =>
        buildEntityDebt({
          items: [],
          totalItems: 0,
          mayCreate: false,
          summary: buildSummary({
            owed: none,
            overdue: 0,
            breaches: { bySeverity: [], items: [] },
          }),
        }),
    });
    expect(
      await screen.findByText('Nothing is owed here.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'File it' })).toBeNull();
  });

  it('says so where it is not known, or not to be read', async () => {
    await show({
      getEntityTechDebt: async () => {
        throw new NotFoundError('no');
      },
    });
    expect(
      await screen.findByText('There is no such entity'),
    ).toBeInTheDocument();
  });

  it('says who to ask where it may not be read', async () => {
    await show({
      getEntityTechDebt: async () => {
        throw new NotAllowedError('no');
      },
    });
    expect(await screen.findByText(/technical debt/)).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'What is owed' })).toBeNull();
  });
});

describe('filing an item in two fields', () => {
  it('shows what it may be the same as while it is typed, and files it where one is', async () => {
    const findDebtDuplicates = jest.fn(async () => ({
      duplicates: [
        {
          id: 'd1',
          title: 'Orders are written by two services',
          status: 'open' as const,
          certainty: 'likely' as const,
          score: 0.7,
          reasons: [{ type: 'similar_title' as const, similarity: 0.7 }],
        },
      ],
      unread: 0,
    }));
    const createDebtItem = jest.fn(async () => ({
      item: buildItem({ id: 'd9', title: 'Two services write orders' }),
      duplicates: [],
    }));
    const getEntityTechDebt = jest.fn(async () => buildEntityDebt());
    await show({ findDebtDuplicates, createDebtItem, getEntityTechDebt });
    await userEvent.type(await titleField(), 'Two services write orders');
    const found = await screen.findByRole('list', {
      name: 'It may be filed already',
    });
    expect(textOf(found)).toContain('its title is alike (70 %)');
    await userEvent.click(screen.getByRole('button', { name: 'File it' }));
    expect(createDebtItem).toHaveBeenCalledWith({
      title: 'Two services write orders',
      entityRefs: [CHECKOUT],
    });
    expect(
      await screen.findByText('Filed: Two services write orders'),
    ).toBeInTheDocument();
    expect(await titleField()).toHaveValue('');
    await waitFor(() => expect(getEntityTechDebt).toHaveBeenCalledTimes(2));
  });

  it('keeps what was typed when it is refused, with the reason at the field', async () => {
    await show({
      findDebtDuplicates: async () => ({ duplicates: [], unread: 0 }),
      createDebtItem: async () => {
        throw new Error("'title' must be one line");
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'File it' }),
    );
    expect(screen.getByText('Say it in one line.')).toBeInTheDocument();
    await userEvent.type(await titleField(), 'Two');
    await userEvent.click(screen.getByRole('button', { name: 'File it' }));
    expect(
      await screen.findByText("'title' must be one line"),
    ).toBeInTheDocument();
    expect(await titleField()).toHaveValue('Two');
  });
});

describe('the board', () => {
  it('has a column for each status, and offers the moves that its reader may do', async () => {
    await show({}, '/?view=board');
    expect(textOf(await column(/^open: 1 item$/))).toContain(
      'Orders are written by two services',
    );
    expect(await column(/^accepted: 0 items$/)).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Move to… “Nobody knows how refunds work”',
      }),
    );
    expect(
      (await screen.findAllByRole('menuitem')).map(item => item.textContent),
    ).toEqual(['in progress', 'open', 'resolved', 'won’t fix']);
  });

  it('moves an item by keyboard, says so, and stays with it', async () => {
    const moved = buildItem({
      status: 'planned',
      version: 4,
      may: { ...buildItem().may, deeds: ['start', 'put_back'] },
    });
    const changeDebtStatus = jest.fn(async () => moved);
    await show({ changeDebtStatus }, '/?view=board');
    const name = 'Move to… “Orders are written by two services”';
    (await screen.findByRole('button', { name })).focus();
    await userEvent.keyboard('{Enter}');
    await screen.findAllByRole('menuitem');
    await userEvent.keyboard('{Enter}');
    expect(changeDebtStatus).toHaveBeenCalledWith('d1', {
      version: 3,
      deed: 'plan',
    });
    expect(
      await screen.findByText(
        '“Orders are written by two services” is now planned.',
      ),
    ).toBeInTheDocument();
    expect(textOf(await column(/^planned: 2 items$/))).toContain(
      'Orders are written by two services',
    );
    await waitFor(() =>
      expect(screen.getByRole('button', { name })).toHaveFocus(),
    );
  });

  it('asks how it was paid before it resolves', async () => {
    const changeDebtStatus = jest.fn(async () =>
      buildItem({ status: 'resolved', version: 4 }),
    );
    await show({ changeDebtStatus }, '/?view=board');
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Move to… “Orders are written by two services”',
      }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'resolved' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Resolve “Orders are written by two services”',
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Resolve it' }),
    );
    expect(
      within(dialog).getByText('Say it in a few words.'),
    ).toBeInTheDocument();
    expect(changeDebtStatus).not.toHaveBeenCalled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /How it was paid/ }),
      'One of them stopped writing',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Resolve it' }),
    );
    expect(changeDebtStatus).toHaveBeenCalledWith('d1', {
      version: 3,
      deed: 'resolve',
      resolution: 'One of them stopped writing',
    });
    expect(await column(/^resolved: 1 item$/)).toBeInTheDocument();
  });

  it('shows an item as it is when somebody else changed it first', async () => {
    const getEntityTechDebt = jest.fn(async () => buildEntityDebt());
    await show(
      {
        getEntityTechDebt,
        changeDebtStatus: async () => {
          throw Object.assign(new Error('It was changed'), {
            name: 'ConflictError',
          });
        },
      },
      '/?view=board',
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Move to… “Orders are written by two services”',
      }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'planned' }),
    );
    expect(
      await screen.findByText(/somebody changed it meanwhile/),
    ).toBeInTheDocument();
    expect(getEntityTechDebt).toHaveBeenCalledTimes(2);
  });

  it('offers no move to who may do none', async () => {
    const may = { change: false, delete: false, comment: false, deeds: [] };
    await show(
      {
        getEntityTechDebt: async () =>
          buildEntityDebt({
            items: [buildItem({ may }), buildBareItem({ may })],
          }),
      },
      '/?view=board',
    );
    await column(/^open: 1 item$/);
    expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull();
  });

  it('tells what was reported here, and what it was measured to cost', async () => {
    const listDebtReports = jest.fn(async () => buildReports(buildReport()));
    await show({
      listDebtReports,
      getEntityTechDebt: async () =>
        buildEntityDebt({
          measuredInterest: {
            confidence: 'thin',
            thinBecause: ['few_reports'],
            personDaysPerMonth: 0.25,
            hoursLost: 6,
            reports: 1,
            reportsWithHours: 1,
            teams: [],
            period: { from: '2026-08-26', to: '2026-11-23', days: 90 },
            watched: { from: '2026-08-26', to: '2026-11-23', days: 90 },
            formula: '6 ÷ 8 × 30.4375 ÷ 90 ≈ 0.253646',
          },
        }),
    });
    const measured = await screen.findByRole('region', {
      name: 'Interest as it was measured',
    });
    expect(textOf(measured)).toContain('6 ÷ 8 × 30.4375 ÷ 90 ≈ 0.253646');
    // What was estimated is said of items alone: interests are never added up.
    expect(textOf(measured)).not.toContain('Estimated');
    const reports = screen.getByRole('region', { name: 'What it cost lately' });
    expect(
      await within(reports).findByRole('row', { name: /booked twice/ }),
    ).toBeInTheDocument();
    expect(listDebtReports).toHaveBeenCalledWith(
      { entity: CHECKOUT, limit: 10 },
      expect.anything(),
    );
    await userEvent.click(
      within(reports).getByRole('button', { name: 'Report lost time' }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'Report lost time' }),
    ).toBeInTheDocument();
  });
});
