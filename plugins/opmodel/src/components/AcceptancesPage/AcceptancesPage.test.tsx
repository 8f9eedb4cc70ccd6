import { renderTestApp } from '@backstage/frontend-test-utils';
import { ResponseError } from '@backstage/errors';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  renderInTestApp as renderInLegacyTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  Acceptance,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { Route, Routes } from 'react-router-dom';
import opmodelPluginAlpha from '../../alpha';
import { OpmodelAcceptancesPage } from '../../plugin';

const handOver: Acceptance = {
  id: 'a1',
  subject: 'hand_over',
  subjectRef: null,
  title: 'Hand-over of Cart to Mail',
  entities: [
    {
      ref: 'component:default/cart',
      title: 'Cart',
      ownerRef: 'group:default/shop',
    },
  ],
  riskLevel: 'low',
  reason: 'It sends mail',
  compensatingControl: null,
  requestedBy: 'user:default/ada',
  requestedAt: '2026-11-20T10:00:00.000Z',
  decideBy: '2026-12-04',
  approvers: [
    {
      ref: 'group:default/mail',
      title: 'Mail',
      exists: true,
      rightId: null,
    },
  ],
  approvalsNeeded: 1,
  approvals: [],
  expiresOn: null,
  maximumDays: null,
  state: 'requested',
  details: {
    toRef: 'group:default/mail',
    snippet: 'spec:\n  owner: group:default/mail\n',
  },
  history: [
    {
      at: '2026-11-20T10:00:00.000Z',
      kind: 'requested',
      by: 'user:default/ada',
      note: null,
      approverRefs: ['group:default/mail'],
      approvalsNeeded: 1,
    },
  ],
  mayDecide: true,
  mayWithdraw: false,
  mayRevoke: false,
};

/** An engine with one request, which it lets be decided. */
function engineWith(overrides: Partial<OpmodelApi> = {}) {
  let kept = handOver;
  const asked: unknown[] = [];
  const decideAs =
    (state: Acceptance['state']) => async (id: string, body: object) => {
      asked.push([state, id, body]);
      kept = { ...kept, state, mayDecide: false };
      return kept;
    };
  const api = {
    listAcceptances: async query => {
      asked.push(query);
      const items = query?.box === 'to_decide' && !kept.mayDecide ? [] : [kept];
      return { items, totalItems: items.length, nextCursor: null };
    },
    getAcceptance: async () => kept,
    listDebtItems: async () => ({
      items: [],
      totalItems: 0,
      nextCursor: null,
      mayCreate: false,
    }),
    approveAcceptance: decideAs('approved'),
    denyAcceptance: decideAs('denied'),
    ...overrides,
  } as Partial<OpmodelApi> as OpmodelApi;
  return { api, asked };
}

function renderPage(api: OpmodelApi, path = '/acceptances') {
  renderTestApp({
    features: [opmodelPluginAlpha],
    apis: [[opmodelApiRef, api]],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [path],
  });
}

const patience = { timeout: 20_000 };

describe('the inbox of acceptances', () => {
  jest.setTimeout(60_000);

  it('opens a request and lets it be approved, by the keyboard alone', async () => {
    const { api, asked } = engineWith();
    renderPage(api);
    const open = await screen.findByRole(
      'button',
      { name: 'Open Hand-over of Cart to Mail' },
      patience,
    );
    open.focus();
    await userEvent.keyboard('{Enter}');
    const detail = await screen.findByRole('dialog', {
      name: 'Hand-over of Cart to Mail',
    });
    expect(await within(detail).findByText('It sends mail')).toBeVisible();
    expect(detail).toHaveTextContent(
      'by ownership, as no decision right names anybody',
    );
    expect(detail).not.toHaveTextContent('owner: group:default/mail');
    within(detail).getByRole('button', { name: 'Approve' }).focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(asked).toContainEqual(['approved', 'a1', {}]));
    // What is to be done then is ready to be copied.
    await waitFor(() =>
      expect(detail).toHaveTextContent('owner: group:default/mail'),
    );
    await userEvent.keyboard('{Escape}');
    expect(
      await screen.findByText(/Nothing waits for you/, {}, patience),
    ).toBeVisible();
  });

  it('names the debt that is linked to it, once it is open', async () => {
    const listDebtItems = jest.fn(async () => ({
      items: [{ id: 'd1', title: 'Mail by cart', status: 'open' }],
      totalItems: 1,
      nextCursor: null,
      mayCreate: false,
    }));
    const { api } = engineWith({
      listDebtItems: listDebtItems as unknown as OpmodelApi['listDebtItems'],
    });
    renderPage(api);
    const open = await screen.findByRole(
      'button',
      { name: 'Open Hand-over of Cart to Mail' },
      patience,
    );
    expect(listDebtItems).not.toHaveBeenCalled();
    await userEvent.click(open);
    const detail = await screen.findByRole('dialog');
    expect(
      await within(detail).findByRole('link', { name: 'Mail by cart' }),
    ).toHaveAttribute('href', '/tech-debt/items/d1');
    expect(detail).toHaveTextContent('Debt linked to this');
    expect(listDebtItems).toHaveBeenCalledWith(
      expect.objectContaining({ linkType: 'exemption', linkRef: 'a1' }),
      expect.anything(),
    );
  });

  it('asks why something is denied, and keeps what was written where it fails', async () => {
    const failure = await ResponseError.fromResponse(
      new Response(
        JSON.stringify({
          error: { name: 'ConflictError', message: 'It is withdrawn' },
        }),
        {
          status: 409,
          headers: { 'content-type': 'application/json' },
        },
      ) as never,
    );
    const { api, asked } = engineWith({
      denyAcceptance: async () => {
        throw failure;
      },
    });
    renderPage(api, '/acceptances?id=a1');
    const detail = await screen.findByRole('dialog', {}, patience);
    const deny = await within(detail).findByRole('button', { name: 'Deny' });
    await userEvent.click(deny);
    expect(detail).toHaveTextContent('Say why, for whoever asked');
    expect(asked.filter(one => Array.isArray(one))).toEqual([]);
    const note = within(detail).getByRole('textbox', { name: 'Note' });
    await userEvent.type(note, 'Not ours');
    await userEvent.click(deny);
    expect(await within(detail).findByRole('alert')).toHaveTextContent(
      'It is withdrawn',
    );
    expect(note).toHaveValue('Not ours');
  });

  it('shows what the link says, and asks for no more than that', async () => {
    const { api, asked } = engineWith();
    renderPage(api, '/acceptances?box=all&state=requested&subject=hand_over');
    expect(
      await screen.findByRole('table', { name: 'All' }, patience),
    ).toBeVisible();
    expect(asked).toEqual([
      { box: 'all', state: 'requested', subject: 'hand_over', limit: 25 },
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Asked by me' }));
    await waitFor(() =>
      expect(asked.at(-1)).toEqual({
        box: 'requested',
        state: 'requested',
        subject: 'hand_over',
        limit: 25,
      }),
    );
  });

  it('says that somebody may not read it', async () => {
    const error = Object.assign(new Error('no'), { name: 'NotAllowedError' });
    const { api } = engineWith({
      listAcceptances: async () => {
        throw error;
      },
    });
    renderPage(api);
    expect(await screen.findByText(/permission/, {}, patience)).toBeVisible();
  });

  it('stands where an app of the earlier frontend system puts it', async () => {
    const { api } = engineWith();
    await renderInLegacyTestApp(
      <TestApiProvider apis={[[opmodelApiRef, api]]}>
        <Routes>
          <Route path="/acceptances" element={<OpmodelAcceptancesPage />} />
        </Routes>
      </TestApiProvider>,
      {
        routeEntries: ['/acceptances'],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    expect(
      await screen.findByRole(
        'button',
        { name: 'Open Hand-over of Cart to Mail' },
        patience,
      ),
    ).toBeVisible();
  });
});
