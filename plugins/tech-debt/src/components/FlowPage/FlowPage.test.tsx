import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { textOf } from '../../testing';
import { buildFlow, buildTopTen } from '../../testing/register';
import { showRegister } from '../../__testUtils__/showRegister';
import { ScopeTechDebt } from '../ScopeTechDebt';
import { FlowPage } from './FlowPage';

describe('how debt comes and goes', () => {
  it('tells each period as a table, too', async () => {
    await showRegister(<FlowPage />);
    const chart = await screen.findByRole('region', {
      name: 'What came and went',
    });
    await userEvent.click(
      within(chart).getByRole('button', { name: /What came and went: / }),
    );
    expect(within(chart).getAllByRole('row').map(textOf)).toEqual([
      'FromOpenedClosedAcceptedRe-scopedOwed at the end',
      '1 Oct 202641006',
      '1 Nov 202612005',
    ]);
  });

  it('answers first whether there is more of it', async () => {
    await showRegister(<FlowPage />);
    const answer = await screen.findByText(/ opened and /);
    expect(textOf(answer)).toBe(
      'growing 5 opened and 3 closed within 1 Oct – 23 Nov 2026: from 3 owed to 5.',
    );
  });

  it('says what came from elsewhere and went there, which makes it more or less as well', async () => {
    const report = buildFlow();
    const [first, ...others] = report.flow.periods;
    const amount = (items: number) => ({
      items,
      principalDays: null,
      withoutPrincipal: items,
    });
    const periods = [
      { ...first, movedIn: amount(4), movedOut: amount(1) },
      ...others,
    ];
    await showRegister(<FlowPage />, {
      overrides: {
        getDebtFlow: async () => ({
          ...report,
          flow: { ...report.flow, periods },
        }),
      },
    });
    const answer = await screen.findByText(/ opened and /);
    expect(textOf(answer)).toContain(
      ', 4 came from elsewhere and 1 went there: from 3 owed to 5.',
    );
  });

  it('draws no burn-down of person-days where nobody estimated any', async () => {
    await showRegister(<FlowPage />);
    const chart = await screen.findByRole('region', {
      name: 'Burn-up and burn-down',
    });
    await userEvent.click(
      within(chart).getByRole('button', { name: 'person-days' }),
    );
    expect(
      within(chart).getByText('No item has a principal.'),
    ).toBeInTheDocument();
  });

  it('asks for the days and steps of the address', async () => {
    const getDebtFlow = jest.fn(async () => buildFlow());
    await showRegister(<FlowPage />, {
      path: '/?window=P1Y&interval=month&owner=group:default/payments',
      overrides: { getDebtFlow },
    });
    await screen.findByRole('region', { name: 'What came and went' });
    expect(getDebtFlow).toHaveBeenCalledWith(
      {
        owner: ['group:default/payments'],
        descendants: true,
        window: 'P1Y',
        interval: 'month',
      },
      expect.anything(),
    );
  });
});

describe('what paying the top ten would buy', () => {
  it('adds principals up, and no interests', async () => {
    await showRegister(<FlowPage />);
    const panel = await screen.findByRole('region', {
      name: 'What paying the top ten would buy',
    });
    const text = textOf(panel);
    expect(text).toContain(
      'Paying these 2 takes 5 person-days once, which is 4,000 EUR.',
    );
    expect(text).toContain('1 of them has no principal');
    expect(text).toContain('7 items lack an input of this order.');
    expect(text).toContain('not added up');
    await userEvent.click(
      within(panel).getByRole('button', { name: 'How it adds up' }),
    );
    const drawer = await screen.findByRole('dialog');
    expect(textOf(drawer)).toContain('5 = 5 person-days5 × 800 = 4,000 EUR');
    expect(textOf(drawer)).toContain('impact 4, likelihood 3: 2 items');
  });

  it('says that nothing has what the order is made of', async () => {
    await showRegister(<FlowPage />, {
      overrides: {
        getDebtTopTen: async () =>
          buildTopTen({ items: [], principalDays: 0, accepted: 0 }),
      },
    });
    expect(
      await screen.findByText(/^No item that is to be paid has/),
    ).toBeInTheDocument();
  });
});

describe('the debt of a team', () => {
  it('asks for what the group answered for, and of a system for what is in it', async () => {
    const getDebtTopTen = jest.fn(async () => buildTopTen());
    await showRegister(<ScopeTechDebt entityRef="group:default/payments" />, {
      overrides: { getDebtTopTen },
    });
    await screen.findByRole('table', {
      name: 'What paying the top ten would buy',
    });
    expect(getDebtTopTen).toHaveBeenLastCalledWith(
      { owner: ['group:default/payments'], order: 'priority' },
      expect.anything(),
    );
    expect(
      screen.getByRole('link', { name: 'Show its items in the register' }),
    ).toHaveAttribute('href', '/debt?owner=group%3Adefault%2Fpayments');
  });
});
