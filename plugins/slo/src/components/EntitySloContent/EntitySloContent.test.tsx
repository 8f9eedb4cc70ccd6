import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type {
  Acceptance,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { acceptancesRouteRef, pagesRouteRef } from '../../routes';
import {
  buildExhaustedSlo,
  buildGate,
  buildGroupReport,
  buildObjective,
  buildProposals,
  buildReport,
  buildReportWithoutSlo,
  buildSeries,
  buildSlo,
  buildUnmeasuredSlo,
  CHECKOUT,
  CHECKOUT_SLO,
  createFakeOpmodelApi,
  POLICY,
  textOf,
} from '../../testing';
import { EntitySloContent } from './EntitySloContent';

const acceptance = { id: 'a7' } as Acceptance;

async function show(
  overrides: Partial<OpmodelApi> = {},
  options: { kind?: string; path?: string } = {},
) {
  const { kind = 'Component', path = '/' } = options;
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, createFakeOpmodelApi(overrides)],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind,
          metadata: { name: 'checkout-api', namespace: 'default' },
        }}
      >
        <EntitySloContent />
      </EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/slos': pagesRouteRef,
        '/acceptances': acceptancesRouteRef,
      },
    },
  );
}

const objective = async (name = 'Requests succeed') =>
  screen.findByRole('region', { name });

describe('EntitySloContent of an entity', () => {
  it('says how each objective is doing, with word and figures', async () => {
    await show();
    const block = await objective();
    const text = textOf(block);
    expect(text).toContain('at risk');
    expect(text).toContain('99.92 %');
    expect(text).toContain('target 99.9 %');
    expect(text).toContain('23 %left');
    expect(text).toContain('770 of 1,000 bad events');
    expect(text).toContain('in part estimated');
    expect(text).toContain('2.4 ×');
    expect(text).toContain('6 h: 1.2 × · 3 d: 0.6 ×');
    expect(text).toContain('lastsat the last hour’s pace');
    expect(
      screen.getAllByRole('link', { name: 'Checkout availability' })[0],
    ).toHaveAttribute('href', '/slos/default/checkout-availability');
  });

  it('lists alerts, and says of one that it can never fire', async () => {
    await show();
    const alerts = await screen.findByRole('table', {
      name: 'Alerts of Requests succeed',
    });
    const [, firing, idle] = within(alerts).getAllByRole('row');
    expect(textOf(firing)).toContain('firing');
    expect(textOf(firing)).toContain(
      'burn rate of at least 2 × over 1 h and over 5 m',
    );
    expect(textOf(firing)).toContain('the document');
    expect(textOf(idle)).toContain('can never fire');
  });

  it('says how much a budget is overspent', async () => {
    await show({
      getEntitySlos: async () => buildReport({ items: [buildExhaustedSlo()] }),
    });
    const text = textOf(await objective('Answers within 300 ms'));
    expect(text).toContain('error budget used up');
    expect(text).toContain('12 %over budget');
    expect(text).toContain('112 of 100 bad slices');
    expect(text).toContain('nothing of it is left');
    expect(text).toContain('target 95 % with <= 0.3');
  });

  it('never shows as good what is not measured', async () => {
    await show({
      getEntitySlos: async () => buildReport({ items: [buildUnmeasuredSlo()] }),
      getSloSeries: async () =>
        buildSeries({
          points: buildSeries().points.map(point => ({
            ...point,
            remaining: null,
          })),
        }),
    });
    const text = textOf(await objective('Mail arrives'));
    expect(text).toContain('no data');
    expect(text).toContain('Nothing was measured in the window');
    expect(text).not.toContain('100 %');
    expect(text).not.toMatch(/\d % (left|over budget)/);
    expect(
      await screen.findByText('Nothing was measured in this window.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Prometheus: measuring fails')).toBeInTheDocument();
  });

  it('moves between the marks of the burn-down by keyboard, and tells what a deployment burned', async () => {
    await show();
    const lane = await screen.findByRole('group', { name: 'Deployments' });
    const mark = within(lane).getByRole('button');
    expect(mark).toHaveAccessibleName(
      /Failed deployment: Deployment 4\.2\.0.*This deployment burned 37.% of the budget\./,
    );
    mark.focus();
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      /burned 37.% of the budget/,
    );
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('link', { name: /Open it/ })).toHaveAttribute(
      'href',
      'https://ci.example.com/d1',
    );
    expect(
      within(screen.getByRole('group', { name: 'Incidents' })).getByRole(
        'button',
        { name: /It burned 30.% of the budget/ },
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('group', { name: 'Left out' })).toBeInTheDocument();
  });

  it('shows a page of many SLOs at a time', async () => {
    const getEntitySlos = jest.fn(async (_, query?: { cursor?: string }) =>
      query?.cursor
        ? buildReport({ items: [buildExhaustedSlo()], totalItems: 26 })
        : buildReport({ totalItems: 26, nextCursor: 'second' }),
    );
    await show({ getEntitySlos });
    await objective();
    const paging = screen.getByRole('navigation', { name: /Pages of SLOs/ });
    expect(
      within(paging).getByRole('button', { name: 'Previous' }),
    ).toBeDisabled();
    await userEvent.click(within(paging).getByRole('button', { name: 'Next' }));
    expect(await objective('Answers within 300 ms')).toBeInTheDocument();
    expect(getEntitySlos).toHaveBeenLastCalledWith(
      CHECKOUT,
      { limit: 25, cursor: 'second' },
      expect.anything(),
    );
  });

  it('says of a composite without a share of its own why it has none', async () => {
    const whole = buildObjective({ index: -1, attainment: null });
    await show({
      getEntitySlos: async () =>
        buildReport({ items: [buildSlo({ composite: true, whole })] }),
    });
    const text = textOf(await objective('As a whole'));
    expect(text).toContain('Events of different kinds have no share in common');
    expect(text).toContain('23 %left');
    expect(text).not.toContain('Nothing was measured');
  });

  it('gives the burn-down as a table, with gaps as gaps and what happened beside it', async () => {
    await show();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Error budget: Requests succeed: Show as a table',
      }),
    );
    const rows = screen.getAllByRole('row').map(textOf);
    expect(rows).toContainEqual(
      expect.stringMatching(/^22 Nov 2026,? 07:00 UTC.*no data.*–.*–/),
    );
    expect(rows).toContainEqual(
      expect.stringMatching(/11:00 UTC5 % over budget/),
    );
    expect(rows).toContainEqual(
      expect.stringMatching(/09:00 UTC.*This deployment burned 37 %/),
    );
  });

  it('moves over the calendar of days by arrow keys', async () => {
    await show();
    const grid = await screen.findByRole('grid', { name: 'Attainment by day' });
    const today = within(grid).getByRole('gridcell', {
      name: /22 Nov 2026: 99.1.%, missed/,
    });
    expect(today).toHaveAttribute('tabindex', '0');
    today.focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(
      within(grid).getByRole('gridcell', { name: /21 Nov 2026/ }),
    ).toHaveFocus();
    await userEvent.keyboard('{Home}');
    expect(
      within(grid).getByRole('gridcell', { name: /^8 Nov 2026/ }),
    ).toHaveFocus();
    expect(
      within(grid).getByRole('gridcell', { name: /11 Nov 2026.*no data/ }),
    ).toBeInTheDocument();
  });

  it('asks for the window of the objective, and for another one once it is chosen', async () => {
    const getSloSeries = jest.fn(async () => buildSeries());
    await show({ getSloSeries });
    await objective();
    await waitFor(() =>
      expect(getSloSeries).toHaveBeenLastCalledWith(
        CHECKOUT_SLO,
        { objective: 0, from: '2026-10-23', to: '2026-11-22' },
        expect.anything(),
      ),
    );
    await userEvent.click(screen.getByRole('button', { name: '90 d' }));
    await waitFor(() =>
      expect(getSloSeries).toHaveBeenLastCalledWith(
        CHECKOUT_SLO,
        { objective: 0, window: 'P90D' },
        expect.anything(),
      ),
    );
    await userEvent.click(screen.getByRole('button', { name: 'SLO window' }));
    await waitFor(() => expect(getSloSeries).toHaveBeenCalledTimes(3));
  });

  it('explains a budget with the very queries, and gives the focus back', async () => {
    await show();
    const button = within(await objective()).getByRole('button', {
      name: 'Explain Attainment',
    });
    await userEvent.click(button);
    const drawer = await screen.findByRole('dialog', {
      name: 'Error budget of Checkout availability',
    });
    await within(drawer).findByRole('table', { name: 'Figures' });
    const text = textOf(drawer);
    expect(text).toContain('999,230');
    expect(text).toContain('12 buckets (1 h) by corrections');
    expect(text).toContain('12 buckets were not measured');
    expect(text).toContain('http_requests_total{code!~"5.."}');
    expect(
      within(drawer).getByRole('link', {
        name: /Open it where it is measured/,
      }),
    ).toHaveAttribute('href', 'https://metrics.example.com/graph?g0.expr=good');
    expect(
      within(drawer).getAllByRole('button', { name: 'Copy' }),
    ).toHaveLength(2);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(drawer).not.toBeInTheDocument());
    expect(button).toHaveFocus();
  });

  it('says what follows, what was agreed, and what it depends on', async () => {
    await show();
    const consequences = await screen.findByRole('table', {
      name: 'Consequences of Tier 1 services',
    });
    expect(textOf(consequences)).toContain('Risky releases are held');
    expect(textOf(consequences)).toContain('in shadow mode');
    expect(
      screen.getByRole('link', { name: 'Tier 1 services' }),
    ).toHaveAttribute('href', '/slos/policies/default/tier-1-services');
    expect(
      textOf(screen.getByRole('table', { name: 'Service level agreements' })),
    ).toMatch(/99\.95 %99\.9 %1 month.*the SLO is not stricter/);
    expect(
      textOf(screen.getByRole('region', { name: 'What objectives depend on' })),
    ).toContain('promises 99.9 %. What it depends on promises 99.45 % at best');
    const steps = screen.getByRole('region', { name: 'What to do next' });
    expect(within(steps).getAllByRole('listitem')).toHaveLength(2);
  });

  it('asks for an exception from a policy', async () => {
    const requestPolicyException = jest.fn(async () => acceptance);
    await show({ requestPolicyException });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Ask for an exception from Tier 1 services',
      }),
    );
    const dialog = screen.getByRole('dialog');
    const submit = within(dialog).getByRole('button', {
      name: 'Ask for the exception',
    });
    await userEvent.click(submit);
    expect(requestPolicyException).not.toHaveBeenCalled();
    expect(
      within(dialog).getByText('Say why, for those who decide'),
    ).toBeInTheDocument();
    await userEvent.type(within(dialog).getByLabelText(/Reason/), 'A fix');
    await userEvent.click(submit);
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(requestPolicyException).toHaveBeenCalledWith(POLICY, {
      entityRef: CHECKOUT,
      reason: 'A fix',
      riskLevel: 'medium',
    });
    expect(
      await screen.findByRole('link', { name: 'See it among the acceptances' }),
    ).toHaveAttribute('href', '/acceptances?box=all&id=a7');
  });

  it('tells what the gate says, and breaks the glass only with a reason', async () => {
    const breakReleaseGate = jest
      .fn(async () => acceptance)
      .mockRejectedValueOnce(new Error('only members of the owner may'));
    await show({ breakReleaseGate });
    const gate = await screen.findByRole('region', { name: 'Release gate' });
    const text = textOf(gate);
    expect(text).toContain('held');
    expect(text).toContain('A pipeline is to wait.');
    expect(text).toContain(
      'Checkout availability: 23 % of the error budget is left; the policy holds releases at 25 % or less.',
    );
    expect(text).toContain('Rule version v2-1f9c');
    expect(
      within(gate).getByRole('link', { name: 'Reliability' }),
    ).toBeInTheDocument();
    await userEvent.click(
      within(gate).getByRole('button', { name: 'Break the glass' }),
    );
    const dialog = screen.getByRole('dialog', {
      name: 'Let releases of Checkout API pass',
    });
    const submit = within(dialog).getByRole('button', {
      name: 'Break the glass for 24 hours',
    });
    await userEvent.click(submit);
    expect(
      within(dialog).getByText('Say why it cannot wait'),
    ).toBeInTheDocument();
    const reason = within(dialog).getByLabelText(/Reason/);
    await userEvent.type(reason, 'Mends the outage');
    await userEvent.click(submit);
    expect(
      await within(dialog).findByText(/only members of the owner may/),
    ).toBeInTheDocument();
    expect(reason).toHaveValue('Mends the outage');
    await userEvent.click(submit);
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(breakReleaseGate).toHaveBeenLastCalledWith(CHECKOUT, {
      reason: 'Mends the outage',
    });
  });

  it('says of a gate in shadow mode what it would do, and shows what it answered', async () => {
    await show({
      getEntitySlos: async () =>
        buildReport({
          gate: buildGate({ decision: 'allowed', open: true, mode: 'shadow' }),
        }),
    });
    const gate = await screen.findByRole('region', { name: 'Release gate' });
    expect(textOf(gate)).toContain(
      'In shadow mode: nothing is held. It would hold risky releases.',
    );
    expect(
      within(gate).queryByRole('button', { name: 'Break the glass' }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      within(gate).getByRole('button', { name: 'Show what the gate answered' }),
    );
    expect(
      textOf(
        await within(gate).findByRole('table', {
          name: 'What the gate answered',
        }),
      ),
    ).toContain('release 4.3.0');
  });

  it('proposes an objective where there is none, as a document to copy', async () => {
    await show({ getEntitySlos: async () => buildReportWithoutSlo() });
    expect(await screen.findByText('No objective yet')).toBeInTheDocument();
    expect(screen.getByText(/service: checkout-api/)).toBeInTheDocument();
    const proposal = await screen.findByRole('region', {
      name: 'Checkout API availability',
    });
    const text = textOf(proposal);
    expect(text).toContain('Attainable target: 99.5 %');
    expect(text).toContain('Worst day: 99.1 %');
    expect(text).toContain('Present target: 99.9 %');
    expect(text).toContain('It would have been met in 96 % of past weeks');
    expect(text).toContain('kind: SLO');
    expect(
      within(proposal).getByRole('button', { name: 'Download the document' }),
    ).toBeInTheDocument();
  });

  it('names what is known of deployments, and shows no document without a target', async () => {
    const [measured] = buildProposals().items;
    await show({
      getEntitySlos: async () => buildReportWithoutSlo(),
      listSloProposals: async () => ({
        ...buildProposals(),
        items: [
          {
            ...measured,
            indicator: 'deployment-success',
            title: 'as the server calls it',
            values: { slo: null, objective: null, n: 56, present: null },
          },
          {
            ...measured,
            indicator: 'incident-free-minutes',
            title: 'as the server calls it',
            target: null,
            state: 'thin' as const,
            days: 4,
            wouldBeMetOn: null,
            document: '',
            values: { slo: null, objective: null, n: 5_760, present: null },
          },
        ],
      }),
    });
    const deployments = await screen.findByRole('region', {
      name: 'Deployments that did not fail',
    });
    expect(textOf(deployments)).toContain('From 56 deployments');
    expect(textOf(deployments)).not.toContain('Present target');
    const minutes = screen.getByRole('region', {
      name: 'Minutes without an incident',
    });
    expect(textOf(minutes)).toContain('Too little is known for a target.');
    expect(textOf(minutes)).toContain('From 5,760 minutes');
    expect(textOf(minutes)).not.toContain('The OpenSLO document');
    expect(within(minutes).queryByRole('button')).not.toBeInTheDocument();
  });

  it.each([
    [new NotAllowedError('no'), 'You may not see this'],
    [new NotFoundError('unknown'), 'Not known yet'],
    [new Error('out of order'), 'out of order'],
  ])('says so where it fails with %p', async (error, shown) => {
    await show({
      getEntitySlos: async () => {
        throw error;
      },
    });
    expect((await screen.findAllByText(shown)).length).toBeGreaterThan(0);
  });
});

describe('EntitySloContent of a group', () => {
  it('sums up what it owns, and lists the worst first', async () => {
    await show(
      { getEntitySlos: async () => buildGroupReport() },
      { kind: 'Group' },
    );
    const table = await screen.findByRole('table', {
      name: 'SLOs, the worst first',
    });
    const [, first, second] = within(table).getAllByRole('row');
    expect(textOf(first)).toContain('12 % over budget');
    expect(textOf(second)).toContain('23 % left');
    expect(
      textOf(screen.getByRole('region', { name: 'Coverage of tier 1' })),
    ).toContain('75 %');
    expect(
      textOf(screen.getByRole('table', { name: 'Coverage by tier' })),
    ).toContain('no tier10110 %');
    expect(
      screen.getByRole('link', { name: 'All SLOs of Checkout' }),
    ).toHaveAttribute('href', '/slos?owner=group%3Adefault%2Fcheckout');
    expect(
      screen.queryByRole('group', { name: 'Window' }),
    ).not.toBeInTheDocument();
  });
});
