import { NotAllowedError } from '@backstage/errors';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { pagesRouteRef } from '../../routes';
import {
  buildItem,
  buildSource,
  buildSuggestion,
  buildSuggestions,
  createFakeOpmodelApi,
  textOf,
} from '../../testing';
import { SuggestionsPage } from './SuggestionsPage';

const second = buildSuggestion({ id: 's2', title: 'Node 18 is past its end' });

function Address() {
  return <output data-testid="address">{useLocation().search}</output>;
}

async function show(path: string, overrides: Partial<OpmodelApi> = {}) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          opmodelApiRef,
          createFakeOpmodelApi({
            listDebtSuggestions: async () =>
              buildSuggestions(buildSuggestion(), second),
            getDebtSuggestion: async () => buildSuggestion(),
            listDebtSuggestionSources: async () => ({
              items: [
                buildSource(),
                buildSource({
                  source: 'hotspot',
                  state: 'off',
                  offBecause: 'installed',
                  openSuggestions: 0,
                  lookedAt: null,
                  lastRunAt: null,
                  nextRunAt: null,
                }),
              ],
            }),
            ...overrides,
          }),
        ],
        [catalogApiRef, catalogApiMock()],
      ]}
    >
      <Address />
      <SuggestionsPage />
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/tech-debt': pagesRouteRef,
      },
    },
  );
}

describe('the inbox of suggestions', () => {
  it('answers first how much waits, and says which sources are at work', async () => {
    await show('/');
    expect(
      await screen.findByRole('button', { name: /Has a runbook fails/ }),
    ).toBeInTheDocument();
    expect(textOf(document.body)).toContain('To be decided2suggestions');
    const sources = await screen.findByRole('table', { name: 'Sources' });
    expect(textOf(sources)).toContain('42 entities');
    expect(textOf(sources)).toContain('no module is installed that knows it');
  });

  it('says since when it is seen what tells no age of its own, such as a comment', async () => {
    const comment = buildSuggestion({
      id: 's9',
      source: 'todo',
      title: 'TODO: mend',
      since: null,
    });
    await show('/', {
      listDebtSuggestions: async () =>
        buildSuggestions(comment, buildSuggestion()),
      getDebtSuggestion: async () => comment,
    });
    const open = await screen.findByRole('button', { name: 'TODO: mend' });
    const [row, other] = open
      .closest('tbody')!
      .querySelectorAll<HTMLElement>('tr');
    expect(textOf(row)).toMatch(/seen since .*25.*2026/);
    expect(textOf(other)).not.toContain('seen since');
    await userEvent.click(open);
    expect(
      await screen.findByText(
        /^Seen since .*does not tell how old it was then$/,
      ),
    ).toBeInTheDocument();
  });

  it.each([
    ['/', 0],
    ['/?state=all', 1],
  ])(
    'says of rows of %s whether they are decided only where they differ in that',
    async (path, columns) => {
      await show(path);
      const inbox = await screen.findByRole('table', { name: 'Suggestions' });
      expect(
        within(inbox).queryAllByRole('columnheader', { name: 'State' }),
      ).toHaveLength(columns);
    },
  );

  it('asks for what the address says', async () => {
    const listDebtSuggestions = jest.fn(async () => buildSuggestions());
    await show(
      '/?state=dismissed&source=todo&owner=group:default/payments&text=node&sort=-since',
      { listDebtSuggestions },
    );
    expect(await screen.findByText('Nothing matches')).toBeInTheDocument();
    expect(listDebtSuggestions).toHaveBeenCalledWith(
      expect.objectContaining({
        state: ['dismissed'],
        source: ['todo'],
        owner: ['group:default/payments'],
        descendants: true,
        text: 'node',
        sort: '-since',
      }),
      expect.anything(),
    );
  });

  it('shows what speaks for one, and promotes it', async () => {
    let promoted = false;
    const promoteDebtSuggestion = jest.fn(async () => {
      promoted = true;
      return { suggestion: buildSuggestion(), item: buildItem() };
    });
    await show('/', {
      promoteDebtSuggestion,
      getDebtSuggestion: async () =>
        promoted
          ? buildSuggestion({
              state: 'promoted',
              may: { promote: false, dismiss: false, putBack: false },
              promotion: {
                itemId: 'd1',
                by: 'user:default/guest',
                at: '2026-11-23T09:00:00.000Z',
              },
            })
          : buildSuggestion(),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /Has a runbook fails/ }),
    );
    const drawer = await screen.findByRole('dialog');
    expect(
      textOf(await within(drawer).findByRole('table', { name: /speaks/ })),
    ).toBe('Failing for120 days');
    await userEvent.click(
      within(drawer).getByRole('button', { name: 'Promote' }),
    );
    expect(
      await within(drawer).findByRole('link', { name: 'Open the item' }),
    ).toHaveAttribute('href', '/tech-debt/items/d1');
    expect(promoteDebtSuggestion).toHaveBeenCalledWith('s1', {});
    expect(screen.getByTestId('address')).toHaveTextContent('?suggestion=s1');
  });

  it('says that it is an item that there is already', async () => {
    const promoteDebtSuggestion = jest.fn(async () => ({
      suggestion: buildSuggestion(),
      item: buildItem(),
    }));
    await show('/?suggestion=s1', {
      promoteDebtSuggestion,
      getDebtSuggestion: async () =>
        buildSuggestion({
          duplicates: [
            {
              id: 'd1',
              title: 'Nobody knows how to recover it',
              status: 'open',
              score: 0.9,
              reasons: [],
            } as never,
          ],
        }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'It is this item' }),
    );
    expect(promoteDebtSuggestion).toHaveBeenCalledWith('s1', { itemId: 'd1' });
  });

  it('dismisses several with a reason, and tells what came of each', async () => {
    const decideDebtSuggestions = jest.fn(async () => ({
      results: [
        { id: 's1', status: 'done' as const, message: null, itemId: null },
        {
          id: 's2',
          status: 'conflict' as const,
          message: 'somebody promoted it',
          itemId: null,
        },
      ],
    }));
    await show('/', { decideDebtSuggestions });
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Select all of this page' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    const dialog = await screen.findByRole('dialog');
    const submit = within(dialog).getByRole('button', { name: 'Dismiss' });
    await userEvent.click(submit);
    expect(
      await within(dialog).findByText(/Give a reason/),
    ).toBeInTheDocument();
    expect(decideDebtSuggestions).not.toHaveBeenCalled();
    await userEvent.type(
      within(dialog).getByRole('textbox'),
      'It is replaced next year',
    );
    await userEvent.click(submit);
    const result = await screen.findByRole('region', {
      name: 'What came of the decision',
    });
    expect(textOf(result)).toContain('1 done');
    expect(textOf(result)).toContain(
      'Node 18 is past its endsomebody promoted it',
    );
    expect(decideDebtSuggestions).toHaveBeenCalledWith({
      deed: 'dismiss',
      reason: 'It is replaced next year',
      ids: ['s1', 's2'],
    });
  });

  it('tells who may not see it', async () => {
    const refuse = async () => {
      throw new NotAllowedError('no');
    };
    await show('/', { listDebtSuggestions: refuse });
    expect(
      (await screen.findAllByText(/suggestions of technical debt/)).length,
    ).toBeGreaterThan(0);
    expect(screen.queryByRole('table', { name: 'Suggestions' })).toBeNull();
  });
});
