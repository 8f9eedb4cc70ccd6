import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router-dom';
import { pagesRouteRef } from '../routes';
import {
  buildItem,
  buildSummary,
  CHECKOUT,
  createFakeOpmodelApi,
  textOf,
} from '../testing';
import { EditItemPage } from './EditItemPage';
import { NewItemPage } from './NewItemPage';

function Address() {
  return <output data-testid="address">{useLocation().pathname}</output>;
}

async function show(path: string, overrides: Partial<OpmodelApi> = {}) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          opmodelApiRef,
          createFakeOpmodelApi({
            getDebtSummary: async () => buildSummary(),
            findDebtDuplicates: async () => ({ duplicates: [], unread: 0 }),
            ...overrides,
          }),
        ],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      <Address />
      <Routes>
        <Route path="/debt/new" element={<NewItemPage />} />
        <Route path="/debt/items/:itemId/edit" element={<EditItemPage />} />
        <Route path="*" element={null} />
      </Routes>
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

const NEW = `/debt/new?entity=${CHECKOUT}&title=Slow%20builds`;
const EDIT = '/debt/items/d1/edit';

const type = (label: RegExp | string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const prices = async () =>
  textOf(await screen.findByRole('table', { name: 'Prices' }));

describe('filing an item with all fields', () => {
  it('prices what is typed at once, with arithmetic or what is missing', async () => {
    await show(NEW);
    await screen.findByRole('form', { name: 'File an item' });
    expect(await prices()).toContain(
      'Interestnot scoredmissing: interest per occurrence, occurrences per month',
    );
    type('Interest each time, days', '0.5');
    type('Occurrences per month', '4');
    type('Principal, person-days', '5');
    expect(await prices()).toContain(
      'Interest2 person-days / month0.5 × 4 = 2',
    );
    expect(await prices()).toContain('Payback2.5 months5 ÷ (0.5 × 4) = 2.5');
    await waitFor(async () =>
      expect(await prices()).toContain('Principal in money4,000 EUR'),
    );
  });

  it('begins from a template, and keeps what is written', async () => {
    await show(NEW);
    await screen.findByRole('form', { name: 'File an item' });
    await userEvent.selectOptions(
      screen.getByLabelText('Begin from'),
      'Runtime without support',
    );
    expect(screen.getByLabelText(/^Title/)).toHaveValue('Slow builds');
    expect(screen.getByLabelText('Category')).toHaveValue('infrastructure');
    expect(screen.getByLabelText('Time criticality')).toHaveValue('13');
    expect(
      screen.getByText(/Proposed: time criticality 13\./),
    ).toBeInTheDocument();
  });

  it('sends what was typed, and goes to the item', async () => {
    const createDebtItem = jest.fn(async () => ({
      item: buildItem({ id: 'd9' }),
      duplicates: [],
    }));
    await show(NEW, { createDebtItem });
    await screen.findByRole('form', { name: 'File an item' });
    type('Severity', 'high');
    await userEvent.click(screen.getByRole('button', { name: 'Add a link' }));
    type('Address or id of link 1', 'https://issues.example.com/1');
    await userEvent.click(screen.getByRole('button', { name: 'File it' }));
    await waitFor(() =>
      expect(createDebtItem).toHaveBeenCalledWith(
        expect.objectContaining({
          title: 'Slow builds',
          entityRefs: [CHECKOUT],
          severity: 'high',
          links: [
            {
              type: 'issue',
              ref: 'https://issues.example.com/1',
              title: null,
            },
          ],
        }),
      ),
    );
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent(
        '/tech-debt/items/d9',
      ),
    );
  });

  it('says at its field what is wrong, here and by the API', async () => {
    await show(NEW, {
      createDebtItem: async () => {
        throw new Error(
          "'targetDate' must be a day; 'links[0].ref' must be an address",
        );
      },
    });
    await screen.findByRole('form', { name: 'File an item' });
    type('Principal, person-days', '-1');
    await userEvent.click(screen.getByRole('button', { name: 'File it' }));
    expect(
      screen.getByLabelText('Principal, person-days'),
    ).toHaveAccessibleDescription('It must be from 0.001 to 100,000.');
    type('Principal, person-days', '1');
    await userEvent.click(screen.getByRole('button', { name: 'File it' }));
    expect(
      await screen.findByText("'targetDate' must be a day"),
    ).toBeInTheDocument();
    expect(
      screen.getByText("'links[0].ref' must be an address"),
    ).toBeInTheDocument();
    expect(screen.getByLabelText(/^Title/)).toHaveValue('Slow builds');
  });
});

describe('changing an item', () => {
  it('sends the fields alone that were changed, with the version that was read', async () => {
    const changeDebtItem = jest.fn(async () => buildItem({ version: 4 }));
    await show(EDIT, { changeDebtItem });
    await screen.findByRole('button', { name: 'Keep the changes' });
    expect(screen.getByText('Nothing is changed.')).toBeInTheDocument();
    type('Impact, 1 to 5', '5');
    type('To be paid by', '');
    type('Note for its history', 'It got worse');
    await userEvent.click(
      screen.getByRole('button', { name: 'Keep the changes' }),
    );
    expect(changeDebtItem).toHaveBeenCalledWith('d1', {
      version: 3,
      note: 'It got worse',
      targetDate: null,
      estimate: { impact: 5 },
    });
  });

  it('brings together what two people changed, and loses nothing of either', async () => {
    const theirs = buildItem({
      version: 4,
      title: 'Theirs',
      severity: 'critical',
    });
    const changeDebtItem = jest
      .fn<Promise<any>, any[]>()
      .mockRejectedValueOnce(
        Object.assign(new Error('It was changed'), {
          name: 'ConflictError',
          current: theirs,
          changes: [
            {
              version: 4,
              at: '2026-11-23T08:00:00.000Z',
              by: 'user:default/jane',
              note: null,
              withheld: false,
              changes: [
                { field: 'title', before: buildItem().title, after: 'Theirs' },
                { field: 'severity', before: 'high', after: 'critical' },
              ],
            },
          ],
        }),
      )
      .mockResolvedValue(buildItem({ version: 5 }));
    await show(EDIT, { changeDebtItem });
    await screen.findByRole('button', { name: 'Keep the changes' });
    type(/^Title/, 'Mine');
    type('Impact, 1 to 5', '5');
    await userEvent.click(
      screen.getByRole('button', { name: 'Keep the changes' }),
    );
    const conflict = await screen.findByRole('region', {
      name: 'Somebody changed it in the meantime',
    });
    expect(
      textOf(
        within(conflict).getByRole('table', { name: 'Changes of version 4' }),
      ),
    ).toContain('severityhighcritical');
    // What only they changed is in the form, and what both did is mine until I decide otherwise.
    expect(screen.getByLabelText('Severity')).toHaveValue('critical');
    expect(screen.getByLabelText(/^Title/)).toHaveValue('Mine');
    await userEvent.click(
      within(conflict).getByRole('button', { name: 'Take theirs: title' }),
    );
    expect(screen.getByLabelText(/^Title/)).toHaveValue('Theirs');
    await userEvent.click(
      within(conflict).getByRole('button', { name: 'Keep yours: title' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Keep the changes' }),
    );
    await waitFor(() =>
      expect(changeDebtItem).toHaveBeenLastCalledWith('d1', {
        version: 4,
        title: 'Mine',
        estimate: { impact: 5 },
      }),
    );
  });

  it('is for those alone who may', async () => {
    await show(EDIT, {
      getDebtItem: async () =>
        buildItem({
          may: { change: false, delete: false, comment: true, deeds: [] },
        }),
    });
    await waitFor(() =>
      expect(screen.queryByRole('progressbar')).not.toBeInTheDocument(),
    );
    expect(screen.queryByRole('form')).not.toBeInTheDocument();
    expect(
      await screen.findByRole('heading', {
        name: 'You may read this item, and not change it',
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'See the item' })).toHaveAttribute(
      'href',
      '/tech-debt/items/d1',
    );
  });
});
