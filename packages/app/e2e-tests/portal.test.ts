import { expect, findAccessibilityProblems, test } from './portalTest';

test('the guest signs in, and finds the catalog and this project in it', async ({
  portal,
}) => {
  await expect(portal).toHaveTitle(/Opmodel/);
  await expect(
    portal.getByRole('link', { name: 'Opmodel home' }),
  ).toBeVisible();

  await portal.getByRole('link', { name: 'Catalog', exact: true }).click();
  await expect(
    portal.getByRole('link', { name: 'Checkout API', exact: true }),
  ).toBeVisible();

  await portal.goto('/catalog/default/component/opmodel');
  await expect(
    portal.getByRole('heading', { name: 'Opmodel', exact: true }),
  ).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('home and catalog have no serious accessibility problem', async ({
      portal,
    }) => {
      await portal.waitForLoadState('networkidle');
      expect(await findAccessibilityProblems(portal), 'home').toEqual([]);

      await portal.getByRole('link', { name: 'Catalog', exact: true }).click();
      await expect(
        portal.getByRole('link', { name: 'Checkout API', exact: true }),
      ).toBeVisible();
      expect(await findAccessibilityProblems(portal), 'catalog').toEqual([]);
    });
  });
}
