import { expect, findAccessibilityProblems, test } from './portalTest';

const TAB = '/catalog/default/component/checkout-api/dora';

test('a definition is chosen in the page and stands in the URL', async ({
  portal,
}) => {
  await portal.goto(`${TAB}?profile=devlake`);
  await expect(portal.getByText('Definition: Apache DevLake')).toBeVisible();
  expect(await findAccessibilityProblems(portal)).toEqual([]);
});

test('a person marks a deployment as failed, and takes that back', async ({
  portal,
}) => {
  await portal.goto(TAB);
  const rate = portal.getByRole('region', { name: 'Change fail rate' });
  await expect(rate).toContainText('%');
  const before = await rate.textContent();

  const deployments = portal.getByRole('table', {
    name: 'Deployments and their changes',
  });
  // The rows are asked for when they come into sight.
  await portal
    .getByRole('heading', { name: 'Deployments and their changes' })
    .scrollIntoViewIfNeeded();
  // The newest may be one to staging, which no rate counts.
  await deployments
    .getByRole('row')
    .filter({
      has: portal.getByRole('cell', { name: 'counts', exact: true }),
    })
    .first()
    .getByRole('button', { name: /^Correct / })
    .click();
  const action = portal.getByRole('menuitem', { name: /fail/ });
  await action.click();
  const dialog = portal.getByRole('dialog', { name: /^Mark .* failed$/ });
  expect(await findAccessibilityProblems(portal)).toEqual([]);
  await dialog.getByLabel(/Reason/).fill('Support saw it first');
  await dialog.getByRole('button', { name: 'Save' }).click();

  const corrections = portal.getByRole('table', { name: 'Corrections' });
  await expect(corrections).toContainText('Support saw it first');
  await expect(rate).not.toHaveText(before ?? '', { timeout: 30_000 });

  await corrections.getByRole('button', { name: 'Undo' }).first().click();
  const undo = portal.getByRole('dialog', { name: 'Undo this correction?' });
  await undo.getByLabel(/Reason/).fill('It was another service');
  await undo.getByRole('button', { name: 'Undo' }).click();
  await expect(corrections).toContainText('It was another service');
  await expect(rate).toHaveText(before ?? '', { timeout: 30_000 });
});

test('a number is disputed where it stands, marked, and answered', async ({
  portal,
}) => {
  await portal.goto(TAB);
  await portal
    .getByRole('button', { name: 'Explain Deployment rework rate' })
    .click();
  const drawer = portal.getByRole('dialog', { name: 'Deployment rework rate' });
  await drawer.getByRole('button', { name: 'Dispute this number' }).click();
  const dialog = portal.getByRole('dialog', {
    name: 'Dispute Deployment rework rate',
  });
  await dialog
    .getByLabel(/What is wrong with it/)
    .fill('Two of these were planned');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(dialog).toBeHidden();
  await drawer.getByRole('button', { name: 'Close' }).click();
  await expect(drawer).toBeHidden();

  const tile = portal.getByRole('region', { name: 'Deployment rework rate' });
  await expect(tile).toContainText('disputed');
  const disputes = portal.getByRole('table', { name: 'Disputed numbers' });
  await expect(disputes).toContainText('Two of these were planned');
  expect(await findAccessibilityProblems(portal)).toEqual([]);

  await disputes.getByRole('button', { name: 'Withdraw' }).first().click();
  await expect(disputes).toContainText('withdrawn');
  await expect(tile).not.toContainText('disputed');
});

test('a scope is compared with its own past only', async ({ portal }) => {
  await portal.goto(TAB);
  await portal.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(portal).toHaveURL(/compare=previous/);
  const table = portal.getByRole('table', { name: 'Then and now' });
  await expect(table).toContainText('Change lead time');
  await portal
    .getByRole('button', { name: 'The same days a year before' })
    .click();
  await expect(portal).toHaveURL(/compare=last-year/);
  await expect(table).toBeVisible();
});
