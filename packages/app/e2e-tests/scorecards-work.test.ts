import type { Locator, Page } from '@playwright/test';
import { expect, findAccessibilityProblems, test } from './portalTest';

/** Of a name that no run before has taken: what was published stays known by its name. */
const newName = (of: string) => `${of}-${Date.now().toString(36)}`;

/** Presses something as a person without a mouse does. */
async function press(place: Locator, key = 'Enter'): Promise<void> {
  await place.focus();
  await expect(place).toBeFocused();
  await place.press(key);
}

/** Writes over what stands in a field. */
async function write(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.press('ControlOrMeta+a');
  await field.pressSequentially(text);
}

/** Takes what a picker offers for a part of a name. */
async function choose(
  page: Page,
  field: Locator,
  typed: string,
  option: string | RegExp,
): Promise<void> {
  await write(field, typed);
  await expect(
    page.getByRole('option', { name: option }).first(),
  ).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** Begins a draft of a new scorecard, without a mouse. */
async function beginDraft(page: Page, name: string): Promise<void> {
  await page.goto('/scorecards/drafts/new');
  const dialog = page.getByRole('dialog', { name: 'New scorecard' });
  await write(dialog.getByLabel(/^Name/), name);
  await press(dialog.getByRole('button', { name: 'Begin the draft' }));
  await expect(dialog).toBeHidden();
  await expect(
    page.getByRole('heading', { name: `Draft of ${name}` }),
  ).toBeVisible();
}

const field = (page: Page | Locator, name: RegExp) =>
  page.getByRole('textbox', { name });

const save = (page: Page) => page.getByRole('button', { name: 'Save' });

/** Deletes the draft that the page shows. */
async function deleteDraft(page: Page): Promise<void> {
  await press(page.getByRole('button', { name: 'Delete draft…' }));
  await press(page.getByRole('dialog').getByRole('button', { name: 'Delete' }));
  await expect(page).toHaveURL(/\/drafts$/);
}

test('a scorecard is written, mended and published without a mouse', async ({
  portal,
}) => {
  test.slow();
  const name = newName('described');
  await beginDraft(portal, name);
  await write(field(portal, /^Title/), 'Described');
  const about = portal.getByRole('region', { name: 'About' });
  await write(
    field(about, /^Of which entities/),
    'catalog.name == "address-lookup"',
  );
  // It is only tried: nothing overall moves by it.
  await press(about.getByRole('checkbox', { name: /overall/ }), ' ');

  // A draft begins with three levels.
  await press(portal.getByRole('button', { name: 'Remove Gold' }));
  await press(portal.getByRole('button', { name: 'Remove Silver' }));
  await write(
    field(portal.getByRole('group', { name: 'Bronze' }), /^Name/),
    'Told',
  );

  await press(portal.getByRole('button', { name: 'Add a check' }));
  const check = portal.getByRole('group', { name: /check|It says/ });
  await write(field(check, /^Name/), 'It says what it is');
  await expect(field(check, /^Id/)).toHaveValue('it-says-what-it-is');
  const rule = field(check, /^What must be true/);
  await write(rule, 'catalog.hasDescripton');
  await expect(rule).toHaveAttribute('aria-invalid', 'true');
  await expect(rule).toHaveAccessibleDescription(/No such fact/);

  // What is wrong leads to its field, and names are completed there.
  await press(field(portal, /^Title/), 'Tab');
  await press(
    portal.getByRole('button', {
      name: 'It says what it is: What must be true',
    }),
  );
  await expect(rule).toBeFocused();
  await write(rule, 'catalog.hasDesc');
  await expect(
    portal.getByRole('option', { name: /catalog.hasDescription/ }),
  ).toBeVisible();
  await portal.keyboard.press('Enter');
  await expect(rule).toHaveValue('catalog.hasDescription');
  await expect(
    portal.getByText('Nothing is wrong with the definition.'),
  ).toBeVisible();

  await choose(
    portal,
    portal.getByRole('textbox', { name: /^Entities to look at/ }),
    'Address',
    /Address lookup/,
  );
  const sample = portal.getByRole('region', { name: 'Address lookup' });
  await expect(sample).toContainText('Told');
  await expect(sample).toContainText('Everything asked is met.');
  await expect(
    portal.getByRole('region', { name: 'What publishing would change' }),
  ).toContainText('1 entity is asked for the first time.');

  await press(save(portal));
  await expect(portal.getByText('All changes saved')).toBeVisible();
  expect(await findAccessibilityProblems(portal)).toEqual([]);

  await press(portal.getByRole('button', { name: 'Publish…' }));
  const dialog = portal.getByRole('dialog', { name: 'Publish Described' });
  const publish = dialog.getByRole('button', { name: 'Publish' });
  await press(publish);
  await expect(
    dialog.getByLabel(/What changes, and why/),
  ).toHaveAccessibleDescription(/Say what changes/);
  await write(dialog.getByLabel(/What changes, and why/), 'The first of it');
  await press(publish);
  await expect(portal).toHaveURL(new RegExp(`/scorecards/default/${name}$`));
  await expect(
    portal.getByRole('heading', { name: 'Described' }).first(),
  ).toBeVisible();
  await expect(portal.getByText('The first of it').first()).toBeVisible();

  // Whoever comes after finds what was there before.
  await press(portal.getByRole('button', { name: 'Retire…' }));
  const retirement = portal.getByRole('dialog', { name: 'Retire Described' });
  await write(retirement.getByLabel(/^Why/), 'It was only tried');
  await press(retirement.getByRole('button', { name: 'Retire' }));
  await expect(retirement).toBeHidden();
  await expect(portal).toHaveURL(/\/scorecards$/);
  await expect(portal.getByRole('link', { name: 'Described' })).toHaveCount(0);
});

test('what two people write in one draft is not lost', async ({
  portal,
  browser,
  consoleErrors,
}) => {
  test.slow();
  const name = newName('two-of-us');
  await beginDraft(portal, name);
  await write(field(portal, /^Title/), 'As it was');
  await press(save(portal));
  await expect(portal.getByText('All changes saved')).toBeVisible();

  const other = await browser.newContext();
  const theirs = await other.newPage();
  await theirs.goto(new URL('/', portal.url()).toString());
  await theirs.getByRole('button', { name: 'Enter' }).click();
  await expect(
    theirs.getByRole('link', { name: 'Catalog', exact: true }),
  ).toBeVisible();
  await theirs.goto(portal.url());
  await write(field(theirs, /^Title/), 'As they say');
  await press(save(theirs));
  await expect(theirs.getByText('All changes saved')).toBeVisible();
  await other.close();

  await write(field(portal, /^Title/), 'As I say');
  await press(save(portal));
  const differences = portal.getByRole('table', {
    name: 'Differences of yours from theirs',
  });
  await expect(differences.getByRole('row', { name: /title/ })).toContainText(
    'As I sayAs they say',
  );
  await expect(field(portal, /^Title/)).toHaveValue('As I say');
  expect(await findAccessibilityProblems(portal)).toEqual([]);

  await press(portal.getByRole('button', { name: 'Save mine instead' }));
  await expect(differences).toBeHidden();
  await expect(portal.getByText('All changes saved')).toBeVisible();
  await portal.reload();
  await expect(field(portal, /^Title/)).toHaveValue('As I say');
  // The browser itself writes down each answer of this kind.
  expect(consoleErrors.every(text => text.includes('409'))).toBe(true);
  consoleErrors.length = 0;
  await deleteDraft(portal);
});

test('the copy of a scorecard of the catalog comes with its document', async ({
  portal,
}) => {
  const name = newName('copied');
  await portal.goto(
    '/scorecards/drafts/new?copyOf=scorecard:default/security-basics',
  );
  const dialog = portal.getByRole('dialog');
  await write(dialog.getByLabel(/^Name/), name);
  await press(dialog.getByRole('button', { name: 'Begin the draft' }));
  await expect(field(portal, /^Title/)).toHaveValue('Security basics');
  await press(portal.getByRole('button', { name: 'Show the document' }));
  await expect(
    portal.getByRole('region', { name: 'As a document' }),
  ).toContainText(`name: ${name}`);
  await deleteDraft(portal);
});

test('a campaign is begun and archived without a mouse', async ({ portal }) => {
  const title = `Know who is called ${newName('n')}`;
  await portal.goto('/scorecards/campaigns');
  await press(portal.getByRole('button', { name: 'New campaign' }));
  const dialog = portal.getByRole('dialog', { name: 'New campaign' });
  await press(dialog.getByRole('button', { name: 'Begin the campaign' }));
  await expect(dialog.getByLabel(/^Title/)).toHaveAccessibleDescription(
    'This is needed',
  );
  await write(dialog.getByLabel(/^Title/), title);
  await choose(
    portal,
    dialog.getByRole('textbox', { name: /^Owner/ }).first(),
    'Checkout',
    'Checkout',
  );
  await dialog.getByLabel('Scorecard').selectOption({ label: 'Reliability' });
  await press(dialog.getByRole('checkbox').first(), ' ');
  await dialog.getByLabel(/^Target date/).fill('2001-01-01');
  await press(dialog.getByRole('button', { name: 'Begin the campaign' }));
  await expect(dialog.getByLabel(/^Target date/)).toHaveAccessibleDescription(
    'It has to be after the first day',
  );
  const target = new Date(Date.now() + 60 * 86_400_000);
  await dialog
    .getByLabel(/^Target date/)
    .fill(target.toISOString().slice(0, 10));
  // A draft asks nobody for anything.
  await press(dialog.getByRole('checkbox', { name: /^A draft/ }), ' ');
  expect(await findAccessibilityProblems(portal)).toEqual([]);
  await press(dialog.getByRole('button', { name: 'Begin the campaign' }));

  await expect(portal.getByRole('heading', { name: title })).toBeVisible();
  await press(portal.getByRole('button', { name: 'Archive…' }));
  const archive = portal.getByRole('dialog', { name: `Archive ${title}` });
  await write(archive.getByLabel(/^Why/), 'It was only tried');
  await press(archive.getByRole('button', { name: 'Archive' }));
  await expect(archive).toBeHidden();
  await expect(portal.getByText('archived', { exact: true })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('a campaign that is late says so, and what is open', async ({
      portal,
    }) => {
      await portal.goto('/scorecards/campaigns');
      const late = portal.getByRole('row', { name: /Close the logging flaw/ });
      await expect(late).toContainText('delayed');
      expect(await findAccessibilityProblems(portal)).toEqual([]);
      await press(late.getByRole('link').first());
      await expect(
        portal.getByRole('region', { name: 'Burn-down' }),
      ).toBeVisible();
      await expect(portal.getByLabel('The chart is being loaded')).toHaveCount(
        0,
      );
      await expect(
        portal
          .getByRole('table', { name: 'What is asked of each entity' })
          .getByRole('row')
          .nth(1),
      ).toContainText('failed');
      await expect(
        portal.getByRole('region', { name: 'Report' }),
      ).toContainText('All together');
      expect(await findAccessibilityProblems(portal)).toEqual([]);
    });

    test('the pages to work on have no serious accessibility problem', async ({
      portal,
    }) => {
      await portal.goto('/scorecards/drafts');
      await expect(
        portal.getByRole('button', { name: 'New scorecard' }),
      ).toBeVisible();
      expect(await findAccessibilityProblems(portal)).toEqual([]);
      await portal.goto('/scorecards/exemptions');
      await expect(
        portal.getByRole('region', { name: 'Checks in question' }),
      ).toBeVisible();
      expect(await findAccessibilityProblems(portal)).toEqual([]);
    });
  });
}

test('an exemption is asked for at the check, shown, and withdrawn without a mouse', async ({
  portal,
}) => {
  await portal.goto('/catalog/default/component/event-lake/scorecards');
  const name = 'No critical vulnerability is known';
  await press(portal.getByRole('button', { name, exact: true }).first());
  await press(
    portal.getByRole('button', { name: 'Ask for an exemption' }).first(),
  );
  const dialog = portal.getByRole('dialog', { name: 'Ask for an exemption' });
  const ask = dialog.getByRole('button', { name: 'Ask for the exemption' });
  await dialog.getByLabel(/^Until/).fill('2001-01-01');
  await press(ask);
  await expect(dialog.getByLabel(/^Reason/)).toHaveAccessibleDescription(
    'Say why, for those who decide',
  );
  await expect(dialog.getByLabel(/^Until/)).toHaveAccessibleDescription(
    'This day is over',
  );
  expect(await findAccessibilityProblems(portal)).toEqual([]);
  await write(dialog.getByLabel(/^Reason/), 'It is not reached from outside');
  await dialog.getByLabel(/^Until/).fill('');
  await press(ask);
  await expect(dialog).toBeHidden();
  await expect(portal.getByText('exemption asked for').first()).toBeVisible();

  await portal.goto('/scorecards/exemptions?box=asked');
  await press(
    portal
      .getByRole('row', { name: /Event lake/ })
      .filter({ hasText: name })
      .first()
      .getByRole('button', { name: /^Open / }),
  );
  const detail = portal.getByRole('dialog');
  await expect(detail).toContainText('It is not reached from outside');
  // Whoever asks never decides.
  await expect(detail.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  await press(detail.getByRole('button', { name: 'Withdraw the request' }));
  await expect(detail).toContainText('withdrawn');
});

test("the operator's page tells who tells facts, and which checks are broken", async ({
  portal,
}) => {
  await portal.goto('/operations');
  const section = portal.getByRole('region', { name: 'Scorecards' });
  const providers = section.getByRole('table').first();
  await expect(providers.getByRole('row', { name: /Ownership/ })).toContainText(
    'fresh',
  );
  await expect(
    section.getByRole('region', { name: 'Broken definitions and checks' }),
  ).toBeVisible();
  expect(await findAccessibilityProblems(portal)).toEqual([]);
});
