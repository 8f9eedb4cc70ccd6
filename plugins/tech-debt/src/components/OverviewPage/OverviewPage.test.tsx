import { NotAllowedError } from '@backstage/errors';
import { MockStorageApi } from '@backstage/test-utils';
import { downloadFile } from '@opmodel/backstage-plugin-opmodel-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildBareItem, buildItem, buildSummary, textOf } from '../../testing';
import { buildBulkResult } from '../../testing/register';
import { showRegister } from '../../__testUtils__/showRegister';
import { OverviewPage } from './OverviewPage';

jest.mock('@opmodel/backstage-plugin-opmodel-react', () => ({
  ...jest.requireActual('@opmodel/backstage-plugin-opmodel-react'),
  downloadFile: jest.fn(),
}));

const OWED = ['open', 'planned', 'in_progress', 'accepted'];
const twoItems = async () => ({
  items: [buildItem(), buildBareItem()],
  totalItems: 2,
  nextCursor: null,
  mayCreate: true,
});
const noItems = async () => ({
  ...(await twoItems()),
  items: [],
  totalItems: 0,
});
const address = () => screen.getByTestId('address').textContent;

async function selectFirst() {
  await userEvent.click(
    await screen.findByRole('checkbox', {
      name: 'Select: Orders are written by two services',
    }),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Change them' }));
  return screen.findByRole('dialog', { name: 'Change 1 item' });
}

describe('what is owed as a whole', () => {
  it('says what stands, what is late, what came and went, and how much is estimated', async () => {
    await showRegister(<OverviewPage />);
    const totals = await screen.findByRole('region', {
      name: 'What is owed as a whole',
    });
    const tile = (name: string) =>
      textOf(within(totals).getByRole('region', { name }));
    expect(tile('Owed')).toContain('2items');
    expect(tile('Owed')).toContain('5 person-days to pay');
    expect(tile('Overdue')).toContain('1');
    expect(tile('Past remediation time')).toContain('1');
    await waitFor(() => expect(tile('Opened and closed')).toContain('5 / 3'));
    expect(tile('Opened and closed')).toContain('growing');
    expect(tile('Estimated')).toMatch(/50\s%/);
  });

  it('explains each number with its figures put in', async () => {
    await showRegister(<OverviewPage />);
    const explain = async (name: RegExp) => {
      await userEvent.click(await screen.findByRole('button', { name }));
      const drawer = await screen.findByRole('dialog');
      const text = textOf(drawer);
      await userEvent.keyboard('{Escape}');
      await waitFor(() => expect(drawer).not.toBeInTheDocument());
      return text;
    };
    expect(await explain(/: Owed$|Owed/)).toContain(
      '1 open + 1 planned + 0 in progress + 0 accepted = 2',
    );
    expect(await explain(/Opened and closed/)).toContain(
      '3 at the start + 4 filed + 1 reopened + 0 moved in − 2 paid − 1 given up − 0 moved out = 5 at the end',
    );
    expect(await explain(/Estimated/)).toMatch(/\(2 − 1\) ÷ 2 = 50\s%/);
  });

  it('draws no number where nothing is owed', async () => {
    const none = { items: 0, principalDays: 0, withoutPrincipal: 0 };
    await showRegister(<OverviewPage />, {
      overrides: {
        getDebtSummary: async () => buildSummary({ owed: none, overdue: 0 }),
        listDebtItems: noItems,
      },
    });
    const tile = await screen.findByRole('region', { name: 'Estimated' });
    expect(textOf(tile)).toContain('nothing is owed');
    expect(textOf(tile)).not.toContain('%');
    expect(screen.getByText('No technical debt yet')).toBeInTheDocument();
  });

  it('says which permission is missing', async () => {
    const refuse = async () => {
      throw new NotAllowedError('no');
    };
    await showRegister(<OverviewPage />, {
      overrides: { getDebtSummary: refuse, listDebtItems: refuse },
    });
    expect(
      (await screen.findAllByText('You may not see this')).length,
    ).toBeGreaterThan(0);
  });
});

describe('the items', () => {
  it('asks for exactly what a link says', async () => {
    const listDebtItems = jest.fn(twoItems);
    await showRegister(<OverviewPage />, {
      path: '/?status=planned&category=code&severity=high&overdue=true&impact=4&likelihood=5&system=system:default/shop&text=orders&sort=-risk',
      overrides: { listDebtItems },
    });
    await screen.findByRole('table', { name: 'Items' });
    expect(listDebtItems).toHaveBeenLastCalledWith(
      {
        system: 'system:default/shop',
        text: 'orders',
        category: ['code'],
        severity: ['high'],
        overdue: true,
        impact: 4,
        likelihood: 5,
        status: ['planned'],
        sort: '-risk',
        limit: 50,
      },
      expect.anything(),
    );
  });

  it('shows what is owed, by priority, where the address says nothing, and keeps a filter in the address', async () => {
    const listDebtItems = jest.fn(twoItems);
    await showRegister(<OverviewPage />, { overrides: { listDebtItems } });
    await screen.findByRole('table', { name: 'Items' });
    expect(listDebtItems).toHaveBeenLastCalledWith(
      { status: OWED, sort: '-priority', limit: 50 },
      expect.anything(),
    );
    await userEvent.selectOptions(screen.getByLabelText('Severity'), 'high');
    expect(address()).toBe('/?severity=high');
    await userEvent.selectOptions(
      screen.getByLabelText('Status'),
      'all, also paid and given up',
    );
    await waitFor(() =>
      expect(listDebtItems).toHaveBeenLastCalledWith(
        { severity: ['high'], sort: '-priority', limit: 50 },
        expect.anything(),
      ),
    );
  });

  it('sorts by a column, and turns it round', async () => {
    await showRegister(<OverviewPage />);
    const principal = await screen.findByRole('button', {
      name: 'Principal',
    });
    await userEvent.click(principal);
    expect(address()).toBe('/?sort=-principal');
    expect(
      screen.getByRole('columnheader', { name: 'Principal' }),
    ).toHaveAttribute('aria-sort', 'descending');
    await userEvent.click(principal);
    expect(address()).toBe('/?sort=principal');
  });

  it('prices what is estimated, and calls the rest not scored', async () => {
    await showRegister(<OverviewPage />);
    const table = await screen.findByRole('table', { name: 'Items' });
    const [, first, second] = within(table).getAllByRole('row').map(textOf);
    expect(first).toContain('5 person-days');
    expect(first).toContain('4.8');
    expect(second).toContain('not scored');
  });

  it('says that nothing matches, and takes the filters away', async () => {
    await showRegister(<OverviewPage />, {
      path: '/?severity=low',
      overrides: { listDebtItems: noItems },
    });
    expect(await screen.findByText('Nothing matches')).toBeInTheDocument();
    const [clear] = screen.getAllByRole('button', { name: 'Clear filters' });
    await userEvent.click(clear);
    expect(address()).toBe('/');
  });

  it('hands what is filtered to the browser as a file', async () => {
    const exportDebtItems = jest.fn(async () => 'kind: TechDebtRegister\n');
    await showRegister(<OverviewPage />, {
      path: '/?severity=high&sort=-risk',
      overrides: { exportDebtItems },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export: Items' }),
    );
    await userEvent.click(
      screen.getByRole('menuitem', { name: 'Items as YAML' }),
    );
    await waitFor(() =>
      expect(downloadFile).toHaveBeenCalledWith(
        expect.stringMatching(/^tech-debt_\d{4}-\d\d-\d\d$/),
        'yaml',
        'kind: TechDebtRegister\n',
      ),
    );
    expect(exportDebtItems).toHaveBeenCalledWith({
      severity: ['high'],
      status: OWED,
      format: 'yaml',
    });
  });
});

describe('changing many', () => {
  it('changes what is selected in the version that was read, and says what came of each', async () => {
    const changeDebtItems = jest.fn(async () => buildBulkResult());
    const listDebtItems = jest.fn(twoItems);
    await showRegister(<OverviewPage />, {
      overrides: { changeDebtItems, listDebtItems },
    });
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Select all of this page' }),
    );
    expect(screen.getByText('2 items selected')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Change them' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Change 2 items',
    });
    await userEvent.selectOptions(
      within(dialog).getByLabelText('What becomes different'),
      'Severity',
    );
    await userEvent.selectOptions(
      within(dialog).getByLabelText('Severity'),
      'critical',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Change them' }),
    );
    const result = await screen.findByRole('region', {
      name: 'What came of the change',
    });
    expect(changeDebtItems).toHaveBeenCalledWith({
      items: [
        { id: 'd1', version: 3 },
        { id: 'd2', version: 1 },
      ],
      fields: { severity: 'critical' },
    });
    expect(textOf(result)).toContain('1 changed');
    const row = within(result).getByRole('row', {
      name: /Nobody knows how refunds work/,
    });
    expect(textOf(row)).toContain('somebody changed it in the meantime');
    expect(screen.queryByText(/items? selected/)).not.toBeInTheDocument();
    expect(listDebtItems.mock.calls.length).toBeGreaterThan(1);
  });

  it('sends nothing as long as something is missing, and keeps what was typed when it is refused', async () => {
    const changeDebtItems = jest.fn(async () => {
      throw new Error('the database is away');
    });
    await showRegister(<OverviewPage />, { overrides: { changeDebtItems } });
    const dialog = await selectFirst();
    await userEvent.selectOptions(
      within(dialog).getByLabelText('What becomes different'),
      'Status',
    );
    await userEvent.selectOptions(
      within(dialog).getByLabelText('What is done'),
      'Resolve it',
    );
    const submit = within(dialog).getByRole('button', { name: 'Change them' });
    await userEvent.click(submit);
    expect(
      within(dialog).getByText('Say what it becomes.'),
    ).toBeInTheDocument();
    expect(changeDebtItems).not.toHaveBeenCalled();
    const how = within(dialog).getByLabelText(/How they were paid/);
    await userEvent.type(how, 'one service writes');
    await userEvent.click(submit);
    expect(
      await within(dialog).findByText(/the database is away/),
    ).toBeInTheDocument();
    expect(how).toHaveValue('one service writes');
  });
});

describe('saved views', () => {
  const openViews = async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Views' }));
    return screen.findByRole('dialog', { name: 'Saved views' });
  };

  it('keeps a view under a name, opens it, and removes it with a way back', async () => {
    const storage = MockStorageApi.create();
    await showRegister(<OverviewPage />, {
      path: '/?severity=high&sort=-risk',
      storage,
    });
    const views = await openViews();
    await userEvent.click(
      within(views).getByRole('button', { name: 'Save this view' }),
    );
    expect(within(views).getByText('Give it a name.')).toBeInTheDocument();
    await userEvent.type(
      within(views).getByLabelText('Name of this view'),
      'Bad ones{Enter}',
    );
    const link = await within(views).findByRole('link', { name: 'Bad ones' });
    expect(link).toHaveAttribute(
      'href',
      expect.stringContaining('?severity=high&sort=-risk'),
    );
    expect(
      storage.forBucket('opmodel-tech-debt').snapshot('views').value,
    ).toEqual([{ name: 'Bad ones', query: 'severity=high&sort=-risk' }]);
    await userEvent.click(
      within(views).getByRole('button', { name: 'Remove: Bad ones' }),
    );
    expect(link).not.toBeInTheDocument();
    await userEvent.click(within(views).getByRole('button', { name: 'Undo' }));
    expect(
      within(views).getByRole('link', { name: 'Bad ones' }),
    ).toBeInTheDocument();
  });

  it('opens a view that was kept before, and leaves out what is none', async () => {
    const storage = MockStorageApi.create();
    await storage
      .forBucket('opmodel-tech-debt')
      .set('views', [{ name: 'Late', query: 'overdue=true' }, { name: 7 }]);
    await showRegister(<OverviewPage />, { storage });
    const views = await openViews();
    expect(within(views).getAllByRole('listitem')).toHaveLength(1);
    await userEvent.click(within(views).getByRole('link', { name: 'Late' }));
    expect(address()).toBe('/?overdue=true');
  });
});
