import { expect, findAccessibilityProblems, test } from './portalTest';

test('the home page says what needs me, and leads to what is mine', async ({
  portal,
}) => {
  await expect(
    portal.getByRole('region', { name: 'What needs attention' }),
  ).toBeVisible();

  const services = portal.getByRole('table', { name: 'My teams’ services' });
  await expect(services.getByRole('row')).toHaveCount(5);
  await expect(
    services.getByRole('row', { name: /Checkout API/ }),
  ).toContainText('/ week');

  await services
    .getByRole('link', { name: 'DORA metrics of Checkout API' })
    .click();
  await expect(portal).toHaveURL(/\/component\/checkout-api\/dora/);
  await expect(
    portal.getByRole('heading', { name: 'Change lead time', exact: true }),
  ).toBeVisible();
});

test('the home page counts what the portal knows', async ({ portal }) => {
  const known = portal.getByRole('region', { name: 'What this portal knows' });

  await expect(known).toContainText(/44\s*components/);
  await expect(known).toContainText(/\d+ of 44 components report/);
  await expect(known).toContainText(/newest data/);
});

test("the home page leads to my teams' part of the fleet", async ({
  portal,
}) => {
  await portal
    .getByRole('link', { name: 'DORA of my teams’ services' })
    .click();

  await expect(portal).toHaveURL(/owner=group%3Adefault%2Fcheckout/);
  await expect(
    portal.getByRole('region', { name: '4 components' }),
  ).toBeVisible();
});

test('the home page searches', async ({ portal }) => {
  await portal
    .getByRole('textbox', { name: 'Search the catalog and everything in it' })
    .fill('basket');
  await portal.keyboard.press('Enter');

  await expect(portal).toHaveURL(/\/search\?query=basket/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the filled home page has no serious accessibility problem', async ({
      portal,
    }) => {
      await expect(
        portal.getByRole('row', { name: /Checkout API/ }),
      ).toBeVisible();
      await expect(portal.getByText(/components report/).first()).toBeVisible();

      expect(await findAccessibilityProblems(portal)).toEqual([]);
    });
  });
}

test('the home page fits a narrow window', async ({ portal }) => {
  await portal.setViewportSize({ width: 390, height: 844 });
  await expect(portal.getByRole('row', { name: /Checkout API/ })).toBeVisible();

  const overflow = await portal.evaluate(
    () =>
      document.documentElement.scrollWidth -
      document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
