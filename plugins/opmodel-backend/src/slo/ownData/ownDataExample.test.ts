import {
  indexDocuments,
  parseOpenSlo,
  resolveSlo,
  validateOpenSlo,
} from '@opmodel/openslo';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readOwnIndicator } from './readOwnIndicator';

const page = readFileSync(
  resolve(__dirname, '../../../../../docs/sources/own-data.md'),
  'utf8',
);
const [, example] = /```yaml\n([\s\S]*?)```/.exec(page)!;
const { documents, problems } = parseOpenSlo(example);

it('is OpenSLO by the strict rules, and counts what its page says', () => {
  expect(problems).toEqual([]);
  expect(validateOpenSlo(documents, { mode: 'strict' })).toEqual([]);
  const { slo } = resolveSlo(documents[0], indexDocuments(documents));
  expect(readOwnIndicator(slo!.objectives[0].indicator!)).toEqual({
    signal: 'deployment-success',
    environment: null,
    since: null,
  });
});
