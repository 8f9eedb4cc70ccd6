import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const ruleSet = createRequire(import.meta.url)(
  join(root, '.dependency-cruiser.cjs'),
);

/** Every violation under `baseDir`, as `rule: from -> to`. */
async function violationsIn(baseDir, folders) {
  const { output } = await cruise(folders, {
    ...ruleSet.options,
    // What a fixture imports from the repository is seen, but not gone into.
    doNotFollow: { path: ['node_modules', '^[.][.]/'] },
    baseDir,
    validate: true,
    ruleSet: { forbidden: ruleSet.forbidden },
    outputType: 'json',
  });
  return JSON.parse(output).summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`,
  );
}

const fixtures = readdirSync(join(here, 'fixtures'));

describe('layer rules', () => {
  it('holds in the whole repository', async () => {
    assert.deepEqual(await violationsIn(root, ['packages', 'plugins']), []);
  });

  it('has a proof for every rule', () => {
    assert.deepEqual(
      ruleSet.forbidden
        .map(rule => rule.name)
        .filter(name => !fixtures.includes(name)),
      [],
    );
  });

  for (const fixture of fixtures) {
    const rule = ruleSet.forbidden.find(({ name }) =>
      fixture.startsWith(name),
    )?.name;

    it(`reports what breaks ${fixture}`, async () => {
      const folder = join(here, 'fixtures', fixture);
      const violations = await violationsIn(folder, readdirSync(folder));
      assert.equal(violations.length, 1, violations.join('\n'));
      assert.match(violations[0], new RegExp(`^${rule}: `));
    });
  }
});
