import type { Page } from '@playwright/test';
import { expect, findAccessibilityProblems, test } from './portalTest';

async function openTab(portal: Page, entity: string) {
  await portal.goto(`/catalog/default/${entity}/flow`);
  await expect(
    portal.getByRole('region', { name: 'Cycle time', exact: true }),
  ).toBeVisible();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the flow tab shows how work moves without a serious accessibility problem', async ({
      portal,
    }) => {
      await openTab(portal, 'component/checkout-api');
      await expect(
        portal.getByRole('region', { name: 'Throughput' }),
      ).toContainText('/ week');
      await expect(
        portal.getByRole('region', { name: 'Capacity allocation' }),
      ).toContainText('Features');
      await expect(
        portal.getByRole('table', { name: 'Work items' }),
      ).toBeVisible();
      expect(await findAccessibilityProblems(portal)).toEqual([]);
    });
  });
}

test('a flow number explains itself down to its items', async ({ portal }) => {
  await openTab(portal, 'component/checkout-api');
  await portal.getByRole('button', { name: 'Explain Cycle time' }).click();
  const drawer = portal.getByRole('dialog', { name: 'Cycle time' });

  await expect(drawer).toContainText('What it means');
  await expect(drawer.getByRole('table', { name: 'Work items' })).toBeVisible();
  expect(await findAccessibilityProblems(portal)).toEqual([]);
});

test('a forecast answers when so many items will be done', async ({
  portal,
}) => {
  await openTab(portal, 'component/checkout-api');
  const panel = portal.getByRole('region', { name: 'Forecast', exact: true });

  await panel.getByRole('textbox', { name: 'Items' }).fill('20');
  await panel.getByRole('button', { name: 'Forecast', exact: true }).click();
  await expect(
    panel.getByRole('table', { name: 'When 20 items are done' }),
  ).toContainText(/20\d\d/);
});

test('the chosen list of items lives in the URL', async ({ portal }) => {
  await openTab(portal, 'component/checkout-api');
  await portal
    .getByRole('group', { name: 'Which items' })
    .getByRole('button', { name: 'Completed' })
    .click();

  await expect(portal).toHaveURL(/items=completed/);
  await expect(portal.getByRole('table', { name: 'Work items' })).toContainText(
    'done',
  );
});

test('a group rolls up the flow of what it owns', async ({ portal }) => {
  await openTab(portal, 'group/platform-department');

  await expect(portal.getByRole('table', { name: 'Components' })).toContainText(
    'API gateway',
  );
  expect(await findAccessibilityProblems(portal)).toEqual([]);
});

test('the fleet leads to the tab of a component', async ({ portal }) => {
  await portal.goto('/flow?text=checkout');
  const table = portal.getByRole('table', { name: 'Flow of the fleet' });

  await table.getByRole('link', { name: /Checkout API/i }).click();
  await expect(portal).toHaveURL(/component\/checkout-api\/flow/);
});
