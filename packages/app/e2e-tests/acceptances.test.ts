import type { Locator, Page } from '@playwright/test';
import { expect, findAccessibilityProblems, test } from './portalTest';

/** Presses something as a person without a mouse does. */
async function press(place: Locator, key = 'Enter'): Promise<void> {
  await place.focus();
  await expect(place).toBeFocused();
  await place.press(key);
}

/** Writes into the field that has the focus after it was reached by its label. */
async function write(page: Page, field: Locator, text: string): Promise<void> {
  await field.focus();
  await page.keyboard.type(text);
}

/** The row of a component that the guest's team owns. */
const rowOf = (page: Page, title: RegExp) =>
  page
    .getByRole('table', { name: 'Ownership to be confirmed' })
    .getByRole('row', { name: title });

test('an owner confirms ownership without a mouse', async ({ portal }) => {
  await portal.goto('/ownership/reviews');
  const confirm = portal.getByRole('button', { name: /^Confirm / }).first();
  await expect(confirm).toBeVisible();
  expect(await findAccessibilityProblems(portal)).toEqual([]);
  const name = (await confirm.getAttribute('aria-label')) ?? '';
  const title = name.replace('Confirm ', '');

  await press(confirm);
  const dialog = portal.getByRole('dialog');
  await write(portal, dialog.getByLabel(/Note/), 'Looked at in the browser');
  expect(await findAccessibilityProblems(portal)).toEqual([]);
  await press(dialog.getByRole('button', { name: 'Confirm ownership' }));
  await expect(dialog).toBeHidden();
  await expect(portal.getByRole('status').first()).toContainText(
    `${title} is confirmed.`,
  );

  await portal.goto('/ownership/reviews?state=verified');
  await expect(rowOf(portal, new RegExp(title)).first()).toContainText(
    'confirmed',
  );
});

test('a hand-over is asked for, shown in the inbox and withdrawn without a mouse', async ({
  portal,
}) => {
  await portal.goto('/ownership/reviews');
  const handOver = portal.getByRole('button', { name: /^Hand over / }).first();
  await expect(handOver).toBeVisible();
  const name = (await handOver.getAttribute('aria-label')) ?? '';
  const title = name.replace('Hand over ', '');

  await press(handOver);
  const dialog = portal.getByRole('dialog');
  const team = dialog.getByLabel(/Receiving team/);
  await write(portal, team, 'ledger');
  await expect(portal.getByRole('option').first()).toBeVisible();
  await portal.keyboard.press('ArrowDown');
  await portal.keyboard.press('Enter');
  await write(portal, dialog.getByLabel(/Reason/), 'It keeps the books');
  await press(dialog.getByRole('button', { name: 'Ask for acceptance' }));
  await expect(dialog).toBeHidden();
  await expect(portal.getByText('hand-over waits').first()).toBeVisible();

  await portal.goto('/acceptances?box=requested&state=requested');
  const open = portal
    .getByRole('button', { name: new RegExp(`^Open Hand-over of ${title}`) })
    .first();
  await press(open);
  const detail = portal.getByRole('dialog', { name: /^Hand-over of/ });
  await expect(detail).toContainText('It keeps the books');
  // Whoever asks never decides.
  await expect(detail.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  expect(await findAccessibilityProblems(portal)).toEqual([]);
  await press(detail.getByRole('button', { name: 'Withdraw the request' }));
  await expect(detail).toContainText('withdrawn');
  await portal.keyboard.press('Escape');
  await expect(detail).toBeHidden();
});
