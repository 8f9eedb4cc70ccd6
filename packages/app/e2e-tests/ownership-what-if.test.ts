import type { Locator, Page } from '@playwright/test';
import { expect, findAccessibilityProblems, test } from './portalTest';

/** Goes to something by the tabulator key alone. */
async function tabTo(portal: Page, target: Locator) {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await target.evaluate(element => element === document.activeElement)) {
      return;
    }
    await portal.keyboard.press('Tab');
  }
  throw new Error('The keyboard does not reach it');
}

/** Types a part of a name into a picker and takes the one entity that is offered then. */
async function choose(portal: Page, label: RegExp, name: string) {
  await tabTo(portal, portal.getByRole('textbox', { name: label }));
  await portal.keyboard.type(name);
  const offered = portal.getByRole('listbox').getByRole('option');
  await expect(offered).toHaveCount(1);
  await expect(offered).toContainText(name);
  await portal.keyboard.press('ArrowDown');
  await portal.keyboard.press('Enter');
}

/** Adds a change by keyboard: the team Inventory merges into Warehouse. */
async function addMerge(portal: Page) {
  await tabTo(portal, portal.getByRole('button', { name: 'Add a change' }));
  await portal.keyboard.press('Enter');
  await choose(portal, /Teams that end/, 'Inventory');
  await choose(portal, /Team that takes over/, 'Warehouse');
  await tabTo(portal, portal.getByRole('button', { name: 'Add', exact: true }));
  await portal.keyboard.press('Enter');
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('a merge of teams is tried by keyboard, without a serious accessibility problem', async ({
      portal,
    }) => {
      await portal.goto('/ownership/what-if');
      await expect(
        portal.getByText('Nothing is changed in the catalog'),
      ).toBeVisible();
      expect(await findAccessibilityProblems(portal)).toEqual([]);
      await addMerge(portal);
      await expect(
        portal.getByRole('table', { name: 'Entities that differ' }),
      ).toContainText('Inventory → Warehouse');
      await expect(
        portal.getByRole('table', { name: 'Teams whose load differs' }),
      ).toContainText('ends');
      expect(await findAccessibilityProblems(portal)).toEqual([]);
    });

    test('succession shows no serious accessibility problem', async ({
      portal,
    }) => {
      await portal.goto('/ownership/succession');
      await expect(
        portal.getByRole('heading', {
          name: 'Systems that rest on one person',
        }),
      ).toBeVisible();
      expect(await findAccessibilityProblems(portal)).toEqual([]);
    });
  });
}

test('a plan is saved, opened again and deleted by keyboard', async ({
  portal,
}) => {
  await portal.goto('/ownership/what-if');
  await addMerge(portal);
  await tabTo(portal, portal.getByRole('button', { name: 'Save as plan' }));
  await expect(
    portal.getByRole('table', { name: 'Entities that differ' }),
  ).toBeVisible();
  await portal.keyboard.press('Enter');
  const dialog = portal.getByRole('dialog', { name: 'Save the plan' });
  await tabTo(portal, dialog.getByRole('textbox', { name: 'Name' }));
  await portal.keyboard.type('One warehouse');
  await tabTo(portal, dialog.getByRole('button', { name: 'Save' }));
  await portal.keyboard.press('Enter');
  await expect(portal).toHaveURL(/\?plan=/);
  await expect(
    portal.getByRole('region', { name: 'Plan: One warehouse' }),
  ).toBeVisible();

  await tabTo(
    portal,
    portal.getByRole('button', { name: 'Delete One warehouse' }),
  );
  await portal.keyboard.press('Enter');
  await tabTo(portal, portal.getByRole('button', { name: 'Delete plan' }));
  await portal.keyboard.press('Enter');
  await expect(portal).not.toHaveURL(/\?plan=/);
});

test('a narrow page keeps what-if within its width', async ({ portal }) => {
  await portal.setViewportSize({ width: 320, height: 800 });
  await portal.goto('/ownership/what-if');
  await expect(
    portal.getByRole('button', { name: 'Add a change' }),
  ).toBeVisible();
  const wide = await portal.evaluate(
    () => document.documentElement.scrollWidth > window.innerWidth,
  );
  expect(wide).toBe(false);
});
