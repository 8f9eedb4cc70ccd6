import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { waitForNumbers } from './waitForNumbers';

/** One violation of an accessibility rule, in a form that reads well in a report. */
interface AccessibilityProblem {
  rule: string;
  impact: string;
  elements: string[];
}

interface PortalFixtures {
  /** A page that is signed in as guest and shows the home page. */
  portal: Page;
  /** What the page wrote to the console as errors; empty by the end of a test. */
  consoleErrors: string[];
}

interface PortalWorkerFixtures {
  /** Resolves when the portal under test shows its numbers. */
  numbers: void;
}

const FIRST_NUMBERS_MS = 300_000;

/**
 * The test of every browser test here: a portal that shows its numbers, a page
 * that is signed in as guest, and no error on the console by the end.
 */
export const test = base.extend<PortalFixtures, PortalWorkerFixtures>({
  numbers: [
    async ({ playwright }, provide, { project }) => {
      const request = await playwright.request.newContext({
        baseURL: project.use.baseURL,
      });
      await waitForNumbers(request, { timeout: FIRST_NUMBERS_MS });
      await request.dispose();
      await provide();
    },
    { scope: 'worker', auto: true, timeout: FIRST_NUMBERS_MS + 10_000 },
  ],

  consoleErrors: async ({ page }, provide) => {
    const errors: string[] = [];
    page.on('pageerror', error => errors.push(String(error)));
    page.on('console', message => {
      if (message.type() === 'error') {
        errors.push(`${message.text()} (${message.location().url})`);
      }
    });
    await provide(errors);
    expect(errors, 'errors on the console').toEqual([]);
  },

  portal: async ({ page, consoleErrors: _ }, provide) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Enter' }).click();
    await expect(
      page.getByRole('link', { name: 'Catalog', exact: true }),
    ).toBeVisible();
    await provide(page);
  },
});

export { expect } from '@playwright/test';

// Problems of Backstage's own elements, which a page cannot mend: the sortable
// headings of its table, and the tabs of its pages while their panel loads.
const PROBLEMS_OF_BACKSTAGE = [
  { rule: 'nested-interactive', html: 'MuiTableSortLabel-root' },
  { rule: 'aria-valid-attr-value', html: 'bui-Tab' },
];

/** The serious and critical accessibility problems of what the page shows. */
export async function findAccessibilityProblems(
  page: Page,
): Promise<AccessibilityProblem[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => ({
      rule: id,
      impact: String(impact),
      elements: nodes
        .filter(
          node =>
            !PROBLEMS_OF_BACKSTAGE.some(
              ({ rule, html }) => rule === id && node.html.includes(html),
            ),
        )
        .map(({ target, html }) => `${target.join(' ')}: ${html}`),
    }))
    .filter(({ elements }) => elements.length > 0);
}
