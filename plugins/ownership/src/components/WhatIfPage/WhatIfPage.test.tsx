import {
  catalogApiRef,
  entityPresentationApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type {
  OpmodelApi,
  OwnershipPlan,
  WhatIfAnswer,
} from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { WhatIfPage } from './WhatIfPage';

const [cards, payments] = ['group:default/cards', 'group:default/payments'];
const merge = {
  type: 'merge_teams' as const,
  teamRefs: [cards],
  toRef: payments,
};

const load = (entities: number, members: number) => ({
  entities,
  weighted: entities,
  members,
  onCall: null,
  openIncidents: null,
  deployments: null,
  interactions: 0,
});
const coverage = (full: number) => ({
  entities: 10,
  full,
  share: full / 10,
  weightedShare: full / 10,
  state: 'ok' as const,
});

const answer: WhatIfAnswer = {
  before: coverage(8),
  after: coverage(6),
  gaps: [
    { gap: 'review_overdue', before: 2, after: 4 },
    { gap: 'dangling_owner', before: 0, after: 1 },
  ],
  entities: [
    {
      ref: 'component:default/till',
      title: 'Till',
      kind: 'component',
      tier: '1',
      ownerBefore: cards,
      ownerAfter: payments,
      reachedBefore: 7,
      reachedAfter: 6,
      newGaps: ['review_overdue'],
      closedGaps: [],
    },
  ],
  moreEntities: 3,
  teams: [
    {
      ref: payments,
      title: 'Payments',
      ends: false,
      before: load(4, 4),
      after: load(9, 6),
      perMemberBefore: 1,
      perMemberAfter: 1.5,
    },
    {
      ref: cards,
      title: 'Cards',
      ends: true,
      before: load(5, 2),
      after: null,
      perMemberBefore: 2.5,
      perMemberAfter: null,
    },
  ],
  warnings: [
    { id: 'only_visible', values: {} },
    {
      id: 'escalation_ends',
      values: {
        teamRef: cards,
        documentRef: 'escalationpath:default/nights',
      },
    },
  ],
  asOf: null,
};

const plan: OwnershipPlan = {
  id: 'p1',
  name: 'One team',
  changes: [merge],
  readerRefs: [],
  createdBy: 'user:default/ada',
  createdAt: '2026-11-01T10:00:00Z',
  updatedAt: '2026-11-01T10:00:00Z',
  expiresOn: '2027-01-30',
  version: 1,
  mayChange: true,
  answer,
  problem: null,
};

function Address() {
  const { search } = useLocation();
  return <output data-testid="address">{search}</output>;
}

async function show(overrides: Partial<OpmodelApi> = {}, search = '') {
  const api = {
    askWhatIf: jest.fn(async () => answer),
    listOwnershipPlans: jest.fn(async () => ({
      items: [{ ...plan, answer: null }],
      totalItems: 1,
      nextCursor: null,
    })),
    getOwnershipPlan: jest.fn(async () => plan),
    createOwnershipPlan: jest.fn(async () => plan),
    updateOwnershipPlan: jest.fn(async () => ({ ...plan, version: 2 })),
    deleteOwnershipPlan: jest.fn(async () => {}),
    listOwnership: jest.fn(async ({ owner }: any) => ({
      items:
        owner[0] === cards
          ? [{ ref: 'system:default/till', title: 'Till' }]
          : [],
      totalItems: owner[0] === cards ? 1 : 0,
      nextCursor: null,
    })),
    ...overrides,
  };
  const entity = (kind: string, name: string) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
  });
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, api as unknown as OpmodelApi],
        [
          catalogApiRef,
          {
            queryEntities: async ({ filter }: any) => ({
              items: [filter.kind].flat().includes('user')
                ? [entity('User', 'ben')]
                : [entity('Group', 'cards'), entity('Group', 'payments')],
              totalItems: 2,
              pageInfo: {},
            }),
          } as any,
        ],
        [
          entityPresentationApiRef,
          {
            forEntity: (ref: string) => {
              const snapshot = {
                entityRef: ref,
                primaryTitle: ref.replace(/.*\//, ''),
              };
              return { snapshot, promise: Promise.resolve(snapshot) };
            },
          } as any,
        ],
      ]}
    >
      <WhatIfPage />
      <Address />
    </TestApiProvider>,
    {
      routeEntries: [`/${search}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return api;
}

/** Chooses in a picker by keyboard alone. */
async function choose(label: RegExp | string, option: RegExp) {
  const field = await screen.findByRole('textbox', { name: label });
  await userEvent.click(field);
  await screen.findByRole('option', { name: option });
  for (
    let tries = 0;
    tries < 5 &&
    !screen.getByRole('option', { name: option }).hasAttribute('data-focus');
    tries += 1
  ) {
    await userEvent.keyboard('{ArrowDown}');
  }
  await userEvent.keyboard('{Enter}');
}

async function addMerge() {
  await userEvent.click(screen.getByRole('button', { name: 'Add a change' }));
  await choose(/Teams that end/, /cards/);
  await choose(/Team that takes over/, /payments/);
  await userEvent.click(screen.getByRole('button', { name: 'Add' }));
}

describe('WhatIfPage', () => {
  it('says that it changes nothing, and asks nothing before there is a change', async () => {
    const api = await show();
    expect(
      await screen.findByText(/Nothing is changed in the catalog/),
    ).toBeInTheDocument();
    expect(api.askWhatIf).not.toHaveBeenCalled();
  });

  it('tells what a change would do', async () => {
    const api = await show();
    await addMerge();
    const entities = await screen.findByRole('table', {
      name: 'Entities that differ',
    });
    expect(api.askWhatIf).toHaveBeenLastCalledWith(
      { changes: [merge] },
      expect.anything(),
    );
    expect(entities).toHaveTextContent('cards → payments');
    expect(entities).toHaveTextContent('Review overdue');
    expect(screen.getByText(/3 more entities differ/)).toBeInTheDocument();
    const teams = screen.getByRole('table', {
      name: 'Teams whose load differs',
    });
    expect(teams).toHaveTextContent('1 → 1.5');
    expect(teams).toHaveTextContent('load grows');
    expect(teams).toHaveTextContent('ends');
    expect(
      screen.getByRole('region', { name: 'Reach every rung' }),
    ).toHaveTextContent('60 %');
    expect(
      screen.getByRole('region', { name: 'Without an owner that exists' }),
    ).toHaveTextContent('was 0');
    const warnings = screen.getByRole('region', { name: 'To be looked after' });
    expect(warnings).toHaveTextContent('Only what you may see is counted');
    expect(warnings).toHaveTextContent('nights escalates by way of cards');
  });

  it('keeps the form open until a change is whole', async () => {
    const api = await show();
    await userEvent.click(screen.getByRole('button', { name: 'Add a change' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(screen.getByText('Choose at least one team')).toBeInTheDocument();
    expect(
      screen.getByText('Choose the team that takes over'),
    ).toBeInTheDocument();
    expect(api.askWhatIf).not.toHaveBeenCalled();
  });

  it('puts what the engine refuses beside the change', async () => {
    await show({
      askWhatIf: async () => {
        throw new Error('changes[0].toRef must be a group');
      },
    });
    await addMerge();
    const [line] = within(
      await screen.findByRole('list', { name: 'Changes' }),
    ).getAllByRole('listitem');
    await waitFor(() =>
      expect(within(line).getByRole('alert')).toHaveTextContent(
        'changes[0].toRef must be a group',
      ),
    );
  });

  it('moves a system to another team by keyboard and by dragging', async () => {
    const api = await show();
    await choose('Show a team', /cards/);
    await choose('Show a team', /payments/);
    const from = await screen.findByRole('region', { name: 'cards' });
    const to = screen.getByRole('region', { name: 'payments' });
    await userEvent.click(
      await within(from).findByRole('button', { name: 'Pick up Till' }),
    );
    expect(screen.getByText(/Till is picked up/)).toBeInTheDocument();
    await userEvent.click(
      within(to).getByRole('button', { name: 'Put Till onto payments' }),
    );
    const move = {
      type: 'move_systems',
      entityRefs: ['system:default/till'],
      toRef: payments,
    };
    await waitFor(() =>
      expect(api.askWhatIf).toHaveBeenLastCalledWith(
        { changes: [move] },
        expect.anything(),
      ),
    );
    const dataTransfer = { setData: jest.fn() };
    fireEvent.dragStart(within(from).getByRole('heading', { name: 'cards' }), {
      dataTransfer,
    });
    fireEvent.dragOver(to, { dataTransfer });
    fireEvent.drop(to, { dataTransfer });
    await waitFor(() =>
      expect(api.askWhatIf).toHaveBeenLastCalledWith(
        { changes: [move, merge] },
        expect.anything(),
      ),
    );
  });

  it('saves a plan with its readers, and keeps only its id in the address', async () => {
    const api = await show();
    await addMerge();
    const save = await screen.findByRole('button', { name: 'Save as plan' });
    await waitFor(() => expect(save).toBeEnabled());
    await userEvent.click(save);
    const dialog = screen.getByRole('dialog', { name: 'Save the plan' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(screen.getByText('Give the plan a name')).toBeInTheDocument();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Name/ }),
      'One team',
    );
    await choose('Readers', /ben/);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(api.createOwnershipPlan).toHaveBeenCalledWith({
        name: 'One team',
        changes: [merge],
        readerRefs: ['user:default/ben'],
      }),
    );
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent('?plan=p1'),
    );
  });

  it('opens a plan for its reader without a way to change it', async () => {
    await show(
      { getOwnershipPlan: async () => ({ ...plan, mayChange: false }) },
      '?plan=p1',
    );
    expect(
      await screen.findByText(/only they may change it/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Add a change' }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Save the plan' }),
    ).not.toBeInTheDocument();
    expect(
      screen.getByText('1. Merge cards into payments'),
    ).toBeInTheDocument();
  });

  it('says why a plan has no answer, and what is not there', async () => {
    await show(
      {
        getOwnershipPlan: async () => ({
          ...plan,
          answer: null,
          problem: 'changes[0].toRef must be a group',
        }),
      },
      '?plan=p1',
    );
    expect(
      await screen.findByText('The plan has no answer any more'),
    ).toBeInTheDocument();
  });

  it('says that a plan is not there as if it had never been', async () => {
    await show(
      {
        getOwnershipPlan: async () => {
          throw Object.assign(new Error('No plan'), { statusCode: 404 });
        },
      },
      '?plan=gone',
    );
    expect(
      await screen.findByText('There is no such plan'),
    ).toBeInTheDocument();
  });

  it('deletes a plan after asking once, and keeps what is being tried', async () => {
    const api = await show();
    await addMerge();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete One team' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Delete plan' }));
    await waitFor(() =>
      expect(api.deleteOwnershipPlan).toHaveBeenCalledWith('p1'),
    );
    await waitFor(() =>
      expect(api.listOwnershipPlans).toHaveBeenCalledTimes(2),
    );
    expect(
      screen.getByText('1. Merge cards into payments'),
    ).toBeInTheDocument();
  });
});
