import { identityApiRef } from '@backstage/core-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  OpmodelApi,
  OwnershipReview,
} from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { ReviewsPage } from './ReviewsPage';

const cart: OwnershipReview = {
  entityRef: 'component:default/cart',
  entityTitle: 'Cart',
  kind: 'component',
  tier: '1',
  ownerRef: 'group:default/shop',
  ownerTitle: 'Shop',
  state: 'overdue',
  verifiedAt: '2026-01-01T10:00:00.000Z',
  verifiedBy: 'user:default/ada',
  expiresAt: '2026-04-01T10:00:00.000Z',
  dueDay: '2026-04-01',
  handOverId: null,
  mayReview: true,
};
const post: OwnershipReview = {
  ...cart,
  entityRef: 'component:default/post',
  entityTitle: 'Post',
  ownerRef: 'group:default/mail',
  ownerTitle: 'Mail',
  state: 'never',
  tier: null,
  verifiedAt: null,
  verifiedBy: null,
  expiresAt: null,
  dueDay: null,
  handOverId: 'a1',
  mayReview: false,
};

async function renderPage(options: { groups?: string[]; path?: string } = {}) {
  const { groups = ['group:default/shop'], path = '/' } = options;
  const asked: any[] = [];
  let rows = [cart, post];
  const api = {
    listOwnershipReviews: async query => {
      asked.push(query);
      return { items: rows, totalItems: rows.length, nextCursor: null };
    },
    confirmOwnership: async (entityRef, body) => {
      asked.push([entityRef, body]);
      rows = rows.map(row =>
        row.entityRef === entityRef ? { ...row, state: 'verified' } : row,
      );
      return rows[0];
    },
    requestHandOver: async (entityRef, body) => {
      asked.push([entityRef, body]);
      return {} as never;
    },
  } as Partial<OpmodelApi> as OpmodelApi;
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [opmodelApiRef, api],
        [
          identityApiRef,
          mockApis.identity({
            userEntityRef: 'user:default/ada',
            ownershipEntityRefs: ['user:default/ada', ...groups],
          }),
        ],
        [
          catalogApiRef,
          catalogApiMock({
            entities: [
              {
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'Group',
                metadata: { name: 'mail', namespace: 'default', title: 'Mail' },
                spec: { type: 'team', children: [] },
              },
            ],
          }),
        ],
      ]}
    >
      <ReviewsPage />
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  await screen.findByRole('table', {}, { timeout: 20_000 });
  return asked;
}

describe('the page of reviews', () => {
  jest.setTimeout(60_000);

  it('lists what my teams own, and confirms on the spot by the keyboard alone', async () => {
    const asked = await renderPage();
    expect(asked).toEqual([
      {
        owner: ['user:default/ada', 'group:default/shop'],
        descendants: true,
        limit: 25,
      },
    ]);
    const row = screen.getByRole('row', { name: /Cart/ });
    expect(row).toHaveTextContent('1 Apr 2026');
    screen.getByRole('button', { name: 'Confirm Cart' }).focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog');
    const note = within(dialog).getByRole('textbox', { name: /Note/ });
    await userEvent.type(note, 'Still ours');
    await userEvent.tab();
    await userEvent.tab();
    expect(
      within(dialog).getByRole('button', { name: 'Confirm ownership' }),
    ).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(asked).toContainEqual([
        'component:default/cart',
        { note: 'Still ours' },
      ]),
    );
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(
        'Cart is confirmed.',
      ),
    );
    expect(asked).toHaveLength(3);
  });

  it('offers nothing to whoever does not answer for it, and says that a hand-over waits', async () => {
    await renderPage();
    const row = screen.getByRole('row', { name: /Post/ });
    expect(row).toHaveTextContent('hand-over waits');
    expect(row).toHaveTextContent('never');
    expect(within(row).queryAllByRole('button')).toEqual([]);
  });

  it('asks another team to take something over', async () => {
    const asked = await renderPage();
    await userEvent.click(
      screen.getByRole('button', { name: 'Hand over Cart' }),
    );
    const dialog = await screen.findByRole('dialog');
    const ask = within(dialog).getByRole('button', {
      name: 'Ask for acceptance',
    });
    await userEvent.click(ask);
    expect(dialog).toHaveTextContent('Choose the team that is to take it over');
    await userEvent.click(
      within(dialog).getByRole('textbox', { name: /Receiving team/ }),
    );
    await userEvent.click(await screen.findByRole('option', { name: 'Mail' }));
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'It sends mail',
    );
    await userEvent.click(ask);
    await waitFor(() =>
      expect(asked).toContainEqual([
        'component:default/cart',
        { toRef: 'group:default/mail', reason: 'It sends mail' },
      ]),
    );
  });

  it('shows everybody’s to who is in no team, and what the address says', async () => {
    const asked = await renderPage({ groups: [], path: '/?state=never' });
    expect(asked).toEqual([{ state: 'never', limit: 25 }]);
    expect(screen.getByText(/You belong to no team/)).toBeVisible();
  });
});
