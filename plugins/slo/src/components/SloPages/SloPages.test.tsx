import { NotFoundError } from '@backstage/errors';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type {
  Acceptance,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  opmodelApiRef,
  toCsvTable,
} from '@opmodel/backstage-plugin-opmodel-react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router-dom';
import { sloCsvColumns } from '../../hooks/useSloFleet';
import { acceptancesRouteRef, pagesRouteRef, rootRouteRef } from '../../routes';
import {
  buildExhaustedSlo,
  buildProblems,
  buildRules,
  buildPolicyReport,
  buildSloDetail,
  buildSloPage,
  buildSummary,
  buildUncovered,
  CHECKOUT_SLO,
  createFakeOpmodelApi,
  pageOf,
  POLICY,
  textOf,
} from '../../testing';
import { SloPages } from './SloPages';

function Address() {
  return <output data-testid="address">{useLocation().search}</output>;
}

const ledger = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'ledger', namespace: 'default', title: 'Ledger' },
};

async function show(path: string, overrides: Partial<OpmodelApi> = {}) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, createFakeOpmodelApi(overrides)],
        [catalogApiRef, catalogApiMock({ entities: [ledger] })],
      ]}
    >
      <Address />
      <Routes>
        <Route path="/slos/*" element={<SloPages />} />
      </Routes>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/slos': rootRouteRef,
        '/slo-pages': pagesRouteRef,
        '/acceptances': acceptancesRouteRef,
      },
    },
  );
}

const fleet = () =>
  screen.findByRole('table', { name: 'Service level objectives' });

describe('the list of all SLOs', () => {
  it('sums up the selection and lists the worst first', async () => {
    await show('/slos');
    const [, worst, risky, unmeasured] = within(await fleet()).getAllByRole(
      'row',
    );
    expect(textOf(worst)).toContain('12 % over budget');
    expect(textOf(worst)).toContain('risky releases held');
    expect(
      within(risky).getByRole('link', { name: /would hold releases/ }),
    ).toHaveAttribute('href', '/slo-pages/policies/default/tier-1-services');
    expect(textOf(unmeasured)).toContain('says nothing');
    expect(textOf(risky)).toContain('alert fires');
    expect(textOf(unmeasured)).toContain('no data');
    expect(
      within(worst).getByRole('link', { name: 'Search API' }),
    ).toHaveAttribute('href', '/catalog/default/component/search-api/slos');
    expect(
      textOf(await screen.findByRole('region', { name: 'Used up or at risk' })),
    ).toContain('1 used up, 1 at risk');
    const links = within(
      screen.getByRole('navigation', { name: 'Pages of SLOs' }),
    ).getAllByRole('link');
    expect(links.map(link => link.getAttribute('href'))).toEqual([
      '/slos',
      '/slos/coverage',
      '/slos/problems',
      '/slos/policies',
      '/slos/rules',
    ]);
  });

  it('asks for exactly what a link says', async () => {
    const listSlos = jest.fn(async () => buildSloPage());
    const getSloSummary = jest.fn(async () => buildSummary());
    await show(
      '/slos?owner=group:default/checkout&tier=1&state=at_risk&burning=true&review=overdue&sort=-burn&columns=review',
      { listSlos, getSloSummary },
    );
    const table = await fleet();
    const selection = {
      owner: ['group:default/checkout'],
      descendants: true,
      tier: '1',
    };
    expect(listSlos).toHaveBeenLastCalledWith(
      {
        ...selection,
        state: 'at_risk',
        burning: true,
        review: 'overdue',
        sort: '-burn',
        limit: 50,
      },
      expect.anything(),
    );
    expect(getSloSummary).toHaveBeenLastCalledWith(
      selection,
      expect.anything(),
    );
    expect(within(table).getAllByRole('columnheader').map(textOf)).toEqual([
      'SLO',
      'Review',
    ]);
  });

  it('filters and sorts without losing the view', async () => {
    const listSlos = jest.fn(async () => buildSloPage());
    await show('/slos', { listSlos });
    await userEvent.click(
      within(await fleet()).getByRole('button', { name: 'Remaining budget' }),
    );
    await userEvent.selectOptions(
      screen.getByLabelText('State'),
      'error budget used up',
    );
    await waitFor(() =>
      expect(listSlos).toHaveBeenLastCalledWith(
        { state: 'exhausted', sort: 'remaining', limit: 50 },
        expect.anything(),
      ),
    );
    expect(screen.getByTestId('address')).toHaveTextContent(
      '?sort=remaining&state=exhausted',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(screen.getByTestId('address')).toHaveTextContent(
      /^\?sort=remaining$/,
    );
  });

  it('tells nothing filtered from nothing there', async () => {
    await show('/slos?state=met', { listSlos: async () => pageOf([]) });
    expect(await screen.findByText('No SLO matches')).toBeInTheDocument();
  });

  it('says what makes the first SLO appear', async () => {
    await show('/slos', { listSlos: async () => pageOf([]) });
    expect(await screen.findByText('No SLO yet')).toBeInTheDocument();
    expect(screen.getByText(/apiVersion: openslo\/v1/)).toBeInTheDocument();
  });

  it('exports an SLO with the figures of its worst objective', () => {
    const [head, row] = toCsvTable(sloCsvColumns, [buildExhaustedSlo()]).split(
      '\r\n',
    );
    const cells = Object.fromEntries(
      head.split(',').map((name, index) => [name, row.split(',')[index]]),
    );
    expect(cells).toMatchObject({
      slo_ref: 'slo:default/search-latency',
      state: 'exhausted',
      target: '0.95',
      remaining: '-0.12',
      burn_rate_1h: '2.4',
      policy: 'freeze_risky_releases',
      policy_mode: 'enforced',
    });
  });
});

describe('coverage', () => {
  it('lists components without an objective, with the way to a proposal', async () => {
    const listUncoveredEntities = jest.fn(async () => buildUncovered());
    await show('/slos/coverage?tier=1', { listUncoveredEntities });
    const table = await screen.findByRole('table', {
      name: 'Components without an objective',
    });
    expect(textOf(table)).toContain('Ledger1Paymentsno SLO');
    expect(textOf(table)).toContain('its SLO is not measured');
    expect(
      within(table).getByRole('link', { name: 'Propose an SLO for Ledger' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger/slos#slo-proposals',
    );
    expect(listUncoveredEntities).toHaveBeenLastCalledWith(
      { tier: '1', limit: 25 },
      expect.anything(),
    );
  });
});

describe('problems of documents', () => {
  it('lists them with path, value and rule, by what the URL selects', async () => {
    const listSloProblems = jest.fn(async () => buildProblems());
    await show('/slos/problems?severity=error&owner=group:default/checkout', {
      listSloProblems,
    });
    const table = await screen.findByRole('table', {
      name: 'Problems of documents',
    });
    expect(textOf(table)).toContain('A target is below 1');
    expect(textOf(table)).toContain(
      'spec.objectives[0].target1objective-target',
    );
    expect(listSloProblems).toHaveBeenLastCalledWith(
      {
        severity: 'error',
        owner: ['group:default/checkout'],
        descendants: true,
        limit: 25,
      },
      expect.anything(),
    );
    expect(screen.queryByLabelText('Tier')).not.toBeInTheDocument();
  });
});

describe('policies', () => {
  it('lists them, and says of one what it would have held', async () => {
    await show('/slos/policies');
    await userEvent.click(
      await screen.findByRole('link', { name: 'Tier 1 services' }),
    );
    const shadow = await screen.findByRole('region', {
      name: 'What it would have held',
    });
    expect(textOf(shadow)).toContain(
      'It would have held 6 releases, 2 of them failed.',
    );
    const terms = textOf(
      screen.getByRole('region', { name: 'What follows at which budget' }),
    );
    expect(terms).toContain('At 0 % of the budget or less');
    expect(terms).toContain('Risky releases are held');
    expect(terms).toContain('Product:not approved yet');
    expect(terms).toContain('releases pass');
  });

  it('looks back over any days that the URL names', async () => {
    const getErrorBudgetPolicy = jest.fn(async () => buildPolicyReport());
    await show(
      '/slos/policies/default/tier-1-services?from=2026-07-01&to=2026-09-30',
      { getErrorBudgetPolicy },
    );
    expect(getErrorBudgetPolicy).toHaveBeenLastCalledWith(
      POLICY,
      { from: '2026-07-01', to: '2026-09-30' },
      expect.anything(),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /^Quarter/ }),
    );
    await waitFor(() =>
      expect(getErrorBudgetPolicy).toHaveBeenLastCalledWith(
        POLICY,
        { window: 'quarter' },
        expect.anything(),
      ),
    );
  });

  it('asks for an exception of an entity that is named', async () => {
    const requestPolicyException = jest.fn(
      async () => ({ id: 'a1' } as Acceptance),
    );
    await show('/slos/policies/default/tier-1-services', {
      requestPolicyException,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Ask for an exception' }),
    );
    const dialog = screen.getByRole('dialog');
    const submit = within(dialog).getByRole('button', {
      name: 'Ask for the exception',
    });
    await userEvent.type(within(dialog).getByLabelText(/Reason/), 'A fix');
    await userEvent.click(submit);
    expect(within(dialog).getByText('Choose the entity')).toBeInTheDocument();
    await userEvent.type(within(dialog).getByLabelText(/Entity/), 'ledg');
    await userEvent.click(
      await screen.findByRole('option', { name: /Ledger/ }),
    );
    await userEvent.click(submit);
    await waitFor(() =>
      expect(requestPolicyException).toHaveBeenCalledWith(POLICY, {
        entityRef: 'component:default/ledger',
        reason: 'A fix',
        riskLevel: 'medium',
      }),
    );
  });

  it('says so where there is no such policy', async () => {
    await show('/slos/policies/default/none', {
      getErrorBudgetPolicy: async () => {
        throw new NotFoundError('no');
      },
    });
    expect(
      await screen.findByText('There is no such policy'),
    ).toBeInTheDocument();
  });
});

describe('rules', () => {
  it('writes them in the chosen format, and says what is left out', async () => {
    const writeSloRules = jest.fn(async () => buildRules());
    await show('/slos/rules?system=system:default/shop', { writeSloRules });
    expect(await screen.findByText('12 objectives')).toBeInTheDocument();
    expect(
      within(screen.getByRole('table', { name: 'Left out' }))
        .getAllByRole('row')
        .slice(1)
        .map(textOf),
    ).toEqual(['slo:default/mailer-deliveryno query']);
    await userEvent.click(
      screen.getByRole('button', { name: 'Documents for Pyrra' }),
    );
    await waitFor(() =>
      expect(writeSloRules).toHaveBeenLastCalledWith(
        { format: 'pyrra', system: 'system:default/shop' },
        expect.anything(),
      ),
    );
    expect(screen.queryByLabelText('Tier')).not.toBeInTheDocument();
  });
});

describe('one SLO', () => {
  const PAGE = '/slos/default/checkout-availability';

  it('shows its document, windows, measurements, corrections and lints', async () => {
    await show(PAGE);
    expect(
      textOf(await screen.findByRole('table', { name: 'Past windows' })),
    ).toContain('60 % over budget');
    expect(
      textOf(await screen.findByRole('table', { name: 'Measurements' })),
    ).toContain('9901,00099 %');
    const corrections = await screen.findByRole('table', {
      name: 'Corrections',
    });
    expect(textOf(corrections)).toContain('Maintenance of the database');
    // Where it is decided on, and revoked.
    expect(
      within(corrections).getByRole('link', {
        name: 'Decide on it or revoke it',
      }),
    ).toHaveAttribute('href', '/acceptances?box=all&id=a1');
    expect(
      textOf(
        screen.getByRole('region', { name: 'What is odd about the alerts' }),
      ),
    ).toContain('Requests succeed: the alert page_fast can never fire');
    const document = screen.getByRole('region', { name: 'OpenSLO document' });
    expect(textOf(document)).toContain('kind: SLO');
    expect(
      within(document).getByRole('button', { name: 'Copy' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('review is current: 1 Mar 2027'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Checkout' })).toBeInTheDocument();
  });

  it('shows how the windows of a composite ended as a whole', async () => {
    const detail = buildSloDetail();
    const [part] = detail.status.objectives;
    await show(PAGE, {
      getSlo: async () => ({
        ...detail,
        status: { ...detail.status, whole: { ...part, index: -1 } },
      }),
    });
    expect(
      textOf(
        await screen.findByRole('table', { name: 'Past windows as a whole' }),
      ),
    ).toContain('60 % over budget');
  });

  it('asks for measurements of another length', async () => {
    const listSloBuckets = jest.fn(async () => pageOf([]));
    await show(PAGE, { listSloBuckets });
    const panel = await screen.findByRole('region', { name: 'Measurements' });
    expect(listSloBuckets).toHaveBeenLastCalledWith(
      CHECKOUT_SLO,
      { objective: 0, resolution: 3_600, limit: 20 },
      expect.anything(),
    );
    await userEvent.click(within(panel).getByRole('button', { name: '5 min' }));
    await waitFor(() =>
      expect(listSloBuckets).toHaveBeenLastCalledWith(
        CHECKOUT_SLO,
        { objective: 0, resolution: 300, limit: 20 },
        expect.anything(),
      ),
    );
    expect(screen.getByTestId('address')).toHaveTextContent('?buckets=five');
  });

  it('asks for a span to be left out, on the clock of the window', async () => {
    const requestSloCorrection = jest.fn(
      async () => ({ id: 'a2' } as Acceptance),
    );
    const detail = buildSloDetail();
    const window = { ...detail.status.window, zone: 'Europe/Berlin' };
    await show(PAGE, {
      requestSloCorrection,
      getSlo: async () => ({
        ...detail,
        status: { ...detail.status, window },
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Ask for a correction' }),
    );
    const dialog = screen.getByRole('dialog', {
      name: 'Leave a span of time out of Checkout availability',
    });
    const from = within(dialog).getByLabelText(/From/);
    const to = within(dialog).getByLabelText(/To/);
    const submit = within(dialog).getByRole('button', {
      name: 'Ask for the correction',
    });
    await userEvent.click(submit);
    expect(within(dialog).getByText('Say when it began')).toBeInTheDocument();
    fireEvent.change(from, { target: { value: '2026-11-20T10:00' } });
    fireEvent.change(to, { target: { value: '2026-11-20T09:00' } });
    expect(
      within(dialog).getByText('It has to end after it began'),
    ).toBeInTheDocument();
    fireEvent.change(to, { target: { value: '2026-11-20T11:00' } });
    await userEvent.type(within(dialog).getByLabelText(/Reason/), 'Moved');
    await userEvent.click(submit);
    await waitFor(() =>
      expect(requestSloCorrection).toHaveBeenCalledWith(CHECKOUT_SLO, {
        from: '2026-11-20T09:00:00.000Z',
        to: '2026-11-20T10:00:00.000Z',
        reason: 'Moved',
      }),
    );
  });

  it('offers no correction to those who may not ask for one', async () => {
    await show(PAGE, {
      getSlo: async () => buildSloDetail({ mayCorrect: false }),
    });
    await screen.findByRole('table', { name: 'Corrections' });
    expect(
      screen.queryByRole('button', { name: 'Ask for a correction' }),
    ).not.toBeInTheDocument();
  });

  it('names the debt that is linked to it', async () => {
    const listDebtItems = jest.fn(async () => ({
      items: [{ id: 'd1', title: 'Old queue', status: 'open' }],
      totalItems: 1,
      nextCursor: null,
      mayCreate: true,
    }));
    await show(PAGE, { listDebtItems } as unknown as Partial<OpmodelApi>);
    expect(
      await screen.findByRole('link', { name: 'Old queue' }),
    ).toHaveAttribute('href', '/tech-debt/items/d1');
    expect(listDebtItems).toHaveBeenCalledWith(
      expect.objectContaining({
        linkType: 'slo',
        linkRef: buildSloDetail().status.ref,
      }),
      expect.anything(),
    );
  });

  it('says so where there is no such SLO', async () => {
    await show(PAGE, {
      getSlo: async () => {
        throw new NotFoundError('no');
      },
    });
    expect(await screen.findByText('There is no such SLO')).toBeInTheDocument();
  });
});
