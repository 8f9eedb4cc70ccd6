import { NotFoundError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  findDialog,
  showReports,
  typeInto,
} from '../__testUtils__/showReports';
import { buildReport, buildReports, CHECKOUT, textOf } from '../testing';

const cause = { id: 'd1', title: 'Orders are written by two services' };

describe('reports of a place', () => {
  it('tell what a team lost, where and when, and that nobody knows the cause', async () => {
    await showReports();
    const row = await screen.findByRole('row', { name: /booked twice/ });
    expect(textOf(row)).toContain(
      '20 Nov 2026Checkout API6Paymentsno item yet',
    );
  });

  it('are left out where the engine keeps none', async () => {
    await showReports({
      listDebtReports: async () => {
        throw new NotFoundError('no such route');
      },
    });
    await waitFor(() =>
      expect(screen.queryByRole('region')).not.toBeInTheDocument(),
    );
    expect(screen.queryByText(/could not be loaded/)).not.toBeInTheDocument();
  });

  it('offer nothing to whoever may do nothing', async () => {
    const may = { change: false, link: false, unlink: false, delete: false };
    await showReports({
      listDebtReports: async () => ({
        ...buildReports(buildReport({ may })),
        mayCreate: false,
      }),
    });
    await screen.findByRole('row', { name: /booked twice/ });
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('show HTML as the text that it is', async () => {
    await showReports({
      listDebtReports: async () =>
        buildReports(buildReport({ what: '<img src=x onerror=alert(1)>' })),
    });
    expect(
      await screen.findByText('<img src=x onerror=alert(1)>'),
    ).toBeInTheDocument();
    expect(document.querySelector('img[src="x"]')).toBeNull();
  });
});

describe('reporting lost time', () => {
  it('takes where it was and what happened, and begins with what is known', async () => {
    const createDebtReport = jest.fn(async () => buildReport());
    const { onChanged } = await showReports(
      { createDebtReport },
      {
        query: { item: 'd1' },
        known: { entityRef: CHECKOUT, item: cause },
      },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Report lost time' }),
    );
    const dialog = await findDialog('Report lost time');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Report it' }),
    );
    expect(
      within(dialog).getByLabelText(/^What happened/),
    ).toHaveAccessibleDescription('It is needed.');
    expect(createDebtReport).not.toHaveBeenCalled();
    typeInto(dialog, /^What happened/, 'The queue stood still');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Report it' }),
    );
    await waitFor(() =>
      expect(createDebtReport).toHaveBeenCalledWith({
        entityRef: CHECKOUT,
        what: 'The queue stood still',
        itemId: 'd1',
      }),
    );
    expect(await screen.findByText('It is reported.')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(onChanged).toHaveBeenCalled();
  });

  it('says at its field what the engine does not take, and keeps what was typed', async () => {
    await showReports({
      createDebtReport: async () => {
        throw new Error(
          "'day' must be a day from 2023-11-24 to today, 2026-11-23",
        );
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Report lost time' }),
    );
    const dialog = await findDialog('Report lost time');
    typeInto(dialog, /^What happened/, 'The queue stood still');
    typeInto(dialog, 'Day', '2030-01-01');
    typeInto(dialog, 'Hours lost', 'many');
    const send = within(dialog).getByRole('button', { name: 'Report it' });
    await userEvent.click(send);
    expect(
      within(dialog).getByLabelText('Hours lost'),
    ).toHaveAccessibleDescription('It must be a number.');
    typeInto(dialog, 'Hours lost', '2.5');
    await userEvent.click(send);
    await waitFor(() =>
      expect(within(dialog).getByLabelText('Day')).toHaveAccessibleDescription(
        /must be a day from 2023-11-24/,
      ),
    );
    expect(within(dialog).getByLabelText(/^What happened/)).toHaveValue(
      'The queue stood still',
    );
  });
});
