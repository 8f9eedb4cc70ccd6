import type { Page } from '@playwright/test';
import { expect, findAccessibilityProblems, test } from './portalTest';

const TAB = '/catalog/default/component/checkout-api/tech-debt';

const answer = (portal: Page) =>
  portal.getByRole('region', { name: 'What is owed' });
const column = (portal: Page, status: string) =>
  portal.getByRole('region', { name: new RegExp(`^${status}: \\d+ items?$`) });

async function openTab(portal: Page, query = '') {
  await portal.goto(`${TAB}${query}`);
  await expect(answer(portal)).toContainText('Items owed');
}

/** Files an item in two fields by keyboard, under a title of its own. */
async function fileItem(portal: Page, about: string): Promise<string> {
  const title = `${about} ${Date.now()}`;
  await portal.getByRole('textbox', { name: /What is owed/ }).focus();
  await portal.keyboard.type(title);
  await portal.keyboard.press('Enter');
  await expect(portal.getByText(`Filed: ${title}`)).toBeVisible();
  return title;
}

/** Opens the page of an item that was just filed. */
async function openFiledItem(portal: Page, title: string) {
  await portal.getByRole('link', { name: title }).first().click();
  await expect(portal.getByRole('heading', { name: title })).toBeVisible();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('tab, board, item and editor show no serious accessibility problem', async ({
      portal,
    }) => {
      await openTab(portal);
      const title = await fileItem(portal, 'Looked at by machines');
      expect(await findAccessibilityProblems(portal), 'tab').toEqual([]);

      await openTab(portal, '?view=board');
      await expect(column(portal, 'open')).toContainText(title);
      expect(await findAccessibilityProblems(portal), 'board').toEqual([]);

      await column(portal, 'open').getByRole('link', { name: title }).click();
      await expect(
        portal.getByRole('region', { name: 'History' }),
      ).toContainText('It was filed.');
      expect(await findAccessibilityProblems(portal), 'item').toEqual([]);

      await portal.getByRole('button', { name: 'Edit', exact: true }).click();
      await expect(
        portal.getByRole('form', { name: `Change “${title}”` }),
      ).toBeVisible();
      expect(await findAccessibilityProblems(portal), 'editor').toEqual([]);
    });
  });
}

test('an item is moved over the board by keyboard', async ({ portal }) => {
  await openTab(portal);
  const title = await fileItem(portal, 'Moved by keyboard');
  await openTab(portal, '?view=board');
  const move = portal.getByRole('button', { name: `Move to… “${title}”` });
  await move.focus();
  await portal.keyboard.press('Enter');
  await expect(portal.getByRole('menuitem').first()).toBeFocused();
  // The first of the moves is to plan it.
  await portal.keyboard.press('Enter');
  await expect(portal.getByText(`“${title}” is now planned.`)).toBeVisible();
  await expect(column(portal, 'planned')).toContainText(title);
  await expect(move).toBeFocused();

  await portal.keyboard.press('Enter');
  await portal.getByRole('menuitem', { name: 'resolved' }).press('Enter');
  const dialog = portal.getByRole('dialog', { name: `Resolve “${title}”` });
  await dialog.getByRole('textbox').focus();
  await portal.keyboard.type('It was only filed to be looked at');
  await portal.keyboard.press('Tab');
  await portal.keyboard.press('Tab');
  await portal.keyboard.press('Enter');
  await expect(portal.getByText(`“${title}” is now resolved.`)).toBeVisible();
  await expect(column(portal, 'resolved')).toContainText(title);
});

test('an item is edited by keyboard, with its price in sight', async ({
  portal,
}) => {
  await openTab(portal);
  const title = await fileItem(portal, 'Edited by keyboard');
  await openFiledItem(portal, title);
  await portal
    .getByRole('button', { name: 'Edit', exact: true })
    .press('Enter');
  await portal.getByLabel('Interest each time, days').focus();
  await portal.keyboard.type('0.5');
  await portal.keyboard.press('Tab');
  await portal.keyboard.type('4');
  await expect(portal.getByRole('table', { name: 'Prices' })).toContainText(
    '0.5 × 4 = 2',
  );
  await portal.getByRole('button', { name: 'Keep the changes' }).press('Enter');
  await expect(portal.getByRole('heading', { name: title })).toBeVisible();
  await expect(portal.getByRole('table', { name: 'Prices' })).toContainText(
    '2 person-days / month',
  );
  await expect(
    portal.getByRole('table', { name: 'Changes of version 2' }),
  ).toContainText('interest per occurrence');
});

test.describe('two people who edit one item', () => {
  // What the browser says of the answer that somebody else was faster.
  test.use({ consoleErrors: [] });

  test('lose nothing of what either typed', async ({ portal }) => {
    await openTab(portal);
    const title = await fileItem(portal, 'Edited by two');
    await openFiledItem(portal, title);
    const other = await portal.context().newPage();
    await other.goto(portal.url());
    for (const page of [portal, other]) {
      const enter = page.getByRole('button', { name: 'Enter' });
      const edit = page.getByRole('button', { name: 'Edit', exact: true });
      await expect(enter.or(edit)).toBeVisible();
      if (await enter.isVisible()) {
        await enter.click();
      }
      await edit.click();
      await expect(page.getByLabel(/^Title/)).toHaveValue(title);
    }
    await other.getByLabel('Principal, person-days').fill('3');
    await other.getByRole('button', { name: 'Keep the changes' }).click();
    await expect(other.getByRole('heading', { name: title })).toBeVisible();

    await portal.getByLabel('Occurrences per month').fill('2');
    await portal.getByRole('button', { name: 'Keep the changes' }).click();
    await expect(
      portal.getByRole('region', {
        name: 'Somebody changed it in the meantime',
      }),
    ).toContainText('principal');
    await expect(portal.getByLabel('Principal, person-days')).toHaveValue('3');
    await expect(portal.getByLabel('Occurrences per month')).toHaveValue('2');
    await portal.getByRole('button', { name: 'Keep the changes' }).click();
    await expect(portal.getByRole('table', { name: 'Prices' })).toContainText(
      '3 person-days',
    );
    await other.close();
  });
});
