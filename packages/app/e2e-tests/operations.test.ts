import { answerOperations, troubledAnswers } from './operationsAnswers';
import { expect, findAccessibilityProblems, test } from './portalTest';

test("the operator's page is reached from the navigation and tells how the engine is", async ({
  portal,
}) => {
  await portal.getByRole('link', { name: 'Operations', exact: true }).click();

  await expect(portal).toHaveURL(/\/operations$/);
  await expect(
    portal.getByRole('region', { name: 'What needs an operator' }),
  ).toBeVisible();
  await expect(
    portal.getByRole('region', { name: 'Catalog snapshot' }),
  ).toContainText('complete');
  const git = portal
    .getByRole('table', { name: /What reads outside systems/ })
    .getByRole('row')
    .nth(1);
  await expect(git).toContainText('succeeded');
  await expect(portal.getByRole('region', { name: 'Subjects' })).toContainText(
    /DORA metrics\s*on/,
  );
});

test('the home page tells operators what needs them', async ({ portal }) => {
  await answerOperations(portal, troubledAnswers());
  await portal.reload();

  await portal.getByRole('link', { name: '3 things need an operator' }).click();

  await expect(portal).toHaveURL(/\/operations$/);
});

test('an alarm leads to its evidence, and set-aside deliveries are replayed', async ({
  portal,
}) => {
  await answerOperations(portal, troubledAnswers());
  await portal.goto('/operations');
  const alarms = portal
    .getByRole('region', { name: 'What needs an operator' })
    .getByRole('listitem');
  await expect(alarms).toHaveCount(3);
  await expect(alarms.first()).toContainText('A collector fails: gitlab');

  await alarms.last().getByRole('link', { name: 'Webhooks' }).click();
  const webhooks = portal.getByRole('region', { name: 'Webhooks' });
  await expect(webhooks).toBeFocused();
  await expect(
    webhooks.getByRole('heading', { name: 'Webhooks' }),
  ).toBeInViewport();

  await webhooks
    .getByRole('button', { name: /^Replay delivery/ })
    .first()
    .click();
  await expect(webhooks.getByRole('status')).toContainText(
    '1 delivery waits again',
  );
  await expect(webhooks).toContainText('1–10 of 22');

  await webhooks.getByRole('button', { name: 'Replay all 22' }).click();
  await portal
    .getByRole('dialog', { name: 'Replay everything that was set aside?' })
    .getByRole('button', { name: 'Replay' })
    .click();
  await expect(webhooks.getByRole('status')).toContainText(
    '22 deliveries wait again',
  );
  await expect(webhooks).toContainText('No delivery was set aside');
});

test('events that wait for an entity are tried once more', async ({
  portal,
}) => {
  await answerOperations(portal, troubledAnswers());
  await portal.goto('/operations');
  const waiting = portal.getByRole('region', {
    name: 'Events that wait for an entity',
  });

  await waiting.getByRole('button', { name: 'Try again now' }).click();

  await expect(waiting.getByRole('status')).toContainText(
    '210 events found their entity; 132 still wait.',
  );
});

test('the runs of a collector open and close by keyboard', async ({
  portal,
}) => {
  await answerOperations(portal, troubledAnswers());
  await portal.goto('/operations');
  const name = portal.getByRole('button', { name: 'Runs of GitLab' });

  await name.focus();
  await portal.keyboard.press('Enter');
  const runs = portal.getByRole('dialog', { name: 'GitLab' });
  await expect(runs.getByRole('row', { name: /failed/ }).first()).toBeVisible();
  await expect(portal).toHaveURL(/collector=gitlab/);

  await portal.keyboard.press('Escape');
  await expect(runs).toBeHidden();
  await expect(name).toBeFocused();
});

test("those who may not read it are told so on the operator's page", async ({
  portal,
  consoleErrors,
}) => {
  await answerOperations(
    portal,
    Object.fromEntries(
      Object.keys(troubledAnswers()).map(path => [
        path,
        route =>
          route.fulfill({
            status: 403,
            headers: { 'Access-Control-Allow-Origin': '*' },
            json: {
              error: { name: 'NotAllowedError', message: 'not allowed' },
              response: { statusCode: 403 },
            },
          }),
      ]),
    ),
  );
  await portal.goto('/operations');

  await expect(portal.getByText('You may not see this')).toBeVisible();
  await expect(portal.getByRole('table')).toHaveCount(0);
  // The browser itself writes down each answer of this kind.
  expect(consoleErrors.every(text => text.includes('403'))).toBe(true);
  consoleErrors.length = 0;
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test("the operator's page with alarms has no serious accessibility problem", async ({
      portal,
    }) => {
      await answerOperations(portal, troubledAnswers());
      await portal.goto('/operations');
      await expect(
        portal.getByRole('row', { name: /deployment_status/ }).first(),
      ).toBeVisible();
      await expect(
        portal.getByRole('row', { name: /inbox_deliveries/ }),
      ).toBeVisible();

      expect(await findAccessibilityProblems(portal)).toEqual([]);

      await portal.getByRole('button', { name: 'Runs of GitLab' }).click();
      await expect(portal.getByRole('dialog').getByRole('table')).toBeVisible();

      expect(await findAccessibilityProblems(portal)).toEqual([]);
    });
  });
}

test("the operator's page fits a narrow window", async ({ portal }) => {
  await answerOperations(portal, troubledAnswers());
  await portal.setViewportSize({ width: 390, height: 844 });
  await portal.goto('/operations');
  await expect(
    portal.getByRole('row', { name: /inbox_deliveries/ }),
  ).toBeVisible();

  const overflow = await portal.evaluate(
    () =>
      document.documentElement.scrollWidth -
      document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
