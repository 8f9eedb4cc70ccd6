import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

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
  /** Resolves when the catalog has read the demo organisation and this repository. */
  filledCatalog: void;
}

/**
 * The test of every browser test here: a catalog that is filled, a page that is
 * signed in as guest, and no error on the console by the end.
 */
export const test = base.extend<PortalFixtures, PortalWorkerFixtures>({
  filledCatalog: [
    async ({ playwright }, provide, { project }) => {
      const request = await playwright.request.newContext({
        baseURL: project.use.baseURL,
      });
      const session = await request.get('/api/auth/guest/refresh', {
        headers: { 'X-Requested-With': 'XMLHttpRequest' },
      });
      const { backstageIdentity } = await session.json();
      await expect(async () => {
        for (const name of [
          'component/default/opmodel',
          'group/default/checkout',
        ]) {
          const entity = await request.get(
            `/api/catalog/entities/by-name/${name}`,
            { headers: { Authorization: `Bearer ${backstageIdentity.token}` } },
          );
          expect(entity.status(), name).toBe(200);
        }
      }).toPass({ timeout: 60_000 });
      await request.dispose();
      await provide();
    },
    { scope: 'worker', auto: true, timeout: 90_000 },
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
