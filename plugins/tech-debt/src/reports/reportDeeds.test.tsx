import { ConflictError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  chooseDeed,
  findDialog,
  showReports,
  typeInto,
} from '../__testUtils__/showReports';
import {
  buildItem,
  buildReport,
  buildReports,
  CHECKOUT,
  textOf,
} from '../testing';

const cause = { id: 'd1', title: 'Orders are written by two services' };

describe('what is done with a report', () => {
  it('links it to an item that is searched by its words', async () => {
    const changeDebtReport = jest.fn(async () => buildReport());
    const listDebtItems = jest.fn(async () => ({
      items: [buildItem()],
      totalItems: 1,
      nextCursor: null,
      mayCreate: true,
    }));
    await showReports({ changeDebtReport, listDebtItems });
    await chooseDeed('Link it to its cause');
    const dialog = await findDialog('Link a report to its cause');
    const field = within(dialog).getByRole('textbox', { name: /Its cause/ });
    await userEvent.click(field);
    expect(listDebtItems).toHaveBeenCalledWith(
      { limit: 20, entity: CHECKOUT },
      expect.anything(),
    );
    await userEvent.type(field, 'orders writ');
    await waitFor(() =>
      expect(listDebtItems).toHaveBeenLastCalledWith(
        { limit: 20, text: 'orders writ' },
        expect.anything(),
      ),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /Orders are written/ }),
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Link it' }),
    );
    await waitFor(() =>
      expect(changeDebtReport).toHaveBeenCalledWith('r1', {
        version: 2,
        itemId: 'd1',
      }),
    );
    expect(await screen.findByText('It is linked.')).toBeInTheDocument();
  });

  it('offers items alone that they may change to whoever may not change the report', async () => {
    const readOnly = { ...buildItem().may, change: false };
    await showReports({
      listDebtReports: async () =>
        buildReports(
          buildReport({
            may: { change: false, link: true, unlink: false, delete: false },
          }),
        ),
      listDebtItems: async () => ({
        items: [
          buildItem(),
          buildItem({ id: 'd3', title: 'Of somebody else', may: readOnly }),
        ],
        totalItems: 2,
        nextCursor: null,
        mayCreate: true,
      }),
    });
    await chooseDeed('Link it to its cause');
    const dialog = await findDialog('Link a report to its cause');
    await userEvent.click(
      within(dialog).getByRole('textbox', { name: /Its cause/ }),
    );
    await screen.findByRole('option', { name: /Orders are written/ });
    expect(screen.getAllByRole('option')).toHaveLength(1);
  });

  it('unlinks it, with the version that was read', async () => {
    const changeDebtReport = jest.fn(async () => buildReport());
    await showReports({
      changeDebtReport,
      listDebtReports: async () =>
        buildReports(
          buildReport({
            item: { ...cause, status: 'open' },
            may: { change: false, link: false, unlink: true, delete: false },
          }),
        ),
    });
    await chooseDeed('It is not the cause');
    await waitFor(() =>
      expect(changeDebtReport).toHaveBeenCalledWith('r1', {
        version: 2,
        itemId: null,
      }),
    );
    expect(
      await screen.findByText('It is no longer linked.'),
    ).toBeInTheDocument();
  });

  it('asks before it is taken away, and looks again when somebody changed it', async () => {
    const deleteDebtReport = jest
      .fn<Promise<void>, [string, number]>()
      .mockRejectedValueOnce(new ConflictError('It was changed'))
      .mockResolvedValue();
    await showReports({
      deleteDebtReport,
      getDebtReport: async () => buildReport({ version: 3, what: 'Theirs' }),
    });
    await chooseDeed('Take it away');
    const dialog = await findDialog('Take a report away');
    expect(deleteDebtReport).not.toHaveBeenCalled();
    const send = within(dialog).getByRole('button', { name: 'Take it away' });
    await userEvent.click(send);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Somebody else changed the report in the meantime.',
    );
    expect(dialog).toHaveTextContent('“Theirs” is taken away for good');
    await userEvent.click(send);
    await waitFor(() =>
      expect(deleteDebtReport).toHaveBeenLastCalledWith('r1', 3),
    );
    expect(await screen.findByText('It is taken away.')).toBeInTheDocument();
  });

  it('brings together what two people changed, and loses nothing of either', async () => {
    const changeDebtReport = jest
      .fn<Promise<any>, any[]>()
      .mockRejectedValueOnce(new ConflictError('It was changed'))
      .mockResolvedValue(buildReport());
    await showReports({
      changeDebtReport,
      getDebtReport: async () =>
        buildReport({ version: 3, hoursLost: 9, what: 'Theirs' }),
    });
    await chooseDeed('Change it');
    const dialog = await findDialog('Change a report');
    expect(dialog).toHaveTextContent('Nothing is changed.');
    typeInto(dialog, /^What happened/, 'Mine');
    typeInto(dialog, 'Day', '2026-11-19');
    const send = within(dialog).getByRole('button', {
      name: 'Keep the changes',
    });
    await userEvent.click(send);
    const told = await within(dialog).findByRole('alert');
    expect(textOf(told)).toContain('Theirs: Hours lost:9(taken over)');
    // What only they changed is in the form, and what both did is mine until I decide otherwise.
    expect(within(dialog).getByLabelText('Hours lost')).toHaveValue('9');
    expect(within(dialog).getByLabelText(/^What happened/)).toHaveValue('Mine');
    await userEvent.click(send);
    await waitFor(() =>
      expect(changeDebtReport).toHaveBeenLastCalledWith('r1', {
        version: 3,
        what: 'Mine',
        day: '2026-11-19',
      }),
    );
    expect(await screen.findByText('It is changed.')).toBeInTheDocument();
  });

  it('takes what somebody else wrote where both changed a field', async () => {
    await showReports({
      changeDebtReport: async () => {
        throw new ConflictError('It was changed');
      },
      getDebtReport: async () => buildReport({ version: 3, what: 'Theirs' }),
    });
    await chooseDeed('Change it');
    const dialog = await findDialog('Change a report');
    typeInto(dialog, /^What happened/, 'Mine');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Keep the changes' }),
    );
    await userEvent.click(
      await within(dialog).findByRole('button', {
        name: 'Take theirs: What happened',
      }),
    );
    expect(within(dialog).getByLabelText(/^What happened/)).toHaveValue(
      'Theirs',
    );
  });
});
