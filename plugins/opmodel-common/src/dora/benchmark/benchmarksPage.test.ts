import { readFileSync } from 'fs';
import { join } from 'path';
import { doraBenchmarkTable } from '../testing/benchmarkTable';

it('shows every band of every edition on the page about benchmarks', () => {
  const page = readFileSync(
    join(__dirname, '../../../../../docs/benchmarks.md'),
    'utf8',
  );
  const rows = page
    .split('\n')
    .filter(line => /^\| 20\d\d +\| [a-z-]+ +\|/.test(line))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    );
  expect(rows).toEqual(doraBenchmarkTable());
});
