import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, findAccessibilityProblems, test } from './portalTest';

async function openTab(portal: Page, entity: string) {
  await portal.goto(`/catalog/default/${entity}/dora`);
  await expect(
    portal.getByRole('heading', { name: 'Change lead time', exact: true }),
  ).toBeVisible();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the tab of a component shows its numbers without a serious accessibility problem', async ({
      portal,
    }) => {
      await openTab(portal, 'component/checkout-api');
      await expect(
        portal.getByRole('heading', { name: 'Delivery week by week' }),
      ).toBeVisible();
      await expect(
        portal.getByRole('region', { name: 'Deployment frequency' }),
      ).toContainText('/ week');

      expect(await findAccessibilityProblems(portal)).toEqual([]);
    });
  });
}

test('a number explains itself, and focus returns to it', async ({
  portal,
}) => {
  await openTab(portal, 'component/checkout-api');
  const explain = portal.getByRole('button', {
    name: 'Explain Change lead time',
  });

  await explain.click();
  const drawer = portal.getByRole('dialog', { name: 'Change lead time' });
  await expect(drawer).toContainText('What it means');
  await expect(drawer).toContainText('DORA 2026, version 2');
  await expect(drawer).toContainText(/Sort the \d+ lead times/);
  await expect(drawer).toContainText('Left out');
  expect(await findAccessibilityProblems(portal)).toEqual([]);

  await portal.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(explain).toBeFocused();
});

test('the window lives in the URL', async ({ portal }) => {
  await openTab(portal, 'component/checkout-api');

  await portal.getByRole('button', { name: '30 d' }).click();
  await expect(portal).toHaveURL(/window=P30D/);
  await expect(portal.getByText(/\(30 days, /)).toBeVisible();
  await portal.goBack();
  await expect(portal.getByText(/\(90 days, /)).toBeVisible();
});

test('the deployments of a component are had as JSON, all of them', async ({
  portal,
}) => {
  await openTab(portal, 'component/checkout-api');
  const deployments = portal.getByRole('region', {
    name: 'Deployments and their changes',
  });
  await deployments.scrollIntoViewIfNeeded();

  await deployments.getByRole('button', { name: /^Export/ }).click();
  const choice = portal.getByRole('menuitem', {
    name: /^All \d+ rows as JSON$/,
  });
  const total = Number((await choice.innerText()).replace(/\D/g, ''));
  expect(await findAccessibilityProblems(portal)).toEqual([]);
  const download = portal.waitForEvent('download');
  await choice.click();
  const file = await download;

  expect(file.suggestedFilename()).toMatch(
    /^dora-deployments_component-default-checkout-api_\d{4}-\d{2}-\d{2}_\d{4}-\d{2}-\d{2}\.json$/,
  );
  const exported = JSON.parse(await readFile(await file.path(), 'utf8'));
  expect(exported).toMatchObject({
    content: 'dora-deployments',
    definition: { id: 'dora-2026' },
    filter: { entityRef: 'component:default/checkout-api', window: 'P90D' },
    totalRows: total,
    complete: true,
  });
  expect(exported.rows).toHaveLength(total);
  expect(exported.rows[0].finishedAt).toMatch(/^\d{4}-\d{2}-\d{2}T.*Z$/);
});

test('a component that nothing reports on says what would help', async ({
  portal,
}) => {
  await portal.goto('/catalog/default/component/carbon-calculator/dora');

  await expect(portal.locator('pre')).toContainText('carbon-calculator');
  expect(await findAccessibilityProblems(portal)).toEqual([]);
});

test('a component with a few deployments says that its data are thin', async ({
  portal,
}) => {
  await openTab(portal, 'component/gift-cards');

  await expect(portal.getByText(/thin data/).first()).toBeVisible();
});

test('a group rolls up what it and the groups below it own', async ({
  portal,
}) => {
  await openTab(portal, 'group/platform-department');

  await expect(portal.getByText(/^\d+ components · /)).toBeVisible();
  await expect(
    portal.getByRole('region', { name: 'Deployment frequency' }),
  ).toContainText('deploy at least weekly');
  await expect(portal.getByRole('link', { name: 'API gateway' })).toBeVisible();
  expect(await findAccessibilityProblems(portal)).toEqual([]);
});

test('a re-organisation does not rewrite history', async ({ portal }) => {
  await openTab(portal, 'group/checkout');
  const frequency = portal.getByRole('region', {
    name: 'Deployment frequency',
  });
  await portal.getByRole('button', { name: '1 y' }).click();
  await expect(portal.getByText(/\(365 days, |\(366 days, /)).toBeVisible();
  const asOwnedNow = (await frequency.textContent()) ?? '';

  await portal.getByRole('button', { name: 'as owned then' }).click();
  await expect(portal).toHaveURL(/ownership=then/);
  await expect(frequency).not.toHaveText(asOwnedNow);
});
