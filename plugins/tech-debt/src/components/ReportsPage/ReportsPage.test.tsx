import { NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showRegister } from '../../__testUtils__/showRegister';
import { buildReport, buildReports, CHECKOUT } from '../../testing';
import { ReportsPage } from './ReportsPage';

const linked = buildReport({
  id: 'r2',
  what: 'A deployment had to be repeated',
  item: {
    id: 'd1',
    title: 'Orders are written by two services',
    status: 'open',
  },
});

const listBoth = jest.fn(async (query: { unlinked?: boolean } = {}) =>
  query.unlinked
    ? buildReports(buildReport())
    : buildReports(buildReport(), linked),
);

describe('the page of reports', () => {
  it('answers first how many there are, and how many have no cause yet', async () => {
    await showRegister(<ReportsPage />, {
      overrides: { listDebtReports: listBoth },
    });
    expect(
      await screen.findByText('2 reports, 1 has no cause yet'),
    ).toBeInTheDocument();
    const row = screen.getByRole('row', { name: /had to be repeated/ });
    expect(
      within(row).getByRole('link', {
        name: 'Orders are written by two services',
      }),
    ).toHaveAttribute('href', '/debt/items/d1');
  });

  it('says so where each has a cause', async () => {
    await showRegister(<ReportsPage />, {
      overrides: {
        listDebtReports: async (query = {}) =>
          query.unlinked ? buildReports() : buildReports(linked),
      },
    });
    expect(
      await screen.findByText('1 report, none is without a cause'),
    ).toBeInTheDocument();
  });

  it('asks for what the address says, and keeps what is chosen in it', async () => {
    const listDebtReports = jest.fn(listBoth);
    await showRegister(<ReportsPage />, {
      path: `/?entity=${CHECKOUT}&scope=system:default/shop`,
      overrides: { listDebtReports },
    });
    await screen.findByRole('row', { name: /had to be repeated/ });
    expect(listDebtReports).toHaveBeenCalledWith(
      { entity: CHECKOUT, scope: 'system:default/shop', limit: 25 },
      expect.anything(),
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Without a cause' }),
    );
    await waitFor(() =>
      expect(listDebtReports).toHaveBeenCalledWith(
        {
          entity: CHECKOUT,
          scope: 'system:default/shop',
          unlinked: true,
          limit: 25,
        },
        expect.anything(),
      ),
    );
    expect(screen.getByTestId('address')).toHaveTextContent('unlinked=true');
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(screen.getByTestId('address')).not.toHaveTextContent('entity');
  });

  it('pages through what there is', async () => {
    const listDebtReports = jest.fn(
      async ({ cursor }: { cursor?: string } = {}) => ({
        ...buildReports(cursor ? linked : buildReport()),
        totalItems: 30,
        nextCursor: cursor ? null : 'next',
      }),
    );
    await showRegister(<ReportsPage />, { overrides: { listDebtReports } });
    await screen.findByRole('row', { name: /booked twice/ });
    await userEvent.click(screen.getByRole('button', { name: /next|older/i }));
    expect(
      await screen.findByRole('row', { name: /had to be repeated/ }),
    ).toBeInTheDocument();
  });

  it.each([
    ['/', 'Nobody has reported lost time'],
    ['/?unlinked=true', 'Nothing matches'],
  ])('says for %s what would be here', async (path, title) => {
    await showRegister(<ReportsPage />, {
      path,
      overrides: { listDebtReports: async () => buildReports() },
    });
    expect(
      await screen.findByRole('heading', { name: title }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Report lost time' }),
    ).toBeInTheDocument();
  });

  it('says that its reader may not see reports', async () => {
    const listDebtReports = jest
      .fn()
      .mockRejectedValue(new NotAllowedError('not for you'));
    await showRegister(<ReportsPage />, { overrides: { listDebtReports } });
    expect(
      await screen.findByRole('heading', { name: 'You may not see this' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Report lost time' }),
    ).not.toBeInTheDocument();
  });

  it('tells of an error, and asks again', async () => {
    const listDebtReports = jest
      .fn()
      .mockRejectedValueOnce(new Error('The database is away'))
      .mockRejectedValueOnce(new Error('The database is away'))
      .mockResolvedValue(buildReports(buildReport()));
    await showRegister(<ReportsPage />, { overrides: { listDebtReports } });
    await userEvent.click(
      await screen.findByRole('button', { name: /try again/i }),
    );
    expect(
      await screen.findByRole('row', { name: /booked twice/ }),
    ).toBeInTheDocument();
  });
});
