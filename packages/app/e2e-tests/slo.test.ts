import type { Page } from '@playwright/test';
import { expect, findAccessibilityProblems, test } from './portalTest';

const ENTITY = 'component/checkout-api';

async function openTab(portal: Page, entity: string) {
  await portal.goto(`/catalog/default/${entity}/slos`);
  await expect(
    portal.getByRole('region', { name: 'What to do next' }),
  ).toBeVisible();
}

/** Opens the tab and waits for the history of its first objective. */
async function openHistory(portal: Page) {
  await openTab(portal, ENTITY);
  await expect(
    portal.getByRole('figure', {
      name: /How much of the error budget was left/,
    }),
  ).toBeVisible();
  await expect(
    portal.getByRole('grid', { name: 'Attainment by day' }),
  ).toBeVisible();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the SLO tab shows objectives with their budgets without a serious accessibility problem', async ({
      portal,
    }) => {
      await openHistory(portal);
      await expect(
        portal.getByRole('region', { name: 'Remaining error budget' }).first(),
      ).toContainText(/left|over budget/);
      await expect(
        portal.getByRole('region', { name: 'Attainment', exact: true }).first(),
      ).toContainText('target');
      await expect(
        portal.getByRole('region', { name: 'Error budget policies' }),
      ).toBeVisible();
      expect(await findAccessibilityProblems(portal)).toEqual([]);
    });
  });
}

test('the card leads to the tab', async ({ portal }) => {
  await portal.goto(`/catalog/default/${ENTITY}`);
  await portal.getByRole('link', { name: 'All about its SLOs' }).click();

  await expect(portal).toHaveURL(/component\/checkout-api\/slos/);
  await expect(
    portal.getByRole('region', { name: 'What to do next' }),
  ).toBeVisible();
});

test('a narrow page keeps the card within its width', async ({ portal }) => {
  await portal.setViewportSize({ width: 320, height: 800 });
  await portal.goto(`/catalog/default/${ENTITY}`);
  const card = portal.getByRole('link', { name: 'All about its SLOs' });

  await card.scrollIntoViewIfNeeded();
  const box = await card.boundingBox();
  expect(box!.x).toBeGreaterThanOrEqual(0);
  expect(box!.x + box!.width).toBeLessThanOrEqual(320);
});

test('the keyboard alone reads what a deployment burned', async ({
  portal,
}) => {
  await openHistory(portal);
  const marks = portal
    .getByRole('group', { name: 'Deployments', exact: true })
    .getByRole('button');
  await marks.first().focus();
  await portal.keyboard.press('End');
  await expect(marks.last()).toBeFocused();
  await expect(portal.getByRole('tooltip')).toContainText(
    /This deployment burned|is not known/,
  );
  await portal.keyboard.press('Enter');
  await expect(marks.last()).toHaveAttribute('aria-pressed', 'true');
  expect(await findAccessibilityProblems(portal)).toEqual([]);
});

test('the burn-down can be read as a table', async ({ portal }) => {
  await openHistory(portal);
  await portal
    .getByRole('button', { name: /^Error budget: .*: Show as a table$/ })
    .first()
    .click();

  await expect(
    portal.getByRole('columnheader', { name: 'What happened' }),
  ).toBeVisible();
  expect(await findAccessibilityProblems(portal)).toEqual([]);
});

test('the keyboard alone moves over the calendar of days', async ({
  portal,
}) => {
  await openHistory(portal);
  const grid = portal.getByRole('grid', { name: 'Attainment by day' }).first();
  await grid.locator('[tabindex="0"]').focus();
  await portal.keyboard.press('Home');
  const first = portal.locator('td:focus');
  await expect(first).toHaveAttribute('aria-label', /20\d\d: /);
  const begin = await first.getAttribute('aria-label');
  await portal.keyboard.press('ArrowRight');
  await expect(portal.locator('td:focus')).not.toHaveAttribute(
    'aria-label',
    begin!,
  );
  // That of the day before may still fade.
  await expect(portal.getByRole('tooltip').last()).toBeVisible();
});

test('the window of the history lives in the URL', async ({ portal }) => {
  await openHistory(portal);
  await portal
    .getByRole('group', { name: 'Window' })
    .getByRole('button', { name: '90 d' })
    .click();

  await expect(portal).toHaveURL(/window=P90D/);
  await portal.goBack();
  await expect(portal).not.toHaveURL(/window=/);
});

test('a budget explains itself, and the keyboard leaves it where it was', async ({
  portal,
}) => {
  await openTab(portal, ENTITY);
  const explain = portal
    .getByRole('button', { name: 'Explain Attainment' })
    .first();
  await explain.focus();
  await portal.keyboard.press('Enter');
  const drawer = portal.getByRole('dialog', { name: /^Error budget of / });

  await expect(drawer).toContainText('This case, step by step');
  await expect(drawer.getByRole('table', { name: 'Figures' })).toBeVisible();
  expect(await findAccessibilityProblems(portal)).toEqual([]);
  await portal.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(explain).toBeFocused();
});

test('a proposal is a document that can be copied', async ({ portal }) => {
  await openTab(portal, ENTITY);
  const panel = portal.getByRole('region', { name: 'Propose an SLO' });
  const open = panel.getByRole('button', {
    name: 'Propose an SLO from what was measured',
  });
  await open.focus();
  await portal.keyboard.press('Enter');

  await expect(panel).toContainText(
    /kind: SLO|Nothing was measured of which an objective could be made/,
  );
});

test('a group rolls up the objectives of what it owns', async ({ portal }) => {
  await openTab(portal, 'group/platform-department');

  await expect(
    portal.getByRole('region', { name: 'The selection as a whole' }),
  ).toBeVisible();
  await expect(
    portal.getByRole('table', { name: 'Coverage by tier' }),
  ).toBeVisible();
  expect(await findAccessibilityProblems(portal)).toEqual([]);
});
