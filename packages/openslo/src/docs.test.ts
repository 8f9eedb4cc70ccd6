import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from './cli/readArguments';
import { openSloRules } from './validate/rules';

const root = join(__dirname, '../../..');
const page = readFileSync(join(root, 'docs/openslo.md'), 'utf8');

/** The cells of each row of the tables of a page. */
const rows = page
  .split('\n')
  .filter(line => line.startsWith('|'))
  .map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  );

describe('docs/openslo.md', () => {
  it('has every rule as it is, and no other', () => {
    const start = rows.findIndex(([first]) => first === 'Rule');
    const rules = rows.slice(start + 2).filter(row => row.length === 4);
    expect(rules).toEqual(
      Object.entries(openSloRules).map(([id, { summary, strict, lenient }]) => [
        `\`${id}\``,
        summary,
        strict,
        lenient,
      ]),
    );
  });
});

describe('README.md', () => {
  it('shows every command', () => {
    const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
    for (const command of commands) {
      expect(readme).toContain(`openslo ${command} `);
    }
  });
});
