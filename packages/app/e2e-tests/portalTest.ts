import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

/** One violation of an accessibility rule, in a form that reads well in a report. */
interface AccessibilityProblem {
  rule: string;
  impact: string;
  elements: string[];
}

/**
 * The test of every browser test here: a page that is signed in as guest, and
 * that must not have written an error to the console by the end of the test.
 */
export const test = base.extend<{ portal: Page; consoleErrors: string[] }>({
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
      elements: nodes.map(({ target }) => target.join(' ')),
    }));
}
