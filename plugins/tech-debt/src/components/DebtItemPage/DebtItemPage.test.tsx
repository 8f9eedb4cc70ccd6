import { NotFoundError } from '@backstage/errors';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { acceptancesRouteRef, pagesRouteRef } from '../../routes';
import {
  buildBareItem,
  buildItem,
  buildReport,
  buildReports,
  createFakeOpmodelApi,
  textOf,
} from '../../testing';
import { DebtItemPage } from './DebtItemPage';

async function show(overrides: Partial<OpmodelApi> = {}) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          opmodelApiRef,
          createFakeOpmodelApi({
            listDebtItemComments: async () => ({ items: [], nextCursor: null }),
            listDebtItemVersions: async () => ({ items: [], nextCursor: null }),
            ...overrides,
          }),
        ],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      <Routes>
        <Route path="/tech-debt" element={<div>the register</div>} />
        <Route path="/tech-debt/items/:itemId" element={<DebtItemPage />} />
      </Routes>
    </TestApiProvider>,
    {
      routeEntries: ['/tech-debt/items/d1'],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/tech-debt-pages': pagesRouteRef,
        '/acceptances': acceptancesRouteRef,
      },
    },
  );
}

const region = (name: string) => screen.findByRole('region', { name });

describe('DebtItemPage', () => {
  it('tells each price with its arithmetic, and what is missing', async () => {
    await show();
    const prices = textOf(await screen.findByRole('table', { name: 'Prices' }));
    expect(prices).toContain('Interest2 person-days / month0.5 × 4 = 2');
    expect(prices).toContain('Risk124 × 3 = 12');
    expect(prices).toContain(
      'WSJFnot scoredmissing: business value, time criticality, risk reduction',
    );
    expect(prices).toContain('Principal in money4,000 EUR5 × 800 = 4000');
  });

  it('says that its document no longer names it', async () => {
    const origin = {
      type: 'document' as const,
      ref: 'techdebtregister:default/checkout#queue',
      leftAt: '2026-11-20T09:00:00.000Z',
    };
    await show({ getDebtItem: async () => buildItem({ origin }) });
    expect(
      await screen.findByText(/^no longer in its document since 20 Nov 2026/),
    ).toBeInTheDocument();
  });

  it('shows Markdown, and HTML as the text that it is', async () => {
    await show({
      getDebtItem: async () =>
        buildItem({
          title: '<img src=x onerror=alert(1)>',
          description: '**bold** <script>alert(1)</script>',
        }),
    });
    const text = await region('What is owed');
    expect(within(text).getByText('bold').tagName).toBe('STRONG');
    expect(
      screen.getByRole('heading', { name: '<img src=x onerror=alert(1)>' }),
    ).toBeInTheDocument();
    expect(document.querySelector('script, img[src="x"]')).toBeNull();
  });

  it('links to addresses of the web and pages of the portal alone', async () => {
    const links = [
      ...buildItem().links,
      {
        type: 'slo' as const,
        ref: 'slo:default/checkout',
        title: 'Checkout works',
        state: 'resolved' as const,
        path: '/slo/default/checkout',
      },
      {
        type: 'incident' as const,
        ref: 'data:text/html,x',
        title: null,
        state: 'unresolved' as const,
        path: null,
      },
    ];
    await show({ getDebtItem: async () => buildItem({ links }) });
    const panel = await region('Evidence and links');
    expect(
      within(panel)
        .getAllByRole('link')
        .map(link => link.getAttribute('href')),
    ).toEqual(['https://issues.example.com/PAY-7', '/slo/default/checkout']);
    expect(textOf(panel)).toContain(
      'data:text/html,x(not found, or not for you to see)',
    );
  });

  it('tells what is measured of what it is linked to, apart from its prices', async () => {
    const linkTo = (type: 'slo' | 'check', ref: string, title: string) => ({
      type,
      ref,
      title,
      state: 'resolved' as const,
      path: null,
    });
    const readiness = 'scorecard:default/readiness';
    await show({
      getDebtItem: async () =>
        buildItem({
          links: [
            linkTo('slo', 'slo:default/checkout', 'Checkout works'),
            linkTo('slo', 'slo:default/fast', 'Checkout is fast'),
            linkTo('check', `${readiness}#owner`, 'Has an owner'),
            linkTo('check', `${readiness}#docs`, 'Has documentation'),
            linkTo('check', `${readiness}#tests`, 'Has tests'),
          ],
          evidence: {
            failingChecks: [
              {
                checkRef: `${readiness}#owner`,
                title: 'Has an owner',
                entityRef: 'component:default/checkout-api',
                failingSince: '2026-10-12T08:00:00Z',
                days: 42,
              },
              {
                checkRef: `${readiness}#docs`,
                title: 'Has documentation',
                entityRef: 'component:default/checkout-api',
                failingSince: '2026-11-23T08:00:00Z',
                days: 0,
              },
            ],
            errorBudgets: [
              {
                sloRef: 'slo:default/checkout',
                title: 'Checkout works',
                allowedSeconds: 2_592,
                spentSeconds: 1_860,
                consumed: 1_860 / 2_592,
              },
              {
                sloRef: 'slo:default/fast',
                title: 'Checkout is fast',
                allowedSeconds: 2_592,
                spentSeconds: null,
                consumed: null,
              },
            ],
          },
        }),
    });
    const panel = await region('Evidence and links');
    expect(within(panel).getAllByRole('listitem').map(textOf)).toEqual([
      'SLOCheckout works31 m of 43 m of its error budget spent (72 %)',
      'SLOCheckout is fastits error budget was not measured',
      'checkHas an ownerhas failed on Checkout API for 42 days',
      'checkHas documentationfails on Checkout API since today',
      'checkHas tests',
    ]);
    expect(textOf(panel)).toContain('They are no person-days');
  });

  it('keeps what was measured apart from what was estimated', async () => {
    await show({
      getDebtItem: async () =>
        buildItem({
          measuredInterest: {
            confidence: 'thin',
            thinBecause: ['few_reports'],
            personDaysPerMonth: 0.5,
            hoursLost: 12,
            reports: 3,
            reportsWithHours: 2,
            teams: [
              {
                teamRef: 'group:default/payments',
                title: 'Payments',
                reports: 2,
                hoursLost: 12,
              },
            ],
            period: { from: '2026-08-26', to: '2026-11-23', days: 90 },
            watched: { from: '2026-09-01', to: '2026-11-23', days: 84 },
            formula: '12 ÷ 8 × 30.4375 ÷ 84 ≈ 0.543527',
          },
        }),
    });
    const text = textOf(await region('Interest as it was measured'));
    expect(text).toContain('Measured:0.5 person-days / monthfew reports');
    expect(text).toContain('Estimated:2 person-days / month');
    expect(text).toContain('12 h in 2 of 3 reports');
    expect(text).toContain('Payments: 12 h in 2 reports');
  });

  it('lists what it cost lately, and reports more of it under its name', async () => {
    const listDebtReports = jest.fn(async () => buildReports(buildReport()));
    const createDebtReport = jest.fn(async () => buildReport());
    await show({ listDebtReports, createDebtReport });
    const panel = await region('Reports of this item');
    expect(
      await within(panel).findByRole('row', { name: /booked twice/ }),
    ).toBeInTheDocument();
    expect(listDebtReports).toHaveBeenCalledWith(
      { item: 'd1', limit: 10 },
      expect.anything(),
    );
    await userEvent.click(
      within(panel).getByRole('button', { name: 'Report lost time' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByLabelText(/^What happened/),
      'Again',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Report it' }),
    );
    await waitFor(() =>
      expect(createDebtReport).toHaveBeenCalledWith({
        entityRef: 'component:default/checkout-api',
        what: 'Again',
        itemId: 'd1',
      }),
    );
  });

  it('tells who changed what, and does not tell what is withheld', async () => {
    await show({
      listDebtItemVersions: async () => ({
        items: [
          {
            version: 3,
            at: '2026-11-20T08:00:00.000Z',
            by: 'user:default/guest',
            note: 'It got worse',
            changes: [
              { field: 'estimate.impact', before: 3, after: 4 },
              { field: 'severity', before: null, after: 'high' },
            ],
            withheld: false,
          },
          {
            version: 2,
            at: '2026-11-19T08:00:00.000Z',
            by: 'user:default/guest',
            note: null,
            changes: [],
            withheld: true,
          },
          {
            version: 1,
            at: '2026-09-01T08:00:00.000Z',
            by: 'user:default/guest',
            note: null,
            changes: [],
            withheld: false,
          },
        ],
        nextCursor: null,
      }),
    });
    await screen.findByText('It got worse');
    const text = textOf(await region('History'));
    expect(text).toContain('impact34severity–high');
    expect(text).toContain('it hung on something that you may not see');
    expect(text).toContain('It was filed.');
  });

  it('lets somebody comment, and asks for the comments again', async () => {
    const commentOnDebtItem = jest.fn(async () => ({
      id: 'c1',
      at: '2026-11-20T08:00:00.000Z',
      by: 'user:default/guest',
      text: 'We meet on Friday',
    }));
    const listDebtItemComments = jest.fn(async () => ({
      items: [],
      nextCursor: null,
    }));
    await show({ commentOnDebtItem, listDebtItemComments });
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Say something' }),
      'We meet on Friday',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Comment' }));
    expect(commentOnDebtItem).toHaveBeenCalledWith('d1', {
      text: 'We meet on Friday',
    });
    await waitFor(() => expect(listDebtItemComments).toHaveBeenCalledTimes(2));
  });

  it('asks for it to be accepted until a day, and says what is missing', async () => {
    const requestDebtAcceptance = jest.fn(async () => ({} as never));
    await show({ requestDebtAcceptance });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Ask to accept it' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Ask for it' }),
    );
    expect(
      within(dialog).getByText(/Debt is never accepted for good/),
    ).toBeInTheDocument();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'Replaced in spring',
    );
    await userEvent.type(within(dialog).getByLabelText(/Until/), '2099-03-01');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Ask for it' }),
    );
    await waitFor(() =>
      expect(requestDebtAcceptance).toHaveBeenCalledWith('d1', {
        reason: 'Replaced in spring',
        riskLevel: 'medium',
        expiresOn: '2099-03-01',
      }),
    );
  });

  it('deletes the version that was seen, after asking once', async () => {
    const deleteDebtItem = jest.fn(async () => undefined);
    await show({ deleteDebtItem });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete' }),
    );
    expect(deleteDebtItem).not.toHaveBeenCalled();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete it for good' }),
    );
    expect(deleteDebtItem).toHaveBeenCalledWith('d1', 3);
  });

  it('offers nothing that its reader may not do', async () => {
    const may = { change: false, delete: false, comment: false, deeds: [] };
    await show({
      getDebtItem: async () => buildBareItem({ may, mayAskAcceptance: false }),
    });
    expect(await region('Comments')).toBeInTheDocument();
    for (const name of [/^Edit/, /^Delete/, /^Move/, /accept/, /^Comment$/]) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
  });

  it('says so where there is no such item', async () => {
    await show({
      getDebtItem: async () => {
        throw new NotFoundError('no');
      },
    });
    expect(
      await screen.findByText('There is no such item'),
    ).toBeInTheDocument();
  });
});
