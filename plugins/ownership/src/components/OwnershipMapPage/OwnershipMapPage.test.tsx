import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import {
  cart,
  interactions,
  mail,
  mapOf,
  openedShop,
  organisation,
  shop,
} from './map.fixtures';
import { OwnershipMapPage } from './OwnershipMapPage';

// Many steps on a page with many controls, on a machine that may be busy.
jest.setTimeout(60_000);

function Address() {
  return <output data-testid="address">{useLocation().search}</output>;
}

const address = () =>
  new URLSearchParams(screen.getByTestId('address').textContent ?? '');

const getOwnershipMap = jest.fn<
  ReturnType<OpmodelApi['getOwnershipMap']>,
  Parameters<OpmodelApi['getOwnershipMap']>
>();
const searchOwnershipMap = jest.fn();

beforeEach(() => {
  getOwnershipMap.mockReset();
  searchOwnershipMap.mockReset();
  getOwnershipMap.mockImplementation(async query => {
    if (query?.view === 'interactions') {
      return interactions;
    }
    return query?.rootRef === shop ? openedShop : organisation;
  });
});

async function show(search = '') {
  renderInTestApp(
    <>
      <OwnershipMapPage />
      <Address />
    </>,
    {
      apis: [
        [
          opmodelApiRef,
          {
            getOwnershipMap,
            searchOwnershipMap,
          } as Partial<OpmodelApi> as OpmodelApi,
        ],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [`/${search}`],
    },
  );
  await screen.findByRole('group', { name: 'What the map is of' });
}

const nodeOf = (name: RegExp) => screen.findByRole('button', { name });

describe('OwnershipMapPage', () => {
  it('draws teams and what they own, with their state and load in words', async () => {
    await show();
    expect(
      await nodeOf(
        /^shop, ?group · team · weight 18 · 6 members, ?12 of 12 fully owned ?, on call, 1 open incident, .*1 more$/i,
      ),
    ).toBeInTheDocument();
    expect(
      await nodeOf(/^cart, ?component · tier 1, ?6 of 7 rungs$/i),
    ).toBeInTheDocument();
    expect(screen.getByText('4 of 5 shown')).toBeInTheDocument();
  });

  it('is walked by keyboard alone: arrows move, Enter opens, Escape returns', async () => {
    const user = userEvent.setup();
    await show();
    const first = await nodeOf(/^top,/);
    expect(first).toHaveAttribute('tabindex', '0');
    act(() => first.focus());
    await user.keyboard('{ArrowRight}');
    const at = document.activeElement!;
    expect([shop, mail]).toContain(at.getAttribute('data-map-node'));
    expect(at).toHaveAttribute('tabindex', '0');
    expect(first).toHaveAttribute('tabindex', '-1');
    while (document.activeElement?.getAttribute('data-map-node') !== shop) {
      await user.keyboard('{ArrowUp}');
    }
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveAttribute('data-map-node', cart);
    await user.keyboard('{Enter}');
    const details = await screen.findByRole('complementary', {
      name: 'Details of cart',
    });
    expect(address().get('node')).toBe(cart);
    expect(within(details).getByRole('link', { name: 'cart' })).toHaveAttribute(
      'href',
      '/catalog/default/component/cart',
    );
    expect(details).toHaveFocus();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(details).not.toBeInTheDocument());
    expect(address().get('node')).toBeNull();
    expect(await nodeOf(/^cart,/)).toHaveFocus();
  });

  it('shows more of a node in its place, and hides it again', async () => {
    const user = userEvent.setup();
    await show();
    const team = await nodeOf(/^shop,/);
    act(() => team.focus());
    await user.keyboard('+');
    expect(await nodeOf(/^pay,/)).toBeInTheDocument();
    expect(address().getAll('open')).toEqual([shop]);
    expect(getOwnershipMap).toHaveBeenCalledWith(
      expect.objectContaining({ rootRef: shop, depth: 1 }),
      expect.anything(),
    );
    await user.click(await nodeOf(/^Hide what is below shop/));
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: /^pay,/ }),
      ).not.toBeInTheDocument(),
    );
    // What was read already is not asked for again.
    expect(getOwnershipMap).toHaveBeenCalledTimes(2);
  });

  it('shows the same as a table, which a link keeps', async () => {
    const user = userEvent.setup();
    await show();
    await user.click(await nodeOf(/^Table$/));
    const table = await screen.findByRole('table', {
      name: 'What is on the map',
    });
    expect(address().get('as')).toBe('table');
    expect(within(table).getAllByRole('row')).toHaveLength(5);
    const row = within(table).getAllByRole('row')[2];
    expect(row).toHaveTextContent('12 of 12 fully owned');
    expect(row).toHaveTextContent('18');
  });

  it('marks collaborations that should be over', async () => {
    await show('?view=interactions&as=table');
    const table = await screen.findByRole('table', {
      name: 'Team interactions',
    });
    expect(
      within(table).getByRole('row', { name: /New receipts/ }),
    ).toHaveTextContent('overdue');
  });

  it('says on a team that a collaboration of it should be over', async () => {
    await show(`?view=interactions&node=${shop}`);
    expect(
      await nodeOf(/^shop,.*, ?overdue ?: 1 overdue collaboration/),
    ).toBeInTheDocument();
    expect(
      within(
        await screen.findByRole('complementary', { name: 'Details of shop' }),
      ).getByText(/collaboration, New receipts/),
    ).toBeInTheDocument();
  });

  it('begins where the link says', async () => {
    await show(`?view=organisation&root=${shop}&focus=${cart}&node=${cart}`);
    await screen.findByRole('complementary', { name: 'Details of cart' });
    expect(getOwnershipMap).toHaveBeenCalledWith(
      { view: 'organisation', rootRef: shop, focusRef: cart, limit: 120 },
      expect.anything(),
    );
  });

  it('finds a component and goes there', async () => {
    searchOwnershipMap.mockResolvedValue({
      items: [
        {
          ref: cart,
          kind: 'component',
          title: 'cart',
          path: [{ ref: shop, title: 'Shop team', type: null }],
        },
      ],
      totalItems: 1,
    });
    const user = userEvent.setup();
    await show();
    await user.type(screen.getByLabelText('Find on the map'), 'car');
    await user.click(await screen.findByRole('option', { name: /Shop team/ }));
    expect(address().get('focus')).toBe(cart);
    expect(address().get('node')).toBe(cart);
  });

  it('says what would be here where nothing is', async () => {
    getOwnershipMap.mockResolvedValue(mapOf([], [], { view: 'interactions' }));
    await show('?view=interactions');
    expect(
      await screen.findByText('No team interactions yet'),
    ).toBeInTheDocument();
    expect(screen.getByText(/expectedEnd/)).toBeInTheDocument();
  });

  it('says that it may not be seen, is not there, or failed', async () => {
    getOwnershipMap.mockRejectedValueOnce(new NotFoundError('none'));
    await show('?root=group:default/none');
    expect(await screen.findByText('Not on this map')).toBeInTheDocument();
    const user = userEvent.setup();
    getOwnershipMap.mockRejectedValueOnce(new NotAllowedError('no'));
    await user.click(screen.getByRole('button', { name: 'Begin at the top' }));
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });

  it('offers to try again when reading failed', async () => {
    getOwnershipMap.mockRejectedValueOnce(new Error('no answer'));
    await show();
    const user = userEvent.setup();
    await user.click(await nodeOf(/^Try again$/));
    expect(await nodeOf(/^top,/)).toBeInTheDocument();
  });
});
