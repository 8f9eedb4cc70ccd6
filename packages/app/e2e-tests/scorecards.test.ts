import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, findAccessibilityProblems, test } from './portalTest';

const ENTITY = 'component/checkout-api';
const SCORECARD = 'scorecard:default/production-readiness';

const overall = (portal: Page) =>
  portal.getByRole('region', { name: 'Where everything stands' });
const entities = (portal: Page) =>
  portal.getByRole('table', { name: 'Entities' });
const heatMap = (portal: Page) =>
  portal.getByRole('grid', { name: 'Heat map' });

async function openOverview(portal: Page) {
  await portal.goto('/scorecards');
  await expect(overall(portal)).toContainText('judged');
}

async function openEntity(portal: Page, query = '') {
  await portal.goto(`/catalog/default/${ENTITY}/scorecards${query}`);
  await expect(
    portal.getByRole('table', { name: 'Levels by scorecard' }),
  ).toBeVisible();
}

async function openHeatMap(portal: Page) {
  await portal.goto(`/scorecards/heat-map?scorecard=${SCORECARD}`);
  await expect(heatMap(portal).locator('tbody tr').nth(1)).toBeVisible();
}

/** The pages, each with how it is opened until what it is about shows. */
const pages: ReadonlyArray<{
  name: string;
  open: (portal: Page) => Promise<void>;
}> = [
  { name: 'overview', open: openOverview },
  {
    name: 'list of entities',
    open: async portal => {
      await portal.goto('/scorecards/entities');
      await expect(entities(portal).locator('tbody tr').nth(1)).toBeVisible();
    },
  },
  { name: 'heat map', open: openHeatMap },
  {
    name: 'trends',
    open: async portal => {
      await portal.goto(`/scorecards/trends?scorecard=${SCORECARD}`);
      await expect(
        portal.getByRole('figure', { name: /The share of judged checks/ }),
      ).toBeVisible();
    },
  },
  {
    name: 'page of why a score moved',
    open: async portal => {
      await portal.goto(`/scorecards/changes?scorecard=${SCORECARD}`);
      await expect(
        portal.getByRole('region', { name: 'Entities whose level changed' }),
      ).toBeVisible();
    },
  },
  {
    name: 'page of a scorecard',
    open: async portal => {
      await portal.goto('/scorecards/default/production-readiness');
      await expect(overall(portal)).toContainText('judged');
      await expect(
        portal.getByRole('region', { name: 'Versions' }),
      ).toBeVisible();
    },
  },
  { name: 'tab of an entity', open: openEntity },
  {
    name: 'tab of a group',
    open: async portal => {
      await portal.goto('/catalog/default/group/payments/scorecards');
      await expect(overall(portal)).toContainText('judged');
    },
  },
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    for (const { name, open } of pages) {
      test(`the ${name} shows no serious accessibility problem`, async ({
        portal,
      }) => {
        await open(portal);
        await portal.waitForLoadState('networkidle');
        expect(await findAccessibilityProblems(portal)).toEqual([]);
      });
    }
  });
}

test('the sidebar leads to the answer over all scorecards', async ({
  portal,
}) => {
  await portal.getByRole('link', { name: 'Scorecards', exact: true }).click();
  await expect(
    overall(portal).getByRole('img', { name: /^Levels: / }),
  ).toBeVisible();
  await expect(
    overall(portal).getByRole('region', { name: 'What holds them back' }),
  ).toContainText(/\d+ entit(y|ies)/);
});

test('from the overview one gets to the check of an entity that fails', async ({
  portal,
}) => {
  await openOverview(portal);
  const failing = portal.getByRole('region', { name: 'What fails most' });
  const check = failing.getByRole('link').first();
  const name = await check.innerText();
  await check.click();

  await expect(portal).toHaveURL(/state=failed/);
  await expect(entities(portal).locator('tbody tr').first()).toContainText(
    'failed',
  );
  await entities(portal).locator('tbody th a').first().click();

  await expect(portal).toHaveURL(/\/scorecards\?check=/);
  const opened = portal.getByRole('button', { name, expanded: true });
  await expect(opened).toContainText('failed');
  await expect(
    portal.getByRole('button', { name: 'Explain' }).first(),
  ).toBeVisible();
});

test('as many entities are listed as the overview counts', async ({
  portal,
}) => {
  await openOverview(portal);
  const failing = portal.getByRole('region', { name: 'What fails most' });
  const first = failing.getByRole('listitem').first();
  const [, failed] = /(\d+) of \d+ judged/.exec(await first.innerText()) ?? [];
  await first.getByRole('link').click();

  await expect(entities(portal).locator('tbody tr')).toHaveCount(
    Number(failed),
  );
});

test('a filter stands in the URL, and nothing that matches is said once', async ({
  portal,
}) => {
  await openOverview(portal);
  await portal.getByLabel('Kind').selectOption('domain');
  await expect(portal).toHaveURL(/kind=domain/);
  await expect(portal.getByText('Nothing matches')).toHaveCount(1);

  await portal.goBack();
  await expect(portal).not.toHaveURL(/kind=/);
  await expect(overall(portal)).toBeVisible();
});

test('the keyboard alone moves over the heat map and opens the entities of a cell', async ({
  portal,
}) => {
  await openHeatMap(portal);
  const stops = heatMap(portal).locator('tbody [tabindex="0"]');
  await expect(stops).toHaveCount(1);
  await stops.focus();
  const at = (place: string) =>
    heatMap(portal).locator(`[data-place="${place}"]`);
  await expect(at('0:0')).toBeFocused();
  await portal.keyboard.press('ArrowRight');
  await expect(at('0:1')).toBeFocused();
  await portal.keyboard.press('ArrowDown');
  await expect(at('1:1')).toBeFocused();
  await portal.keyboard.press('Home');
  await expect(at('1:0')).toBeFocused();
  await expect(at('1:0')).toHaveAttribute('aria-label', /All checks: /);
  await expect(stops).toHaveCount(1);
  await portal.keyboard.press('Enter');

  await expect(portal).toHaveURL(/\/scorecards\/entities\?/);
  await expect(entities(portal).locator('tbody tr').first()).toBeVisible();
});

test('a verdict explains itself, and the keyboard leaves it where it was', async ({
  portal,
}) => {
  await openEntity(
    portal,
    `?check=${encodeURIComponent(`${SCORECARD}#described`)}`,
  );
  // The check that the link names is the one that is open.
  const explain = portal.getByRole('button', { name: 'Explain', exact: true });
  await expect(explain).toHaveCount(1);
  await explain.focus();
  await portal.keyboard.press('Enter');
  const drawer = portal.getByRole('dialog');
  await expect(drawer).toContainText('How this verdict came about');
  await expect(drawer).toContainText('What is asked');
  expect(await findAccessibilityProblems(portal)).toEqual([]);

  await portal.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(explain).toBeFocused();
});

test('the trend can be read as a table', async ({ portal }) => {
  await portal.goto(`/scorecards/trends?scorecard=${SCORECARD}`);
  await portal
    .getByRole('button', { name: 'Levels over time: Show as a table' })
    .click();

  await expect(
    portal.getByRole('columnheader', { name: 'Gold' }),
  ).toBeVisible();
  expect(await findAccessibilityProblems(portal)).toEqual([]);
});

for (const { from, open, subject, content, column } of [
  {
    from: 'the overview',
    open: openOverview,
    subject: 'All scorecards',
    content: 'scorecards',
    column: 'scorecard_ref',
  },
  {
    from: 'the heat map',
    open: openHeatMap,
    subject: 'Heat map',
    content: 'scorecard-heat-map',
    column: 'passing',
  },
]) {
  test(`${from} is exported as rows and as a whole`, async ({ portal }) => {
    await open(portal);
    const exported = async (choice: string) => {
      const download = portal.waitForEvent('download');
      await portal.getByRole('button', { name: `Export: ${subject}` }).click();
      await portal.getByRole('menuitem', { name: choice }).click();
      const file = await download;
      return {
        name: file.suggestedFilename(),
        text: await readFile(await file.path(), 'utf8'),
      };
    };
    const rows = await exported('Rows as CSV');
    expect(rows.name).toMatch(new RegExp(`${content}.*\\.csv$`));
    expect(rows.text.split('\r\n')[0].split(',')).toContain(column);
    expect(rows.text.split('\r\n').length).toBeGreaterThan(2);

    const whole = await exported('Everything as JSON');
    expect(whole.name).toMatch(new RegExp(`${content}.*\\.json$`));
    expect(JSON.parse(whole.text)).toBeInstanceOf(Object);
  });
}

test('the export of the list holds every row of the filter', async ({
  portal,
}) => {
  await portal.goto('/scorecards/entities?kind=component');
  await expect(entities(portal).locator('tbody tr').first()).toBeVisible();
  const download = portal.waitForEvent('download');
  await portal.getByRole('button', { name: 'Export' }).click();
  await portal.getByRole('menuitem', { name: 'CSV' }).click();
  const file = await download;
  const lines = (await readFile(await file.path(), 'utf8'))
    .trimEnd()
    .split('\r\n');
  expect(lines[0]).toMatch(/^entity_ref,title,/);
  await expect(
    portal.getByText(`Exported ${lines.length - 1} rows`),
  ).toBeVisible();
  await expect(entities(portal).locator('tbody tr')).toHaveCount(
    lines.length - 1,
  );
});

test('the card leads to the tab', async ({ portal }) => {
  await portal.goto(`/catalog/default/${ENTITY}`);
  await portal.getByRole('link', { name: 'All about its scorecards' }).click();

  await expect(portal).toHaveURL(/component\/checkout-api\/scorecards/);
  await expect(
    portal.getByRole('region', { name: 'Where it stands' }),
  ).toBeVisible();
});

test('a narrow page keeps the card within its width', async ({ portal }) => {
  await portal.setViewportSize({ width: 320, height: 800 });
  await portal.goto(`/catalog/default/${ENTITY}`);
  const card = portal.getByRole('link', { name: 'All about its scorecards' });

  await card.scrollIntoViewIfNeeded();
  const box = await card.boundingBox();
  expect(box!.x).toBeGreaterThanOrEqual(0);
  expect(box!.x + box!.width).toBeLessThanOrEqual(320);
});
