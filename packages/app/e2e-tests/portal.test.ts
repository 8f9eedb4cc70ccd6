import { expect, findAccessibilityProblems, test } from './portalTest';

test('the guest signs in and finds this project in the catalog', async ({
  portal,
}) => {
  await expect(
    portal.getByRole('link', { name: 'Opmodel home' }),
  ).toBeVisible();

  await portal.getByRole('link', { name: 'Catalog', exact: true }).click();
  await expect(portal).toHaveURL(/\/catalog/);
  await portal.getByPlaceholder('Search').fill('opmodel');
  await portal.getByRole('link', { name: 'Opmodel', exact: true }).click();

  await expect(
    portal.getByRole('heading', { name: 'Opmodel', exact: true }),
  ).toBeVisible();
});

test('the portal has no serious accessibility problem', async ({ portal }) => {
  await portal.goto('/catalog');
  await expect(portal.getByRole('link', { name: 'Account API' })).toBeVisible();

  expect(await findAccessibilityProblems(portal)).toEqual([]);
});
