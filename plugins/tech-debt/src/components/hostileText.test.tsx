import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type {
  DebtImportPreview,
  DebtItemCommentPage,
  DebtItemVersionPage,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelApiRef } from '@opmodel/backstage-plugin-opmodel-react';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router-dom';
import { acceptancesRouteRef, pagesRouteRef } from '../routes';
import {
  buildEntityDebt,
  buildItem,
  buildSuggestion,
  buildSuggestions,
  buildSource,
  buildSummary,
  createFakeOpmodelApi,
  textOf,
} from '../testing';
import { DebtItemPage } from './DebtItemPage';
import { EntityTechDebtCard } from './EntityTechDebtCard';
import { EntityTechDebtContent } from './EntityTechDebtContent';
import { ImportPage } from './ImportPage';
import { SuggestionsPage } from './SuggestionsPage';

/** Text that would be seen to run; `of` tells fields apart. */
const hostile = (of: string) =>
  `${of}<img src=x onerror=alert(1)><script>alert("${of}")</script>`;

const address = 'https://issues.example.com/1';
const item = buildItem({
  title: hostile('title'),
  description: hostile('description'),
  businessImpact: hostile('impact'),
  remediationPlan: hostile('plan'),
  resolution: hostile('resolution'),
  status: 'resolved',
  ownerTitle: hostile('owner'),
  entities: [
    { ref: 'component:default/x', title: hostile('entity'), exists: true },
  ],
  links: [
    {
      type: 'issue',
      ref: address,
      title: hostile('link'),
      state: 'external',
      path: null,
    },
  ],
});
const owed = { ...item, status: 'open' as const };
const { statuses, breaches, ...summary } = buildSummary();
const entityDebt = buildEntityDebt({
  items: [owed],
  totalItems: 1,
  summary: {
    ...summary,
    statuses,
    breaches: {
      ...breaches,
      items: breaches.items.map(each => ({ ...each, title: hostile('late') })),
    },
  },
});

async function show(
  element: ReactElement,
  overrides: Partial<OpmodelApi>,
  path = '/',
) {
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
          kind: 'Component',
          metadata: { name: 'checkout-api', namespace: 'default' },
        }}
      >
        {element}
      </EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/tech-debt': pagesRouteRef,
        '/acceptances': acceptancesRouteRef,
      },
    },
  );
}

/** Waits until the fields can be read, and tells which cannot, and what would have run. */
async function look(...fields: string[]) {
  const unread = () => {
    const page = textOf(document.body);
    return fields.filter(field => !page.includes(hostile(field)));
  };
  await waitFor(() => expect(unread()).toEqual([]));
  return {
    unread: unread(),
    running: document.querySelectorAll('script, img[src="x"], [onerror]')
      .length,
  };
}
const isText = { unread: [], running: 0 };

describe('HTML and script in what people write', () => {
  it('is text on the page of an item, in its history and in what is said of it', async () => {
    await show(
      <Routes>
        <Route path="/tech-debt/items/:itemId" element={<DebtItemPage />} />
      </Routes>,
      {
        getDebtItem: async () => item,
        listDebtItemComments: async () =>
          ({
            items: [
              {
                id: 'c1',
                at: '2026-11-20T08:00:00.000Z',
                by: 'user:default/guest',
                text: hostile('comment'),
              },
            ],
            totalItems: 1,
            nextCursor: null,
          } as unknown as DebtItemCommentPage),
        listDebtItemVersions: async () =>
          ({
            items: [
              {
                version: 3,
                at: '2026-11-20T08:00:00.000Z',
                by: 'user:default/guest',
                note: hostile('note'),
                changes: [
                  {
                    field: 'title',
                    before: hostile('before'),
                    after: hostile('after'),
                  },
                ],
                withheld: false,
              },
            ],
            totalItems: 1,
            nextCursor: null,
          } as unknown as DebtItemVersionPage),
      },
      '/tech-debt/items/d1',
    );
    expect(
      await look(
        'title',
        'link',
        'owner',
        'entity',
        'resolution',
        'description',
        'impact',
        'plan',
        'comment',
        'note',
        'after',
      ),
    ).toEqual(isText);
  });

  it.each([
    ['the table', '/'],
    ['the board', '/?view=board'],
  ])('is text in %s of an entity', async (_, path) => {
    await show(
      <EntityTechDebtContent />,
      {
        getEntityTechDebt: async () => entityDebt,
        listDebtItems: async () => ({
          items: [owed],
          totalItems: 1,
          nextCursor: null,
          mayCreate: true,
        }),
      },
      path,
    );
    expect(await look('title')).toEqual(isText);
  });

  it('is text on the card of an entity', async () => {
    await show(<EntityTechDebtCard />, {
      getEntityTechDebt: async () => entityDebt,
    });
    await screen.findByText(/owed/);
    expect(await look()).toEqual(isText);
  });

  it('is text in the inbox, also where it came from a file of somebody else', async () => {
    const suggestion = buildSuggestion({
      title: hostile('title'),
      description: hostile('description'),
      entity: {
        ref: 'component:default/x',
        title: hostile('entity'),
        exists: true,
      },
      evidence: [{ type: 'text', name: 'place', value: hostile('evidence') }],
      links: [{ type: 'issue', ref: address, title: hostile('link') }],
    });
    await show(<SuggestionsPage />, {
      listDebtSuggestions: async () => buildSuggestions(suggestion),
      getDebtSuggestion: async () => suggestion,
      listDebtSuggestionSources: async () => ({
        items: [buildSource({ problem: hostile('problem') })],
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: hostile('title') }),
    );
    expect(
      await look('title', 'description', 'entity', 'evidence', 'link'),
    ).toEqual(isText);
  });

  it('is text in the preview of an import', async () => {
    const preview: DebtImportPreview = {
      columns: [{ header: hostile('header'), field: null }],
      problems: [],
      counts: {
        create: 1,
        change: 0,
        unchanged: 0,
        repeated: 0,
        bad: 1,
        possibleDuplicates: 1,
      },
      rows: [
        {
          row: 2,
          name: null,
          outcome: 'create',
          title: hostile('title'),
          itemId: null,
          ofRow: null,
          differences: [],
          problems: [],
          possibleDuplicate: {
            itemId: 'd1',
            title: hostile('duplicate'),
            ofRow: null,
          },
        },
        {
          row: 3,
          name: null,
          outcome: 'bad',
          title: null,
          itemId: null,
          ofRow: null,
          differences: [],
          problems: [
            {
              field: 'severity',
              column: hostile('column'),
              message: hostile('message'),
            },
          ],
          possibleDuplicate: null,
        },
      ],
      versions: [],
    };
    await show(<ImportPage />, { previewDebtImport: async () => preview });
    fireEvent.change(
      screen.getByRole('textbox', { name: 'Or paste its text' }),
      { target: { value: 'Title\nx' } },
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Look at what it would do' }),
    );
    await screen.findByRole('region', { name: 'What it would do' });
    expect(await look('title', 'message', 'duplicate')).toEqual(isText);
  });
});
