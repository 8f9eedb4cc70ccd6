import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, findAccessibilityProblems, test } from './portalTest';

const table = (portal: Page) =>
  portal.getByRole('table', { name: 'Components with their DORA metrics' });
const rows = (portal: Page) => table(portal).locator('tbody').getByRole('row');

async function openFleet(portal: Page, query = '') {
  await portal.goto(`/dora${query}`);
  await expect(table(portal)).toBeVisible();
}

test('filters live in the URL, and back and forward go through them without a reload', async ({
  portal,
}) => {
  await openFleet(portal);
  await expect(
    portal.getByRole('region', { name: '44 components' }),
  ).toBeVisible();
  await portal.evaluate(() => Object.assign(window, { sameDocument: true }));

  await portal.getByRole('textbox', { name: 'Owner' }).fill('platform');
  await portal
    .getByRole('option', { name: /Platform/ })
    .first()
    .click();
  await portal.keyboard.press('Escape');
  await expect(portal).toHaveURL(/owner=group%3Adefault%2Fplatform/);
  await expect(
    portal.getByRole('region', { name: '8 components' }),
  ).toBeVisible();

  await portal.getByRole('checkbox', { name: 'With the groups below' }).click();
  await expect(portal).toHaveURL(/descendants=false/);
  await expect(
    portal.getByRole('region', { name: '2 components' }),
  ).toBeVisible();

  await portal.goBack();
  await expect(
    portal.getByRole('region', { name: '8 components' }),
  ).toBeVisible();
  await portal.goBack();
  await expect(
    portal.getByRole('region', { name: '44 components' }),
  ).toBeVisible();
  await portal.goForward();
  await expect(
    portal.getByRole('region', { name: '8 components' }),
  ).toBeVisible();
  expect(await portal.evaluate(() => 'sameDocument' in window)).toBe(true);
});

test('a link gives the same view to somebody else', async ({ portal }) => {
  await openFleet(
    portal,
    '?text=checkout&sort=-deployments&density=compact&columns=name%2Cdeployments&window=P30D',
  );

  await expect(
    portal.getByRole('textbox', { name: 'Name or title' }),
  ).toHaveValue('checkout');
  await expect(portal.getByRole('button', { name: '30 d' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(
    portal.getByRole('columnheader', { name: 'Deployments' }),
  ).toHaveAttribute('aria-sort', 'descending');
  await expect(portal.getByRole('columnheader')).toHaveCount(2);
  await expect(rows(portal).first()).toContainText('Checkout API');
});

test('nothing known is a dash and never a zero', async ({ portal }) => {
  await openFleet(portal, '?text=carbon');

  const row = rows(portal).first();
  await expect(row).toContainText('no data');
  await expect(row).toContainText('never');
  await expect(row).not.toContainText('0');
});

test('the keyboard sorts, moves between rows and opens one', async ({
  portal,
}) => {
  await openFleet(portal);

  await portal
    .getByRole('button', { name: 'Deployments', exact: true })
    .focus();
  await portal.keyboard.press('Enter');
  await expect(portal).toHaveURL(/sort=-deployments/);
  await expect(
    portal.getByRole('columnheader', { name: 'Deployments', exact: true }),
  ).toHaveAttribute('aria-sort', 'descending');
  // This repository itself, whose every commit is a deployment, may stand before the busiest of the demo organisation.
  await expect(
    rows(portal).filter({ hasText: 'Storefront' }).first(),
  ).toBeVisible();

  const first = rows(portal).first().getByRole('link').first();
  await first.focus();
  await portal.keyboard.press('ArrowDown');
  await expect(rows(portal).nth(1).getByRole('link').first()).toBeFocused();
  await portal.keyboard.press('Enter');
  await expect(portal).toHaveURL(/\/component\/[\w-]+\/dora\?window=P90D/);
});

test('pages turn forward and back', async ({ portal }) => {
  await openFleet(portal);

  await portal.getByRole('button', { name: 'Next page' }).click();
  await expect(portal.getByText('21–40 of 44')).toBeVisible();
  await portal.getByRole('button', { name: 'Next page' }).click();
  await expect(portal.getByText('41–44 of 44')).toBeVisible();
  await expect(
    portal.getByRole('button', { name: 'Next page' }),
  ).toBeDisabled();
  await portal.getByRole('button', { name: 'Previous page' }).click();
  await expect(portal.getByText('21–40 of 44')).toBeVisible();
  await portal.getByRole('button', { name: 'First page' }).click();
  await expect(portal.getByText('1–20 of 44')).toBeVisible();
});

test('the export holds every row of the filter', async ({ portal }) => {
  await openFleet(portal, '?rows=20&type=service');
  const total = Number(
    (
      await portal
        .getByRole('region', { name: /^\d+ components$/ })
        .getByRole('heading')
        .innerText()
    ).replace(/\D/g, ''),
  );
  expect(total).toBeGreaterThan(20);

  const download = portal.waitForEvent('download');
  await portal.getByRole('button', { name: 'Export' }).click();
  await portal.getByRole('menuitem', { name: 'CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(
    /^dora-fleet_\d{4}-\d{2}-\d{2}_\d{4}-\d{2}-\d{2}\.csv$/,
  );
  const lines = (await readFile(await file.path(), 'utf8'))
    .trimEnd()
    .split('\r\n');
  expect(lines[0]).toMatch(/^entity_ref,title,.*,deployments_week_/);
  expect(lines).toHaveLength(1 + total);
  await expect(portal.getByText(`Exported ${total} rows`)).toBeVisible();

  const json = portal.waitForEvent('download');
  await portal.getByRole('button', { name: 'Export' }).click();
  await portal.getByRole('menuitem', { name: 'JSON' }).click();
  const exported = JSON.parse(
    await readFile(await (await json).path(), 'utf8'),
  );
  expect(exported).toMatchObject({
    content: 'dora-fleet',
    window: { from: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) },
    definition: { id: 'dora-2026' },
    filter: { type: 'service', window: 'P90D' },
    complete: true,
    totalRows: total,
  });
  expect(exported.rows).toHaveLength(total);
});

test('the link is copied', async ({ portal }) => {
  await portal
    .context()
    .grantPermissions(['clipboard-read', 'clipboard-write']);
  await openFleet(portal, '?tier=1');

  await portal.getByRole('button', { name: 'Copy link' }).click();

  await expect(
    portal.getByRole('button', { name: 'Link copied' }),
  ).toBeVisible();
  expect(await portal.evaluate(() => navigator.clipboard.readText())).toContain(
    '/dora?tier=1',
  );
});

test('filters that nothing matches can be cleared', async ({ portal }) => {
  await portal.goto('/dora?text=no-such-service');

  await expect(
    portal.getByRole('heading', { name: 'No component matches' }),
  ).toBeVisible();
  await portal.getByRole('button', { name: 'Clear filters' }).last().click();
  await expect(
    portal.getByRole('region', { name: '44 components' }),
  ).toBeVisible();
});

test('rows that are known stay in sight when asking again fails', async ({
  portal,
  consoleErrors,
}) => {
  await openFleet(portal);
  await portal.route('**/api/opmodel/dora?*', route => route.abort());

  await portal.getByRole('button', { name: '30 d' }).click();
  await expect(portal.getByText(/refreshing failed/)).toBeVisible();
  await expect(rows(portal)).toHaveCount(20);

  await portal.unroute('**/api/opmodel/dora?*');
  await portal.getByRole('button', { name: 'Try again' }).click();
  await expect(portal.getByText(/refreshing failed/)).toBeHidden();
  // The browser itself reports the request that this test let fail.
  expect(consoleErrors.splice(0)).toEqual([
    expect.stringContaining('net::ERR_FAILED'),
  ]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the fleet page has no serious accessibility problem', async ({
      portal,
    }) => {
      await openFleet(portal, '?owner=group%3Adefault%2Fplatform-department');
      await expect(rows(portal).first()).toBeVisible();
      expect(await findAccessibilityProblems(portal), 'page').toEqual([]);

      await portal.getByRole('button', { name: 'Columns' }).click();
      await expect(
        portal.getByRole('dialog', { name: 'Columns' }),
      ).toBeVisible();
      expect(await findAccessibilityProblems(portal), 'columns').toEqual([]);
    });
  });
}
