import type { Page } from '@playwright/test';
import { expect, findAccessibilityProblems, test } from './portalTest';

async function openTab(portal: Page, entity: string) {
  await portal.goto(`/catalog/default/${entity}/ownership`);
  await expect(
    portal.getByRole('region', { name: 'Owner and contacts' }),
  ).toBeVisible();
}

const list = (portal: Page) =>
  portal.getByRole('table', { name: 'Entities and their owners' });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the ownership tab shows every rung without a serious accessibility problem', async ({
      portal,
    }) => {
      await openTab(portal, 'component/checkout-api');
      await expect(
        portal
          .getByRole('list', { name: 'Ownership ladder' })
          .getByRole('heading'),
      ).toHaveCount(7);
      await expect(
        portal.getByRole('list', { name: 'Escalation path' }),
      ).toBeVisible();
      await expect(
        portal.getByRole('region', { name: 'Decision rights' }),
      ).toBeVisible();
      expect(await findAccessibilityProblems(portal)).toEqual([]);
    });

    test('the list of ownership shows no serious accessibility problem', async ({
      portal,
    }) => {
      await portal.goto('/ownership');
      await expect(list(portal)).toBeVisible();
      await expect(
        portal.getByRole('region', { name: 'Ownership coverage' }),
      ).toContainText('%');
      expect(await findAccessibilityProblems(portal)).toEqual([]);
    });
  });
}

test('the card leads to the tab', async ({ portal }) => {
  await portal.goto('/catalog/default/component/checkout-api');
  await portal.getByRole('link', { name: 'All about its ownership' }).click();

  await expect(portal).toHaveURL(/component\/checkout-api\/ownership/);
  await expect(
    portal.getByRole('list', { name: 'Ownership ladder' }),
  ).toBeVisible();
});

test('a narrow page keeps the card within its width', async ({ portal }) => {
  await portal.setViewportSize({ width: 320, height: 800 });
  await portal.goto('/catalog/default/component/checkout-api');
  const card = portal.getByRole('link', { name: 'All about its ownership' });

  await card.scrollIntoViewIfNeeded();
  const box = await card.boundingBox();
  expect(box!.x).toBeGreaterThanOrEqual(0);
  expect(box!.x + box!.width).toBeLessThanOrEqual(320);
});

test('a gap filters the list, in the URL', async ({ portal }) => {
  await portal.goto('/ownership');
  await portal
    .getByRole('group', { name: 'Show only entities with a gap' })
    .getByRole('button')
    .first()
    .click();

  await expect(portal).toHaveURL(/gap=/);
  await expect(list(portal)).toBeVisible();
  await portal.goBack();
  await expect(portal).not.toHaveURL(/gap=/);
});

test('the coverage explains itself with the figures of this case', async ({
  portal,
}) => {
  await portal.goto('/ownership');
  await portal
    .getByRole('button', { name: 'Explain Ownership coverage' })
    .click();
  const drawer = portal.getByRole('dialog', { name: 'Ownership coverage' });

  await expect(drawer).toContainText(/Coverage = \d+ \/ \d+/);
  expect(await findAccessibilityProblems(portal)).toEqual([]);
  await portal.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
});

test('a group rolls up the ownership of what it owns', async ({ portal }) => {
  await portal.goto('/catalog/default/group/platform-department/ownership');

  await expect(
    portal.getByRole('region', { name: 'Ownership coverage' }),
  ).toContainText('reach every rung');
  await expect(
    portal.getByRole('region', { name: 'The team', exact: true }),
  ).toBeVisible();
  expect(await findAccessibilityProblems(portal)).toEqual([]);
});

test('the keyboard alone sorts the list and opens the tab of an entity', async ({
  portal,
}) => {
  await portal.goto('/ownership?text=checkout');
  await list(portal).getByRole('button', { name: 'Entity' }).focus();
  await portal.keyboard.press('Enter');
  await expect(portal).toHaveURL(/sort=name/);

  await list(portal).locator('tbody a').first().focus();
  await portal.keyboard.press('End');
  await portal.keyboard.press('Home');
  await portal.keyboard.press('Enter');
  await expect(portal).toHaveURL(/\/catalog\/.*\/ownership/);
});

test('the keyboard alone opens the date of a gap and leaves it where it was', async ({
  portal,
}) => {
  // What belongs to a group that is gone has this one gap, so that its date opens at once.
  await portal.goto('/ownership?gap=dangling_owner');
  const setDate = list(portal)
    .getByRole('button', { name: /^Set a date for the gaps of/ })
    .first();
  await setDate.focus();
  await portal.keyboard.press('Enter');
  const dialog = portal.getByRole('dialog', {
    name: 'Close the gap: Owner does not exist',
  });
  await expect(dialog).toBeVisible();
  expect(await findAccessibilityProblems(portal)).toEqual([]);

  await portal.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(setDate).toBeFocused();
});
