import { expect, findAccessibilityProblems, test } from './portalTest';

test('the guest signs in and finds the home page and the catalog', async ({
  portal,
}) => {
  const navigation = portal.getByRole('navigation', { name: 'sidebar nav' });
  await expect(
    navigation.getByRole('link', { name: 'Opmodel home' }),
  ).toBeVisible();

  await navigation.getByRole('link', { name: 'Catalog', exact: true }).click();

  await expect(portal).toHaveURL(/\/catalog/);
  await expect(
    portal.getByRole('link', { name: 'Opmodel', exact: true }),
  ).toBeVisible();
});

test('the catalog has no serious accessibility problem', async ({ portal }) => {
  await portal.goto('/catalog');
  await expect(portal.getByRole('table')).toBeVisible();

  expect(await findAccessibilityProblems(portal)).toEqual([]);
});
