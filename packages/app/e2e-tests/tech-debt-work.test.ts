import type { Page } from '@playwright/test';
import { expect, findAccessibilityProblems, test } from './portalTest';

const CHECKOUT = 'component:default/checkout-api';
const REASON = 'It is replaced next year';

const inbox = (portal: Page) =>
  portal.getByRole('table', { name: 'Suggestions' });
const register = (portal: Page) =>
  portal.getByRole('table', { name: 'Items', exact: true });

/** Lets a scanner of its own find two things in the checkout, as a pipeline would send them, and tells what they are called. */
async function sendFindings(portal: Page): Promise<[string, string]> {
  const run = Date.now().toString(36);
  const titles: [string, string] = [
    `Weak cipher ${run}`,
    `Open redirect ${run}`,
  ];
  const session = await portal.request.get('/api/auth/guest/refresh', {
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = await session.json();
  const answer = await portal.request.post(
    `/api/opmodel/debt-scans/sarif?entityRef=${CHECKOUT}`,
    {
      headers: { Authorization: `Bearer ${backstageIdentity.token}` },
      data: {
        version: '2.1.0',
        runs: [
          {
            tool: { driver: { name: `Scanner ${run}`, rules: [] } },
            results: titles.map(title => ({
              ruleId: title,
              level: 'error',
              message: { text: title },
            })),
          },
        ],
      },
    },
  );
  expect(answer.status()).toBe(200);
  return titles;
}

/** Shows the suggestions of this name. */
async function openInbox(portal: Page, title: string, query = '') {
  await portal.goto(
    `/tech-debt/inbox?text=${encodeURIComponent(title)}${query}`,
  );
}

/** Puts documents of which one is wrong in the place of those of the portal, whose own are all right. */
async function answerDocuments(portal: Page) {
  await portal.route(
    url => url.pathname === '/api/opmodel/tech-debt/documents',
    route =>
      route.fulfill({
        json: {
          items: [
            {
              entityRef: 'techdebtregister:default/checkout',
              title: 'Debt of the checkout',
              keptAt: new Date(Date.now() - 7_200_000).toISOString(),
              items: 12,
              problems: [
                {
                  row: 3,
                  name: 'old-runtime',
                  field: 'estimate.impact',
                  message: 'must be from 1 to 5, got 9',
                },
              ],
              moreProblems: false,
            },
            {
              entityRef: 'techdebtregister:default/search',
              title: 'Debt of the search',
              keptAt: new Date(Date.now() - 7_200_000).toISOString(),
              items: 4,
              problems: [],
              moreProblems: false,
            },
          ],
          totalItems: 2,
          nextCursor: null,
        },
      }),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('inbox, suggestion and import show no serious accessibility problem', async ({
      portal,
    }) => {
      const [title] = await sendFindings(portal);
      await openInbox(portal, title);
      await expect(inbox(portal)).toContainText(title);
      expect(await findAccessibilityProblems(portal), 'inbox').toEqual([]);

      await inbox(portal).getByRole('button', { name: title }).click();
      await expect(
        portal.getByRole('table', { name: 'What speaks for it' }),
      ).toContainText('Analysis');
      expect(await findAccessibilityProblems(portal), 'drawer').toEqual([]);

      await portal.goto('/tech-debt/import');
      await portal.getByLabel('Or paste its text').fill('title,entity\n');
      await portal
        .getByRole('button', { name: 'Look at what it would do' })
        .click();
      expect(await findAccessibilityProblems(portal), 'import').toEqual([]);
    });

    test('documents of which something is wrong say what, without a serious accessibility problem', async ({
      portal,
    }) => {
      await answerDocuments(portal);
      await portal.goto('/tech-debt/import');
      const documents = portal.getByRole('table', {
        name: 'Documents kept in repositories',
      });
      await expect(
        documents.getByRole('row', { name: 'Debt of the search' }),
      ).toContainText('nothing');
      await documents.locator('summary').press('Enter');
      await expect(
        portal.getByRole('table', {
          name: 'What is wrong with Debt of the checkout',
        }),
      ).toContainText('must be from 1 to 5, got 9');
      expect(await findAccessibilityProblems(portal), 'documents').toEqual([]);
    });
  });
}

test('a suggestion is promoted to an item by keyboard', async ({ portal }) => {
  const [title] = await sendFindings(portal);
  await openInbox(portal, title);
  await inbox(portal).getByRole('button', { name: title }).press('Enter');
  const drawer = portal.getByRole('dialog', { name: title });
  await drawer.getByRole('button', { name: 'Promote' }).press('Enter');
  await expect(drawer).toContainText('Promoted by');
  await drawer.getByRole('link', { name: 'Open the item' }).press('Enter');
  await expect(portal.getByRole('heading', { name: title })).toBeVisible();
  await expect(portal.getByText('promoted from a suggestion')).toBeVisible();
});

test('a suggestion is dismissed with a reason that lasts', async ({
  portal,
}) => {
  const [, title] = await sendFindings(portal);
  await openInbox(portal, title);
  await portal
    .getByRole('checkbox', { name: `Select: ${title}` })
    .press('Space');
  await portal
    .getByRole('button', { name: 'Dismiss', exact: true })
    .press('Enter');
  const dialog = portal.getByRole('dialog', { name: 'Dismiss 1 suggestion' });
  await dialog.getByRole('button', { name: 'Dismiss' }).press('Enter');
  await expect(dialog).toContainText('Give a reason');
  await dialog.getByRole('textbox').focus();
  await portal.keyboard.type(REASON);
  await dialog.getByRole('button', { name: 'Dismiss' }).press('Enter');
  await expect(
    portal.getByRole('region', { name: 'What came of the decision' }),
  ).toContainText('1 done');

  await openInbox(portal, title, '&state=dismissed');
  await inbox(portal).getByRole('button', { name: title }).press('Enter');
  await expect(portal.getByRole('dialog', { name: title })).toContainText(
    REASON,
  );
});

test('a file with one wrong row is imported without it, and says what is wrong', async ({
  portal,
}) => {
  const run = Date.now().toString(36);
  await portal.goto('/tech-debt/import');
  await portal.getByLabel('Format').selectOption('csv');
  await portal
    .getByLabel('Or paste its text')
    .fill(
      [
        'title,entity,impact',
        `Two writers of one table ${run},${CHECKOUT},4`,
        `Nobody knows the batch job ${run},${CHECKOUT},9`,
        `Builds take an hour ${run},${CHECKOUT},2`,
      ].join('\n'),
    );
  await portal
    .getByRole('button', { name: 'Look at what it would do' })
    .press('Enter');
  await expect(portal.getByText('2 new')).toBeVisible();
  const wrong = portal
    .getByRole('table', {
      name: 'Rows that are wrong; the others are taken in without them',
    })
    .getByRole('row');
  await expect(wrong).toHaveCount(2);
  await expect(wrong.last()).toContainText('impact');
  await portal
    .getByRole('button', { name: 'Import', exact: true })
    .press('Enter');
  const result = portal.getByRole('region', {
    name: 'What came of the import',
  });
  await expect(result).toContainText('2 new');
  await expect(result).toContainText('1 wrong');

  await portal.goto(`/tech-debt?text=${run}`);
  await expect(register(portal)).toContainText(
    `Two writers of one table ${run}`,
  );
  await expect(register(portal)).toContainText(`Builds take an hour ${run}`);
  await expect(register(portal)).not.toContainText(
    `Nobody knows the batch job ${run}`,
  );
});
