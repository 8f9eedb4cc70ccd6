import { readDebtDocument } from '@opmodel/backstage-plugin-opmodel-common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

describe('the document of the ledger', () => {
  it('says nothing that the register cannot take, and leaves one item without an estimate', () => {
    const document = parse(
      readFileSync(join(__dirname, '../../catalog/tech-debt.yaml'), 'utf8'),
    );
    const { rows, bad, problems } = readDebtDocument(document, {
      now: Date.parse('2026-11-23'),
    });
    expect([...bad, ...problems]).toEqual([]);
    expect(rows.map(({ name }) => name)).toEqual([
      'two-calendars',
      'tax-rules-by-hand',
      'no-archive',
    ]);
    expect(
      rows.filter(({ given }) => !given.estimate?.principalDays),
    ).toHaveLength(1);
  });
});
