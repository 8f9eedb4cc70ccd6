import type { Page } from '@playwright/test';
import { expect, findAccessibilityProblems, test } from './portalTest';

const PAGE = '/tech-debt/reports';
const TAB = '/catalog/default/component/checkout-api/tech-debt';
const CHECKOUT = 'component:default/checkout-api';

const form = (portal: Page) =>
  portal.getByRole('dialog', { name: 'Report lost time' });
const row = (portal: Page, what: string) =>
  portal.getByRole('row').filter({ hasText: what });

/** Reports two lost hours of the checkout by keyboard, under words of its own. */
async function report(portal: Page, about: string): Promise<string> {
  const what = `${about} ${Date.now()}`;
  await portal.getByRole('button', { name: 'Report lost time' }).press('Enter');
  await form(portal)
    .getByRole('textbox', { name: /^What happened/ })
    .focus();
  await portal.keyboard.type(what);
  await form(portal).getByLabel('Hours lost').focus();
  await portal.keyboard.type('2');
  await form(portal).getByRole('button', { name: 'Report it' }).press('Enter');
  await expect(portal.getByText('It is reported.')).toBeVisible();
  await expect(row(portal, what)).toBeVisible();
  return what;
}

/** Chooses from the menu of a report by keyboard. */
async function choose(portal: Page, what: string, deed: string) {
  await row(portal, what)
    .getByRole('button', { name: /^More about the report/ })
    .press('Enter');
  await portal.getByRole('menuitem', { name: deed }).press('Enter');
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('reports and their form show no serious accessibility problem', async ({
      portal,
    }) => {
      await portal.goto(`${PAGE}?entity=${CHECKOUT}`);
      await report(portal, 'Looked at by machines');
      expect(await findAccessibilityProblems(portal), 'page').toEqual([]);

      await portal.getByRole('button', { name: 'Report lost time' }).click();
      await form(portal).getByRole('button', { name: 'Report it' }).click();
      await expect(form(portal)).toContainText('It is needed.');
      expect(await findAccessibilityProblems(portal), 'form').toEqual([]);
    });
  });
}

test('lost time is reported on the tab, linked to its cause and taken away, by keyboard', async ({
  portal,
}) => {
  await portal.goto(TAB);
  const title = `Orders are booked twice ${Date.now()}`;
  await portal.getByRole('textbox', { name: /What is owed/ }).fill(title);
  await portal.keyboard.press('Enter');
  await expect(portal.getByText(`Filed: ${title}`)).toBeVisible();
  const what = await report(portal, 'Two orders were put right by hand');
  await expect(row(portal, what)).toContainText('no item yet');

  await choose(portal, what, 'Link it to its cause');
  const link = portal.getByRole('dialog', {
    name: 'Link a report to its cause',
  });
  await link.getByRole('textbox', { name: /Its cause/ }).focus();
  await portal.keyboard.type(title);
  await expect(portal.getByRole('option', { name: title })).toBeVisible();
  await portal.keyboard.press('ArrowDown');
  await portal.keyboard.press('Enter');
  await link.getByRole('button', { name: 'Link it' }).press('Enter');
  await expect(portal.getByText('It is linked.')).toBeVisible();

  await row(portal, what).getByRole('link', { name: title }).press('Enter');
  await expect(portal.getByRole('heading', { name: title })).toBeVisible();
  await expect(
    portal.getByRole('region', { name: 'Interest as it was measured' }),
  ).toContainText('2 h in 1 of 1 report');
  await expect(row(portal, what)).toBeVisible();

  await choose(portal, what, 'Take it away');
  await portal
    .getByRole('dialog', { name: 'Take a report away' })
    .getByRole('button', { name: 'Take it away' })
    .press('Enter');
  await expect(portal.getByText('It is taken away.')).toBeVisible();
  await expect(row(portal, what)).toHaveCount(0);
});

test('what is selected stands in the address', async ({ portal }) => {
  await portal.goto(`${PAGE}?entity=${CHECKOUT}`);
  await report(portal, 'Of the checkout');
  await portal
    .getByRole('checkbox', { name: 'Without a cause' })
    .press('Space');
  await expect(portal).toHaveURL(/unlinked=true/);
  await expect(portal.getByRole('table').first()).toContainText('no item yet');
  await portal.goBack();
  await expect(portal).not.toHaveURL(/unlinked/);
});
