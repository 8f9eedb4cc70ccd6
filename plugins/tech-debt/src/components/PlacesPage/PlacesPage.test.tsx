import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { textOf } from '../../testing';
import { buildPlaces } from '../../testing/register';
import { addressOf, showRegister } from '../../__testUtils__/showRegister';
import { PlacesPage } from './PlacesPage';

describe('the matrix', () => {
  it('counts items by impact and likelihood, and tells those apart that nobody scored', async () => {
    await showRegister(<PlacesPage />, {
      path: '/?system=system:default/shop',
    });
    const grid = await screen.findByRole('grid', {
      name: 'Impact and likelihood',
    });
    const cell = within(grid).getByRole('link', {
      name: 'Impact 4, likelihood 5, risk 20: 3 items',
    });
    expect(addressOf(cell)).toEqual({
      pathname: '/debt',
      system: 'system:default/shop',
      impact: '4',
      likelihood: '5',
    });
    expect(within(grid).getAllByRole('link')).toHaveLength(1);
    expect(
      screen.getByText(/^2 items are not scored: nobody estimated/),
    ).toBeInTheDocument();
  });

  it('moves from cell to cell with the arrow keys, and is one stop of the tab key', async () => {
    await showRegister(<PlacesPage />);
    const grid = await screen.findByRole('grid', {
      name: 'Impact and likelihood',
    });
    const cell = (name: RegExp) => within(grid).getByLabelText(name);
    cell(/^Impact 5, likelihood 1/).focus();
    await userEvent.keyboard('{ArrowDown}{End}');
    expect(cell(/^Impact 4, likelihood 5/)).toHaveFocus();
    expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  it('asks for what is owed unless a status is chosen', async () => {
    const getDebtMatrix = jest.fn(async () => ({ cells: [], unscored: 0 }));
    await showRegister(<PlacesPage />, {
      path: '/?status=resolved&severity=low',
      overrides: { getDebtMatrix },
    });
    expect(await screen.findByText('No item is scored.')).toBeInTheDocument();
    expect(getDebtMatrix).toHaveBeenCalledWith(
      { severity: ['low'], status: ['resolved'] },
      expect.anything(),
    );
  });
});

describe('where it lies', () => {
  it('lists what each system owes, with a way to its items, and adds nothing up', async () => {
    await showRegister(<PlacesPage />, { path: '/?severity=high' });
    const table = await screen.findByRole('table', { name: 'Where it lies' });
    const rows = within(table).getAllByRole('row').map(textOf);
    expect(rows).toEqual([
      'SystemItemsPerson-daysNot estimated',
      'Shop491',
      'Billing2–2',
      'no system, or one you may not see110',
    ]);
    expect(
      addressOf(within(table).getByRole('link', { name: 'Shop' })),
    ).toEqual({
      pathname: '/debt',
      severity: 'high',
      system: 'system:default/shop',
    });
    expect(screen.getByText(/not to be added up/)).toBeInTheDocument();
    expect(
      screen.getByText('Without 3 more that owe less.'),
    ).toBeInTheDocument();
  });

  it('draws areas of items or of person-days, as the address says', async () => {
    const getDebtPlaces = jest.fn(async () => buildPlaces());
    await showRegister(<PlacesPage />, { overrides: { getDebtPlaces } });
    const map = () => screen.getByRole('img', { name: /the larger an area/ });
    await screen.findByRole('table', { name: 'Where it lies' });
    expect(map().children).toHaveLength(3);
    await userEvent.click(screen.getByRole('button', { name: 'person-days' }));
    expect(screen.getByTestId('address')).toHaveTextContent(
      '?area=principalDays',
    );
    expect(map().children).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: 'Owner' }));
    await waitFor(() =>
      expect(getDebtPlaces).toHaveBeenLastCalledWith(
        { by: 'owner' },
        expect.anything(),
      ),
    );
  });

  it('says that nothing is owed', async () => {
    await showRegister(<PlacesPage />, {
      overrides: {
        getDebtPlaces: async () =>
          buildPlaces({ places: [], omittedPlaces: 0 }),
      },
    });
    expect(
      await screen.findByText('Nothing is owed here.'),
    ).toBeInTheDocument();
  });
});
