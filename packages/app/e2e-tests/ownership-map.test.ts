import type { Page } from '@playwright/test';
import { expect, findAccessibilityProblems, test } from './portalTest';

const canvas = (portal: Page) =>
  portal.getByRole('application', { name: /^Groups with what they own/ });
const nodes = (portal: Page) => canvas(portal).locator('button[data-map-node]');
const focused = (portal: Page) => portal.locator('*:focus');

async function openMap(portal: Page, query = '') {
  await portal.goto(`/ownership/map${query}`);
  await expect(nodes(portal).first()).toBeVisible();
}

/** Goes on with the Tab key until the focus is on the map. */
async function tabToMap(portal: Page) {
  for (let step = 0; step < 60; step += 1) {
    await portal.keyboard.press('Tab');
    if ((await focused(portal).getAttribute('data-map-node')) !== null) {
      return;
    }
  }
  throw new Error('The Tab key does not lead to the map');
}

test('the map is walked by keyboard alone', async ({ portal }) => {
  await openMap(portal);
  await tabToMap(portal);
  const first = await focused(portal).getAttribute('data-map-node');

  await portal.keyboard.press('ArrowRight');
  const below = await focused(portal).getAttribute('data-map-node');
  expect(below).not.toBeNull();
  expect(below).not.toBe(first);
  await portal.keyboard.press('ArrowLeft');
  await expect(focused(portal)).toHaveAttribute('data-map-node', first!);

  await portal.keyboard.press('Enter');
  const details = portal.getByRole('complementary', { name: /^Details of / });
  await expect(details).toBeFocused();
  await expect(portal).toHaveURL(/[?&]node=/);
  await portal.keyboard.press('Escape');
  await expect(details).toBeHidden();
  await expect(focused(portal)).toHaveAttribute('data-map-node', first!);
});

test('a link opens the map where it was', async ({ portal }) => {
  await openMap(portal);
  await nodes(portal).first().click();
  await expect(portal).toHaveURL(/[?&]node=/);
  const title = await portal
    .getByRole('complementary', { name: /^Details of / })
    .getAttribute('aria-label');
  await portal.reload();
  await expect(
    portal.getByRole('complementary', { name: title! }),
  ).toBeVisible();
});

test('the table tells the same as the map', async ({ portal }) => {
  await openMap(portal);
  const count = await nodes(portal).count();
  await portal.getByRole('button', { name: 'Table', exact: true }).click();
  const rows = portal
    .getByRole('table', { name: 'What is on the map' })
    .locator('tbody')
    .getByRole('row');
  await expect(rows).toHaveCount(count);
  expect(await findAccessibilityProblems(portal)).toEqual([]);
});

test('a narrow screen begins with the table', async ({ portal }) => {
  await portal.setViewportSize({ width: 500, height: 900 });
  await portal.goto('/ownership/map');
  await expect(
    portal.getByRole('table', { name: 'What is on the map' }),
  ).toBeVisible();
});

test('the map has no serious accessibility problems', async ({ portal }) => {
  await openMap(portal);
  expect(await findAccessibilityProblems(portal)).toEqual([]);
});
