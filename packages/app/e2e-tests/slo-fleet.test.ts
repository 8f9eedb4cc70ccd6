import type { Page } from '@playwright/test';
import { expect, findAccessibilityProblems, test } from './portalTest';

const list = (portal: Page) =>
  portal.getByRole('table', { name: 'Service level objectives' });

async function openFirstSlo(portal: Page) {
  await portal.goto('/slos');
  await list(portal).locator('tbody th a').first().click();
  await expect(portal).toHaveURL(/\/slos\/[^/]+\/[^/?]+/);
  await expect(
    portal.getByRole('region', { name: 'OpenSLO document' }),
  ).toBeVisible();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the list of SLOs shows no serious accessibility problem', async ({
      portal,
    }) => {
      await portal.goto('/slos');
      await expect(list(portal)).toBeVisible();
      await expect(
        portal.getByRole('region', { name: 'The selection as a whole' }),
      ).toBeVisible();
      expect(await findAccessibilityProblems(portal)).toEqual([]);
    });

    test('the page of an SLO shows no serious accessibility problem', async ({
      portal,
    }) => {
      await openFirstSlo(portal);
      await expect(
        portal.getByRole('table', { name: 'Measurements' }),
      ).toBeVisible();
      expect(await findAccessibilityProblems(portal)).toEqual([]);
    });
  });
}

test('the sidebar leads to the list', async ({ portal }) => {
  await portal.getByRole('link', { name: 'SLOs', exact: true }).click();
  await expect(list(portal)).toBeVisible();
});

test('a state filters the list, in the URL', async ({ portal }) => {
  await portal.goto('/slos');
  await expect(list(portal)).toBeVisible();
  await portal.getByLabel('State').selectOption('met');

  await expect(portal).toHaveURL(/state=met/);
  await expect(list(portal).locator('tbody tr').first()).toContainText('met');
  await portal.goBack();
  await expect(portal).not.toHaveURL(/state=/);
});

test('the keyboard alone sorts the list and opens an SLO', async ({
  portal,
}) => {
  await portal.goto('/slos');
  await list(portal).getByRole('button', { name: 'SLO', exact: true }).focus();
  await portal.keyboard.press('Enter');
  await expect(portal).toHaveURL(/sort=name/);

  await list(portal).locator('tbody a').first().focus();
  await portal.keyboard.press('End');
  await portal.keyboard.press('Home');
  await portal.keyboard.press('Enter');
  await expect(portal).toHaveURL(/\/slos\/[^/]+\/[^/?]+/);
});

for (const { name, page, shown } of [
  {
    name: 'coverage',
    page: 'coverage',
    shown: 'Components without an objective',
  },
  { name: 'problems', page: 'problems', shown: 'Problems of documents' },
  { name: 'rules', page: 'rules', shown: 'Rules for what measures' },
]) {
  test(`the page of ${name} shows no serious accessibility problem`, async ({
    portal,
  }) => {
    await portal.goto(`/slos/${page}`);
    await expect(
      portal.getByRole('region', { name: shown }).first(),
    ).toBeVisible();
    await portal.waitForLoadState('networkidle');
    expect(await findAccessibilityProblems(portal)).toEqual([]);
  });
}

test('a policy says what it would have held', async ({ portal }) => {
  await portal.goto('/slos/policies');
  await portal
    .getByRole('table', { name: 'Error budget policies' })
    .locator('tbody a')
    .first()
    .click();

  await expect(
    portal.getByRole('region', { name: /What it (would have )?held/ }),
  ).toBeVisible();
  expect(await findAccessibilityProblems(portal)).toEqual([]);
});

test('the keyboard alone asks for a correction and leaves the dialog', async ({
  portal,
}) => {
  await openFirstSlo(portal);
  const ask = portal.getByRole('button', { name: 'Ask for a correction' });
  await ask.focus();
  await portal.keyboard.press('Enter');
  const dialog = portal.getByRole('dialog', {
    name: /^Leave a span of time out of /,
  });
  await expect(dialog).toBeVisible();
  expect(await findAccessibilityProblems(portal)).toEqual([]);

  await dialog.getByRole('button', { name: 'Ask for the correction' }).focus();
  await portal.keyboard.press('Enter');
  await expect(dialog).toContainText('Say when it began');
  await portal.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(ask).toBeFocused();
});
