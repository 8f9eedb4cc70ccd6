import { ConflictError, NotFoundError } from '@backstage/errors';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showRegister } from '../__testUtils__/showRegister';
import {
  buildItem,
  buildReport,
  buildReports,
  CHECKOUT,
  textOf,
} from '../testing';
import { ReportsPanel } from './ReportsPanel';

type Overrides = NonNullable<Parameters<typeof showRegister>[1]>['overrides'];

const cause = { id: 'd1', title: 'Orders are written by two services' };

async function show(
  overrides: Overrides = {},
  props: Partial<Parameters<typeof ReportsPanel>[0]> = {},
) {
  const onChanged = jest.fn();
  await showRegister(
    <ReportsPanel
      query={{ entity: CHECKOUT }}
      known={{ entityRef: CHECKOUT }}
      onChanged={onChanged}
      {...props}
    />,
    {
      overrides: {
        listDebtReports: async () => buildReports(buildReport()),
        ...overrides,
      },
    },
  );
  return { onChanged };
}

const openMenu = async (deed: string) => {
  await userEvent.click(
    await screen.findByRole('button', { name: /What to do with the report/ }),
  );
  await userEvent.click(await screen.findByRole('menuitem', { name: deed }));
};
const type = (dialog: HTMLElement, label: RegExp | string, value: string) =>
  fireEvent.change(within(dialog).getByLabelText(label), { target: { value } });
const dialogOf = (name: string) => screen.findByRole('dialog', { name });

describe('reports of a place', () => {
  it('tell what a team lost, where and when, and that nobody knows the cause', async () => {
    await show();
    const row = await screen.findByRole('row', { name: /booked twice/ });
    expect(textOf(row)).toContain(
      '20 Nov 2026Checkout API6Paymentsno item yet',
    );
  });

  it('are left out where the engine keeps none', async () => {
    await show({
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
    await show({
      listDebtReports: async () => ({
        ...buildReports(buildReport({ may })),
        mayCreate: false,
      }),
    });
    await screen.findByRole('row', { name: /booked twice/ });
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('show HTML as the text that it is', async () => {
    await show({
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
    const { onChanged } = await show(
      { createDebtReport },
      {
        query: { item: 'd1' },
        known: { entityRef: CHECKOUT, item: cause },
      },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Report lost time' }),
    );
    const dialog = await dialogOf('Report lost time');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Report it' }),
    );
    expect(
      within(dialog).getByLabelText(/^What happened/),
    ).toHaveAccessibleDescription('It is needed.');
    expect(createDebtReport).not.toHaveBeenCalled();
    type(dialog, /^What happened/, 'The queue stood still');
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
    await show({
      createDebtReport: async () => {
        throw new Error(
          "'day' must be a day from 2023-11-24 to today, 2026-11-23",
        );
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Report lost time' }),
    );
    const dialog = await dialogOf('Report lost time');
    type(dialog, /^What happened/, 'The queue stood still');
    type(dialog, 'Day', '2030-01-01');
    type(dialog, 'Hours lost', 'many');
    const send = within(dialog).getByRole('button', { name: 'Report it' });
    await userEvent.click(send);
    expect(
      within(dialog).getByLabelText('Hours lost'),
    ).toHaveAccessibleDescription('It must be a number.');
    type(dialog, 'Hours lost', '2.5');
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

describe('what is done with a report', () => {
  it('links it to an item that is searched by its words', async () => {
    const changeDebtReport = jest.fn(async () => buildReport());
    const listDebtItems = jest.fn(async () => ({
      items: [buildItem()],
      totalItems: 1,
      nextCursor: null,
      mayCreate: true,
    }));
    await show({ changeDebtReport, listDebtItems });
    await openMenu('Link it to its cause');
    const dialog = await dialogOf('Link a report to its cause');
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
    await show({
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
    await openMenu('Link it to its cause');
    const dialog = await dialogOf('Link a report to its cause');
    await userEvent.click(
      within(dialog).getByRole('textbox', { name: /Its cause/ }),
    );
    await screen.findByRole('option', { name: /Orders are written/ });
    expect(screen.getAllByRole('option')).toHaveLength(1);
  });

  it('unlinks it, with the version that was read', async () => {
    const changeDebtReport = jest.fn(async () => buildReport());
    await show({
      changeDebtReport,
      listDebtReports: async () =>
        buildReports(
          buildReport({
            item: { ...cause, status: 'open' },
            may: { change: false, link: false, unlink: true, delete: false },
          }),
        ),
    });
    await openMenu('It is not the cause');
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
    await show({
      deleteDebtReport,
      getDebtReport: async () => buildReport({ version: 3, what: 'Theirs' }),
    });
    await openMenu('Take it away');
    const dialog = await dialogOf('Take a report away');
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
    await show({
      changeDebtReport,
      getDebtReport: async () =>
        buildReport({ version: 3, hoursLost: 9, what: 'Theirs' }),
    });
    await openMenu('Change it');
    const dialog = await dialogOf('Change a report');
    expect(dialog).toHaveTextContent('Nothing is changed.');
    type(dialog, /^What happened/, 'Mine');
    type(dialog, 'Day', '2026-11-19');
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
    await show({
      changeDebtReport: async () => {
        throw new ConflictError('It was changed');
      },
      getDebtReport: async () => buildReport({ version: 3, what: 'Theirs' }),
    });
    await openMenu('Change it');
    const dialog = await dialogOf('Change a report');
    type(dialog, /^What happened/, 'Mine');
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
