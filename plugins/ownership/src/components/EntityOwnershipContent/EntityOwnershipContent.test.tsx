import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createFakeOpmodelApi } from '../../__fixtures__/fakeOpmodelApi';
import {
  buildGroupReport,
  buildOwnershipReport,
  buildReviewEvents,
  buildUnownedReport,
} from '../../__fixtures__/ownershipReport';
import { pagesRouteRef } from '../../routes';
import { EntityOwnershipContent } from './EntityOwnershipContent';

const groups = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'platform', namespace: 'default', title: 'Platform' },
    spec: { type: 'team', children: [] },
  },
];

async function show(
  overrides: Partial<OpmodelApi> = {},
  options: { kind?: string; path?: string } = {},
) {
  const { kind = 'Component', path = '/' } = options;
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, createFakeOpmodelApi(overrides)],
        [catalogApiRef, catalogApiMock({ entities: groups })],
      ]}
    >
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind,
          metadata: { name: 'payments-api', namespace: 'default' },
        }}
      >
        <EntityOwnershipContent />
      </EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/ownership': pagesRouteRef,
      },
    },
  );
}

function textOf(element: HTMLElement): string {
  return (element.textContent ?? '').replace(/\s/g, ' ');
}

describe('EntityOwnershipContent of an entity', () => {
  it('shows every rung with its state, evidence and remedy', async () => {
    await show();
    const ladder = await screen.findByRole('list', {
      name: 'Ownership ladder',
    });
    const rungs = within(ladder).getAllByRole('listitem');
    expect(rungs).toHaveLength(7);
    expect(textOf(rungs[3])).toContain('reached');
    expect(textOf(rungs[3])).toContain('4 members');
    expect(textOf(rungs[5])).toContain('missing');
    expect(textOf(rungs[5])).toContain(
      'appliesTo: [component:default/payments-api]',
    );
    expect(
      screen.getByText(/5 of 7 are reached without one missing below them/),
    ).toBeInTheDocument();
  });

  it('says whom to ask, up to the head, and whom to page, and whom then', async () => {
    await show();
    const chain = await screen.findByRole('list', {
      name: 'Up to the head of the organisation',
    });
    expect(textOf(chain)).toBe('PaymentsCompany');
    const steps = await screen.findByRole('list', { name: 'Escalation path' });
    expect(textOf(steps)).toContain('at oncePayments#payments');
    expect(textOf(steps)).toContain('after 30 m, via phoneCompany');
    const onCall = screen.getByRole('region', { name: 'On call' });
    expect(textOf(onCall)).toContain('Ada Byrne');
  });

  it('asks for the escalation of what is chosen', async () => {
    const getEntityEscalation = jest.fn(
      createFakeOpmodelApi().getEntityEscalation,
    );
    await show({ getEntityEscalation });
    await userEvent.type(await screen.findByLabelText('Severity'), 'sev1');
    await waitFor(() =>
      expect(getEntityEscalation).toHaveBeenLastCalledWith(
        'component:default/payments-api',
        { about: 'incident', severity: 'sev1' },
        expect.anything(),
      ),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Risk' }));
    expect(getEntityEscalation).toHaveBeenLastCalledWith(
      'component:default/payments-api',
      { about: 'risk' },
      expect.anything(),
    );
  });

  it('shows the decision rights, the history and what CODEOWNERS say', async () => {
    await show();
    const rights = await screen.findByRole('table', {
      name: 'Decision rights',
    });
    expect(textOf(rights)).toMatch(/with one of\s*Architects/);
    expect(
      textOf(screen.getByRole('list', { name: 'Ownership history' })),
    ).toMatch(/Payments.*owns it since 2 Mar 2026.*Shop.*owned it until/);
    expect(
      textOf(
        screen.getByRole('region', { name: 'CODEOWNERS and the catalog' }),
      ),
    ).toContain('agrees in part');
    expect(screen.getByRole('link', { name: /2 decisions/ })).toHaveAttribute(
      'href',
      '/ownership/decisions?entityRef=component%3Adefault%2Fpayments-api',
    );
  });

  it('confirms the ownership and reads it anew', async () => {
    const confirmOwnership = jest.fn(
      async () => buildOwnershipReport().review!,
    );
    const getEntityOwnership = jest.fn(async () => buildOwnershipReport());
    await show({ confirmOwnership, getEntityOwnership });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Confirm' }),
    );
    const dialog = screen.getByRole('dialog', {
      name: 'Confirm the ownership of Payments API',
    });
    await userEvent.type(within(dialog).getByLabelText('Note'), 'Still ours');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Confirm ownership' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(confirmOwnership).toHaveBeenCalledWith(
      'component:default/payments-api',
      { note: 'Still ours' },
    );
    expect(getEntityOwnership).toHaveBeenCalledTimes(2);
  });

  it('asks another team to take it over, and keeps what was typed when that fails', async () => {
    const requestHandOver = jest.fn(async () => {
      throw new Error('a hand-over waits already');
    });
    await show({ requestHandOver });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Hand over' }),
    );
    const dialog = screen.getByRole('dialog', {
      name: 'Hand over Payments API',
    });
    const submit = within(dialog).getByRole('button', {
      name: 'Ask for acceptance',
    });
    await userEvent.click(submit);
    expect(requestHandOver).not.toHaveBeenCalled();
    expect(
      within(dialog).getByText('Choose the team that is to take it over'),
    ).toBeInTheDocument();
    await userEvent.click(within(dialog).getByLabelText(/Receiving team/));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Platform' }),
    );
    await userEvent.type(
      within(dialog).getByLabelText(/Reason/),
      'It is a platform',
    );
    await userEvent.click(submit);
    expect(
      await within(dialog).findByText(/a hand-over waits already/),
    ).toBeInTheDocument();
    expect(requestHandOver).toHaveBeenCalledWith(
      'component:default/payments-api',
      { toRef: 'group:default/platform', reason: 'It is a platform' },
    );
    expect(within(dialog).getByLabelText(/Reason/)).toHaveValue(
      'It is a platform',
    );
  });

  it('sets and removes the day by which a gap is to be closed', async () => {
    const setOwnershipGapDate = jest.fn(
      async () => buildOwnershipReport().gapDates[0],
    );
    const removeOwnershipGapDate = jest.fn(async () => {});
    await show({ setOwnershipGapDate, removeOwnershipGapDate });
    const gaps = await screen.findByRole('table', { name: 'Gaps' });
    expect(textOf(gaps)).toContain('overdue');
    await userEvent.click(
      within(gaps).getByRole('button', {
        name: 'Set the date of: No escalation path',
      }),
    );
    const dialog = screen.getByRole('dialog');
    const day = within(dialog).getByLabelText(/Day/);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Set the date' }),
    );
    expect(within(dialog).getByText('Choose a day')).toBeInTheDocument();
    await userEvent.type(day, '2026-12-24');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Set the date' }),
    );
    await waitFor(() =>
      expect(setOwnershipGapDate).toHaveBeenCalledWith(
        'component:default/payments-api',
        { gap: 'owner_without_escalation', dueDay: '2026-12-24' },
      ),
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Remove the date of: Review overdue',
      }),
    );
    expect(removeOwnershipGapDate).toHaveBeenCalledWith(
      'component:default/payments-api',
      'review_overdue',
    );
  });

  it('says what became of earlier reviews', async () => {
    await show();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Show what became of earlier reviews',
      }),
    );
    expect(
      await screen.findByText('the confirmation by payments expired'),
    ).toBeInTheDocument();
  });

  it('says that the catalog declares a confirmation, and calls nobody in particular', async () => {
    const [event] = buildReviewEvents().items;
    await show({
      listEntityOwnershipReviews: async () => ({
        items: [
          {
            ...event,
            kind: 'confirmed',
            by: null,
            note: 'opmodel.io/ownership-reviewed in the catalog',
          },
        ],
        totalItems: 1,
        nextCursor: null,
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Show what became of earlier reviews',
      }),
    );
    const events = await screen.findByRole('list', {
      name: 'What became of the reviews',
    });
    expect(textOf(events)).toContain(
      'declared in the catalog as confirmed by payments',
    );
    expect(textOf(events)).not.toContain('somebody');
  });

  it('says what would help where nobody owns it, and what is not set up', async () => {
    await show({ getEntityOwnership: async () => buildUnownedReport() });
    const ladder = await screen.findByRole('list', {
      name: 'Ownership ladder',
    });
    const [first, second] = within(ladder).getAllByRole('listitem');
    expect(textOf(first)).toContain(
      'The team that works on it most is Payments',
    );
    expect(textOf(first)).toContain('owner: group:default/payments');
    expect(textOf(second)).toContain('cannot be told yet');
    expect(textOf(screen.getByRole('region', { name: 'On call' }))).toContain(
      'not set up',
    );
    expect(
      textOf(screen.getByRole('region', { name: 'Teams that work on it' })),
    ).toContain('40 commits, 80 % of all, by 3 people');
    expect(
      screen.queryByRole('button', { name: 'Confirm' }),
    ).not.toBeInTheDocument();
  });

  it('says so where the caller may not see it', async () => {
    await show({
      getEntityOwnership: async () => {
        throw new NotAllowedError('no');
      },
    });
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });

  it('says so where the engine does not know it yet', async () => {
    await show({
      getEntityOwnership: async () => {
        throw new NotFoundError('no');
      },
    });
    expect(await screen.findByText('Not known yet')).toBeInTheDocument();
  });
});

describe('EntityOwnershipContent of a group', () => {
  const group: Partial<OpmodelApi> = {
    getEntityOwnership: async () => buildGroupReport(),
  };

  it('shows the coverage of what it owns, with its change and what needs attention', async () => {
    await show(group, { kind: 'Group' });
    const coverage = await screen.findByRole('region', {
      name: 'Ownership coverage',
    });
    expect(textOf(coverage)).toContain('40 %');
    expect(textOf(coverage)).toContain('10 points higher');
    expect(textOf(coverage)).toContain('4 of 10 reach every rung');
    const members = await screen.findByRole('table', {
      name: 'Entities that need attention first',
    });
    expect(
      within(members).getByRole('link', { name: 'Payments API' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/ownership',
    );
    expect(within(members).queryByText('Mailer')).not.toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'All entities of Payments' }),
    ).toHaveAttribute('href', '/ownership?owner=group%3Adefault%2Fpayments');
  });

  it('tells the trend as a table, with a gap where nothing was known', async () => {
    await show(group, { kind: 'Group' });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Coverage over time: Show as a table',
      }),
    );
    expect(
      screen.getByRole('row', { name: /^20 Nov 2026 – – – –/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('row', { name: /22 Nov 2026.*another definition/ }),
    ).toBeInTheDocument();
  });

  it('shows what the team says of itself, carries, and with whom it works too long', async () => {
    await show(group, { kind: 'Group' });
    const team = await screen.findByRole('region', { name: 'The team' });
    expect(textOf(team)).toContain('stream-aligned');
    expect(textOf(team)).toContain('checkout, refund');
    const table = screen.getByRole('table', { name: 'Works with' });
    expect(textOf(table)).toContain('overdue');
    const load = screen.getByRole('region', { name: 'What the team carries' });
    expect(textOf(load)).toContain('Open incidentsnot known');
    expect(textOf(load)).toContain('Weight per member4');
  });

  it('explains the coverage with the figures of this case', async () => {
    await show(group, { kind: 'Group', path: '/?explain=coverage' });
    const drawer = await screen.findByRole('dialog', {
      name: 'Ownership coverage',
    });
    await within(drawer).findByText(/Coverage = 4 \/ 10/);
    expect(textOf(drawer)).toContain('Weighted = 4 / 16 = 25 %');
    expect(textOf(drawer)).toContain(
      '2 entities whose lifecycle needs no owner any more',
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('says so where it owns nothing', async () => {
    const report = buildGroupReport();
    const { rollUp } = report;
    await show(
      {
        getEntityOwnership: async () => ({
          ...report,
          rollUp: {
            ...rollUp!,
            coverage: {
              entities: 0,
              full: 0,
              share: null,
              weightedShare: null,
              state: 'no_data',
            },
          },
        }),
      },
      { kind: 'Group' },
    );
    expect(await screen.findByText('Nothing to own')).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'The team' }),
    ).toBeInTheDocument();
  });
});
