import type { Page } from '@playwright/test';
import { expect, findAccessibilityProblems, test } from './portalTest';

const register = (portal: Page) =>
  portal.getByRole('table', { name: 'Items', exact: true });
const firstItem = (portal: Page) =>
  register(portal).locator('tbody th a').first();

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the register shows no serious accessibility problem', async ({
      portal,
    }) => {
      await portal.goto('/tech-debt');
      await expect(firstItem(portal)).toBeVisible();
      await expect(
        portal.getByRole('region', { name: 'What is owed as a whole' }),
      ).toBeVisible();
      expect(await findAccessibilityProblems(portal)).toEqual([]);
    });

    test('risk and places show no serious accessibility problem', async ({
      portal,
    }) => {
      await portal.goto('/tech-debt/places');
      await expect(
        portal.getByRole('grid', { name: 'Impact and likelihood' }),
      ).toBeVisible();
      await expect(
        portal.getByRole('table', { name: 'Where it lies' }),
      ).toBeVisible();
      expect(await findAccessibilityProblems(portal)).toEqual([]);
    });

    test('the flow shows no serious accessibility problem', async ({
      portal,
    }) => {
      await portal.goto('/tech-debt/flow');
      await expect(
        portal.getByRole('table', {
          name: 'What paying the top ten would buy',
        }),
      ).toBeVisible();
      expect(await findAccessibilityProblems(portal)).toEqual([]);
    });
  });
}

test('a filter stands in the address, and goes with the way back', async ({
  portal,
}) => {
  await portal.goto('/tech-debt');
  await expect(firstItem(portal)).toBeVisible();
  await portal.getByLabel('Severity').selectOption('high');
  await expect(portal).toHaveURL(/severity=high/);
  await expect(register(portal).locator('tbody tr').first()).toContainText(
    'high',
  );
  await portal.goBack();
  await expect(portal).not.toHaveURL(/severity=/);
});

test('a view is saved, opened and removed', async ({ portal }) => {
  await portal.goto('/tech-debt?severity=high&sort=-principal');
  await expect(firstItem(portal)).toBeVisible();
  await portal.getByRole('button', { name: 'Views' }).click();
  const views = portal.getByRole('dialog', { name: 'Saved views' });
  await views.getByLabel('Name of this view').fill('High ones');
  await portal.keyboard.press('Enter');
  await expect(views.getByRole('link', { name: 'High ones' })).toBeVisible();
  expect(await findAccessibilityProblems(portal)).toEqual([]);

  await portal.goto('/tech-debt');
  await portal.getByRole('button', { name: 'Views' }).click();
  await views.getByRole('link', { name: 'High ones' }).click();
  await expect(portal).toHaveURL(/severity=high&sort=-principal/);

  await portal.getByRole('button', { name: 'Views' }).click();
  await views.getByRole('button', { name: 'Remove: High ones' }).click();
  await expect(views.getByRole('link', { name: 'High ones' })).toBeHidden();
});

test('several items change at once, by keyboard, and each says what came of it', async ({
  portal,
}) => {
  await portal.goto('/tech-debt?severity=high');
  await expect(firstItem(portal)).toBeVisible();
  await register(portal).getByRole('checkbox').nth(1).focus();
  await portal.keyboard.press('Space');
  const change = portal.getByRole('button', { name: 'Change them' });
  await change.focus();
  await portal.keyboard.press('Enter');
  const dialog = portal.getByRole('dialog', { name: 'Change 1 item' });
  await expect(dialog).toBeVisible();
  expect(await findAccessibilityProblems(portal)).toEqual([]);

  await dialog
    .getByLabel('What becomes different')
    .selectOption({ label: 'Review date' });
  await dialog.getByLabel('Day').fill('2028-01-31');
  await dialog.getByRole('button', { name: 'Change them' }).focus();
  await portal.keyboard.press('Enter');
  await expect(
    portal.getByRole('region', { name: 'What came of the change' }),
  ).toContainText(/1 (changed|was so already)/);
});

test('the keyboard alone goes from a cell of the matrix to its items', async ({
  portal,
}) => {
  await portal.goto('/tech-debt/places');
  const grid = portal.getByRole('grid', { name: 'Impact and likelihood' });
  await grid.locator('[tabindex="0"]').focus();
  await portal.keyboard.press('ArrowRight');
  await expect(
    grid.getByLabel(/^Impact 5, likelihood 2, risk 10/),
  ).toBeFocused();
  const cell = grid.getByRole('link').first();
  const [, impact, likelihood] =
    /^Impact (\d), likelihood (\d)/.exec(
      (await cell.getAttribute('aria-label')) ?? '',
    ) ?? [];
  await cell.focus();
  await portal.keyboard.press('Enter');
  await expect(portal).toHaveURL(
    new RegExp(`impact=${impact}&likelihood=${likelihood}`),
  );
  await expect(firstItem(portal)).toBeVisible();
});
