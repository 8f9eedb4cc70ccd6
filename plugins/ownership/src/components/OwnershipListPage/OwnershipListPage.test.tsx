import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import {
  opmodelApiRef,
  toCsvTable,
} from '@opmodel/backstage-plugin-opmodel-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { createFakeOpmodelApi } from '../../__fixtures__/fakeOpmodelApi';
import {
  buildOwnershipPage,
  buildOwnershipReport,
  buildOwnershipSummary,
} from '../../__fixtures__/ownershipReport';
import { ownershipCsvColumns } from '../../hooks/useOwnershipList';
import { OwnershipListPage } from './OwnershipListPage';

const TABLE = 'Entities and their owners';

const entities = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name: 'ledger' },
    spec: { type: 'openapi', lifecycle: 'experimental' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Location',
    metadata: { name: 'files' },
    spec: { type: 'url' },
  },
];

function Address() {
  return <output data-testid="address">{useLocation().search}</output>;
}

const address = () =>
  new URLSearchParams(screen.getByTestId('address').textContent ?? '');

async function show(overrides: Partial<OpmodelApi> = {}, path = '/ownership') {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, createFakeOpmodelApi(overrides)],
        [catalogApiRef, catalogApiMock({ entities })],
      ]}
    >
      <OwnershipListPage />
      <Address />
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

function textOf(element: HTMLElement): string {
  return (element.textContent ?? '').replace(/\s/g, ' ');
}

describe('OwnershipListPage', () => {
  it('shows a row an entity with what is missing, and who is to close it until when', async () => {
    await show();
    const table = await screen.findByRole('table', { name: TABLE });
    const [, ledger, payments, mailer] = within(table).getAllByRole('row');
    expect(textOf(ledger)).toContain('API');
    expect(textOf(ledger)).toContain('no owner');
    expect(textOf(payments)).toContain('5 of 7');
    expect(textOf(payments)).toContain('1 Nov 2026 overdue');
    expect(textOf(mailer)).toContain('confirmed');
    expect(
      within(payments).getByRole('link', { name: 'Payments API' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/ownership',
    );
  });

  it('reads its view from the URL', async () => {
    const listOwnership = jest.fn(async () => buildOwnershipPage());
    const getOwnershipSummary = jest.fn(async () => buildOwnershipSummary());
    await show(
      { listOwnership, getOwnershipSummary },
      '/ownership?owner=group:default/payments&kind=api&gap=unowned&overdue=true&sort=-tier&window=P30D',
    );
    await screen.findByRole('table', { name: TABLE });
    const selection = {
      owner: ['group:default/payments'],
      descendants: true,
      kind: 'api',
    };
    expect(listOwnership).toHaveBeenLastCalledWith(
      { ...selection, gap: 'unowned', overdue: true, sort: '-tier', limit: 50 },
      expect.anything(),
    );
    expect(getOwnershipSummary).toHaveBeenLastCalledWith(
      { ...selection, window: 'P30D' },
      expect.anything(),
    );
  });

  it('filters by the count of a gap and takes that back', async () => {
    const listOwnership = jest.fn(async () => buildOwnershipPage());
    await show({ listOwnership });
    const gap = await screen.findByRole('button', {
      name: 'No escalation path: 5',
    });
    expect(
      screen.queryByRole('button', { name: /Owner is a person/ }),
    ).not.toBeInTheDocument();
    await userEvent.click(gap);
    await waitFor(() =>
      expect(listOwnership).toHaveBeenLastCalledWith(
        { gap: 'owner_without_escalation', sort: 'rung', limit: 50 },
        expect.anything(),
      ),
    );
    expect(gap).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(screen.getByRole('button', { name: /Clear/ }));
    await waitFor(() =>
      expect(listOwnership).toHaveBeenLastCalledWith(
        { sort: 'rung', limit: 50 },
        expect.anything(),
      ),
    );
  });

  it('filters by kind and sorts by a column, the other way round at the second choice', async () => {
    const listOwnership = jest.fn(async () => buildOwnershipPage());
    await show({ listOwnership });
    await screen.findByRole('table', { name: TABLE });
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Kind' }),
      'System',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Tier' }));
    await waitFor(() =>
      expect(listOwnership).toHaveBeenLastCalledWith(
        { kind: 'system', sort: 'tier', limit: 50 },
        expect.anything(),
      ),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Tier' }));
    await waitFor(() =>
      expect(
        screen.getByRole('columnheader', { name: 'Tier' }),
      ).toHaveAttribute('aria-sort', 'descending'),
    );
  });

  it('sets a date in place and reads the rows anew', async () => {
    const listOwnership = jest.fn(async () => buildOwnershipPage());
    const setOwnershipGapDate = jest.fn(
      async () => buildOwnershipReport().gapDates[0],
    );
    await show({ listOwnership, setOwnershipGapDate });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Set a date for the gaps of Payments API',
      }),
    );
    await userEvent.click(
      screen.getByRole('menuitem', { name: 'Review overdue' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByLabelText(/Day/)).toHaveValue('2026-11-01');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Set the date' }),
    );
    await waitFor(() => expect(listOwnership).toHaveBeenCalledTimes(2));
    expect(setOwnershipGapDate).toHaveBeenCalledWith(
      'component:default/payments-api',
      {
        gap: 'review_overdue',
        dueDay: '2026-11-01',
        note: 'After the move',
      },
    );
  });

  it('offers what entities of every kind have that is to be owned', async () => {
    await show();
    await userEvent.click(screen.getByRole('textbox', { name: 'Type' }));
    const choices = within(
      await screen.findByRole('listbox', { name: 'Type' }),
    ).getAllByRole('option');
    expect(choices.map(textOf)).toEqual(['openapi']);
  });

  it('shows the columns that somebody chose, near to each other, and keeps that in the link', async () => {
    await show({}, '/ownership?kind=api');
    const table = await screen.findByRole('table', { name: TABLE });
    expect(
      within(table).queryByRole('columnheader', { name: 'Lifecycle' }),
    ).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Lifecycle' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Gaps' }));
    await userEvent.keyboard('{Escape}');
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Compact rows' }),
    );
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(head => textOf(head).replace(/ [↑↓]$/, '')),
    ).toEqual([
      'Entity',
      'Kind',
      'Tier',
      'Lifecycle',
      'Owner',
      'Rungs',
      'Review',
      'To be closed by',
    ]);
    expect(Object.fromEntries(address())).toEqual({
      kind: 'api',
      columns: 'entity,kind,tier,lifecycle,owner,rungs,review,due',
      density: 'compact',
    });
  });

  it('says so where nothing fits', async () => {
    await show({
      listOwnership: async () => ({
        items: [],
        totalItems: 0,
        nextCursor: null,
      }),
    });
    expect(
      await screen.findByText('No entity fits this filter.'),
    ).toBeInTheDocument();
  });

  it('keeps the numbers in sight where the rows cannot be had', async () => {
    await show({
      listOwnership: async () => {
        throw new Error('the database is away');
      },
    });
    expect(await screen.findAllByText(/the database is away/)).not.toHaveLength(
      0,
    );
    expect(
      await screen.findByRole('region', { name: 'Ownership coverage' }),
    ).toBeInTheDocument();
  });
});

describe('the export of ownership', () => {
  it('has a row an entity and leaves a field empty that is not known', () => {
    const [head, ledger, payments] = toCsvTable(
      ownershipCsvColumns,
      buildOwnershipPage().items,
    ).split('\r\n');
    expect(head).toContain('rungs_reached,rungs,gaps,due_day');
    expect(ledger).toContain(
      'production,system:default/checkout,,0,7,unowned,,false,,',
    );
    expect(payments).toContain(
      '5,7,owner_without_escalation review_overdue,2026-11-01,true,never,',
    );
  });
});
