import {
  catalogApiRef,
  entityPresentationApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import {
  buildDecision,
  buildDecisionPage,
  buildForumPage,
} from './__fixtures__/decisions';
import { DecisionsPage } from './DecisionsPage';

const group = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'shop', namespace: 'default', title: 'Shop' },
};

function Address() {
  const { search } = useLocation();
  return <output>{search}</output>;
}

async function show(overrides: Partial<OpmodelApi> = {}, search = '') {
  const api = {
    listDecisions: jest.fn(async () => buildDecisionPage(buildDecision())),
    getDecision: jest.fn(async () => buildDecision()),
    listDecisionForums: jest.fn(async () => buildForumPage()),
    listEntityDecisionRights: jest.fn(async () => ({
      items: [],
      forums: [],
      decisions: 1,
    })),
    listDebtItems: jest.fn(async () => ({
      items: [{ id: 'i-1', title: 'Two queues', status: 'open' }],
      totalItems: 1,
      nextCursor: null,
      mayCreate: false,
    })),
    ...overrides,
  };
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, api as unknown as OpmodelApi],
        [
          catalogApiRef,
          {
            queryEntities: async () => ({
              items: [group],
              totalItems: 1,
              pageInfo: {},
            }),
          } as any,
        ],
        [
          entityPresentationApiRef,
          {
            forEntity: (ref: string) => ({
              snapshot: { entityRef: ref, primaryTitle: ref },
            }),
          } as any,
        ],
      ]}
    >
      <DecisionsPage />
      <Address />
    </TestApiProvider>,
    {
      routeEntries: [`/${search}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return api;
}

const log = () => screen.findByRole('table', { name: 'Decision log' });
const address = () => screen.getByRole('status', { hidden: true }).textContent;

describe('DecisionsPage', () => {
  it('lists decisions with where they stand, and forums', async () => {
    await show({
      listDecisions: async () =>
        buildDecisionPage(
          buildDecision({
            reviewOn: '2026-07-01',
            reviewOverdue: true,
            ownerRef: null,
            ownerTitle: null,
          }),
        ),
    });
    const [, row] = within(await log()).getAllByRole('row');
    expect(row).toHaveTextContent('Use one queue');
    expect(row).toHaveTextContent('in force');
    expect(row).toHaveTextContent('overdue since 1 Jul 2026');
    expect(row).toHaveTextContent('somebody whom you may not see');
    const forums = await screen.findByRole('table', {
      name: 'Decision forums',
    });
    expect(forums).toHaveTextContent('Seams between services');
    expect(forums).toHaveTextContent('not in the catalog');
    expect(within(forums).getByRole('link', { name: /notes/ })).toHaveAttribute(
      'href',
      'https://notes.example.com/council',
    );
  });

  it('keeps search and filters in the address, and asks with them', async () => {
    const api = await show({}, '?status=accepted');
    await log();
    expect(api.listDecisions).toHaveBeenLastCalledWith(
      expect.objectContaining({ status: 'accepted', text: undefined }),
      expect.anything(),
    );
    await userEvent.type(
      screen.getByRole('searchbox', { name: /Search title/ }),
      'one queue',
    );
    await waitFor(() =>
      expect(api.listDecisions).toHaveBeenLastCalledWith(
        expect.objectContaining({ status: 'accepted', text: 'one queue' }),
        expect.anything(),
      ),
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Review overdue' }),
    );
    await waitFor(() =>
      expect(address()).toBe('?text=one+queue&status=accepted&reviewDue=true'),
    );
  });

  it('shows who decides about the entity that the list is about', async () => {
    const api = await show({}, '?entityRef=component:default/checkout');
    await log();
    expect(api.listEntityDecisionRights).toHaveBeenCalledWith(
      'component:default/checkout',
      expect.anything(),
    );
    expect(api.listDecisionForums).toHaveBeenCalledWith(
      expect.objectContaining({ entityRef: 'component:default/checkout' }),
      expect.anything(),
    );
  });

  it('opens a decision, shows its text as text, and goes back', async () => {
    await show({
      getDecision: async () =>
        buildDecision({
          decision: '<img src=x onerror=alert(1)>',
          supersedes: 'd-0',
          mayChange: false,
          links: [{ label: 'ADR 7', url: 'https://adr.example.com/7' }],
          versions: [
            {
              version: 1,
              at: '2026-06-01T09:00:00.000Z',
              by: 'user:default/ada',
              title: 'Use two queues',
              decision: 'Both are kept',
              status: 'proposed',
            },
          ],
        }),
    });
    await userEvent.click(
      within(await log()).getByRole('link', { name: 'Use one queue' }),
    );
    expect(
      await screen.findByText('<img src=x onerror=alert(1)>'),
    ).toBeInTheDocument();
    expect(address()).toBe('?decision=d-1');
    expect(screen.getByText(/Use two queues/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /ADR 7/ })).toHaveAttribute(
      'href',
      'https://adr.example.com/7',
    );
    expect(
      screen.queryByRole('button', { name: 'Change' }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'All decisions' }),
    );
    expect(await log()).toBeInTheDocument();
  });

  it('names the debt that is linked to a decision, once it is open', async () => {
    const api = await show();
    const link = within(await log()).getByRole('link', {
      name: 'Use one queue',
    });
    expect(api.listDebtItems).not.toHaveBeenCalled();
    await userEvent.click(link);
    expect(
      within(
        await screen.findByRole('region', { name: 'Debt linked to this' }),
      ).getByRole('link', { name: 'Two queues' }),
    ).toHaveAttribute('href', '/tech-debt/items/i-1');
    expect(api.listDebtItems).toHaveBeenCalledWith(
      expect.objectContaining({ linkType: 'decision', linkRef: 'd-1' }),
      expect.anything(),
    );
  });

  it('keeps what was typed when it cannot be saved, with the reason at its field', async () => {
    const updateDecision = jest
      .fn()
      .mockRejectedValueOnce(new Error(`'reviewOn' must be after 'decidedOn'`))
      .mockRejectedValueOnce(
        new Error(
          `Decision 'd-1' was changed in the meantime by user:default/ben`,
        ),
      )
      .mockResolvedValue(buildDecision({ version: 2 }));
    await show({ updateDecision }, '?decision=d-1');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change' }),
    );
    const dialog = screen.getByRole('dialog', { name: 'Change the decision' });
    const save = within(dialog).getByRole('button', { name: 'Save' });
    const title = within(dialog).getByRole('textbox', { name: /^Title/ });
    await userEvent.clear(title);
    await userEvent.click(save);
    expect(title).toHaveAccessibleDescription('This is needed');
    expect(updateDecision).not.toHaveBeenCalled();
    await userEvent.type(title, 'Use no queue');
    await userEvent.click(save);
    await waitFor(() =>
      expect(
        within(dialog).getByLabelText(/Review by/),
      ).toHaveAccessibleDescription(`'reviewOn' must be after 'decidedOn'`),
    );
    expect(title).toHaveValue('Use no queue');
    await userEvent.click(save);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'was changed in the meantime by user:default/ben',
    );
    await userEvent.click(save);
    await waitFor(() =>
      expect(
        screen.queryByRole('dialog', { name: 'Change the decision' }),
      ).not.toBeInTheDocument(),
    );
    expect(updateDecision).toHaveBeenLastCalledWith(
      'd-1',
      expect.objectContaining({ title: 'Use no queue', version: 1 }),
    );
  });

  it('says what would be there, and how to see more', async () => {
    const api = await show(
      { listDecisions: jest.fn(async () => buildDecisionPage()) },
      '?text=nothing',
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear the filters' }),
    );
    expect(
      await screen.findByText('Nothing has been decided yet'),
    ).toBeInTheDocument();
    expect(api.listDecisions).toHaveBeenCalledTimes(2);
  });

  it('tells no permission from no decision', async () => {
    const denied = Object.assign(new Error('No'), { name: 'NotAllowedError' });
    await show({
      listDecisions: async () => {
        throw denied;
      },
    });
    expect(
      await screen.findByText(/permission|not allowed/i),
    ).toBeInTheDocument();
    expect(
      screen.queryByText('Nothing has been decided yet'),
    ).not.toBeInTheDocument();
  });

  it('says so where a decision is not there', async () => {
    await show(
      {
        getDecision: async () => {
          throw Object.assign(new Error('No'), { name: 'NotFoundError' });
        },
      },
      '?decision=x',
    );
    expect(
      await screen.findByText('There is no such decision'),
    ).toBeInTheDocument();
  });
});
