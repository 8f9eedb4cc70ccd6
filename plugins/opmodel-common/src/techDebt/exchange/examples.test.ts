import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { planImport } from './planImport';
import { readDebtCsv } from './readDebtCsv';
import { readDebtDocument } from './readDebtDocument';
import { NOW } from './__testUtils__/anyDebtItem';

const read = (file: string) =>
  readFileSync(
    resolve(__dirname, '../../../../../examples/tech-debt', file),
    'utf8',
  );
const ownerOf = (ref: string) =>
  ref === 'component:default/search' ? 'group:default/discovery' : null;

describe('the examples', () => {
  it('of a spreadsheet can be imported as it is', () => {
    const { rows, bad, problems, columns } = readDebtCsv(read('register.csv'), {
      now: NOW,
    });
    expect([...bad, ...problems]).toEqual([]);
    expect(columns.filter(({ field }) => field === null)).toEqual([]);
    const { create } = planImport({ rows, known: [], ownerOf });
    expect(create.map(({ item }) => [item.externalId, item.title])).toEqual([
      ['SHOP-D1', 'Checkout runs on a runtime past its end of life'],
      ['SHOP-D2', 'Price rules are written twice'],
      ['SHOP-D3', 'Refunds over 500 are paid by hand'],
      ['SHOP-D4', 'The search index has no tests'],
    ]);
    expect(create[0].item).toEqual({
      externalId: 'SHOP-D1',
      title: 'Checkout runs on a runtime past its end of life',
      description:
        'The runtime has had no security fixes since the spring.\nTwo libraries that we need no longer support it.',
      entityRefs: ['component:default/checkout'],
      ownerRef: 'group:default/payments',
      category: 'dependency',
      intent: 'inadvertent',
      prudence: 'prudent',
      severity: 'high',
      status: 'planned',
      estimate: {
        principalDays: 8,
        interestDays: 0.5,
        occurrencesPerMonth: 4,
        impact: 4,
        likelihood: 3,
        businessValue: 5,
        timeCriticality: 8,
        riskReduction: 13,
      },
      businessImpact:
        'A flaw in the runtime would stop all sales, and we could not fix it',
      remediationPlan:
        'Move to the current long-term release; the tests of the basket come first.',
      targetDate: '2027-02-26',
      reviewDate: '2027-01-15',
      links: [
        {
          type: 'issue',
          ref: 'https://git.example.com/shop/checkout/issues/412',
          title: 'Move off the old runtime',
        },
        {
          type: 'check',
          ref: 'scorecard:default/security-basics#supported-runtime',
          title: null,
        },
      ],
      resolution: null,
      createdAt: Date.parse('2026-05-04T00:00:00Z'),
      resolvedAt: null,
    });
    // Two fields are enough.
    expect(create[3].item).toMatchObject({
      category: 'test',
      status: 'open',
      ownerRef: 'group:default/discovery',
      createdAt: null,
    });
  });

  it('of a document says what it says', () => {
    const { head, rows, bad, problems } = readDebtDocument(
      parse(read('register.yaml')),
      { now: NOW },
    );
    expect([...bad, ...problems]).toEqual([]);
    expect(head).toMatchObject({ namespace: 'default', name: 'checkout' });
    const { create } = planImport({ rows, known: [] });
    expect(
      create.map(({ name, item }) => [name, item.ownerRef, item.entityRefs]),
    ).toEqual([
      ['old-runtime', 'group:default/payments', ['component:default/checkout']],
      [
        'two-price-rules',
        'group:default/payments',
        ['component:default/checkout', 'component:default/invoicing'],
      ],
      [
        'search-untested',
        'group:default/discovery',
        ['component:default/search'],
      ],
    ]);
    expect(create[0].item.estimate).toEqual({
      principalDays: 8,
      interestDays: 0.5,
      occurrencesPerMonth: 4,
      impact: 4,
      likelihood: 3,
      businessValue: 5,
      timeCriticality: 8,
      riskReduction: 13,
    });
  });

  it('tell of the same debt', () => {
    const { rows } = readDebtDocument(parse(read('register.yaml')), {
      now: NOW,
    });
    const csv = readDebtCsv(read('register.csv'), { now: NOW });
    const { create } = planImport({ rows: csv.rows, known: [], ownerOf });
    const known = create.map(({ item }, at) => ({
      id: `${at}`,
      version: 1,
      name: null,
      item,
    }));
    expect(
      planImport({ rows, known }).possibleDuplicates.map(({ id }) => id),
    ).toEqual(['0', '1', '3']);
  });
});
