import fc from 'fast-check';
import { parse } from 'yaml';
import type { DebtDocumentHead } from './debtDocument';
import type { ExchangedDebtItem } from './exchangedItem';
import { printDebtCsv } from './printDebtCsv';
import { printDebtDocument } from './printDebtDocument';
import { printDebtJson } from './printDebtJson';
import { readDebtCsv } from './readDebtCsv';
import { readDebtDocument } from './readDebtDocument';
import { readDebtItem } from './readDebtItem';
import { readDebtJson } from './readDebtJson';
import { anyDebtItem, hostileTexts, NOW } from './__testUtils__/anyDebtItem';
import { debtItemWith, itemsOf } from './__testUtils__/imports';
import { writeDebtItem } from './writeDebtItem';

const head: DebtDocumentHead = {
  name: 'checkout-debt',
  namespace: 'payments',
  title: 'Debt of: "checkout"',
  description: null,
  ownerRef: 'group:default/payments',
  appliesTo: ['component:default/checkout'],
};

const formats: [
  string,
  (items: readonly ExchangedDebtItem[]) => ExchangedDebtItem[],
][] = [
  ['CSV', items => itemsOf(readDebtCsv(printDebtCsv(items), { now: NOW }))],
  ['JSON', items => itemsOf(readDebtJson(printDebtJson(items), { now: NOW }))],
  [
    'YAML',
    items =>
      itemsOf(
        readDebtDocument(
          parse(
            printDebtDocument(
              head,
              items.map(item => ({ name: null, item })),
            ),
          ),
          { now: NOW },
        ),
      ),
  ],
];

describe.each(formats)('export to %s and import', (_, exportAndImport) => {
  it('is the identity', () => {
    fc.assert(
      fc.property(fc.array(anyDebtItem, { maxLength: 3 }), items => {
        expect(exportAndImport(items)).toEqual(items);
      }),
      { numRuns: 300 },
    );
  });

  it.each(hostileTexts)('leaves %j the text that it is', text => {
    const item = debtItemWith({
      externalId: text,
      title: text,
      description: `${text}\n\n${text}`,
      businessImpact: text,
      remediationPlan: text,
      resolution: text,
      links: [{ type: 'incident', ref: 'INC-7', title: text }],
    });
    expect(exportAndImport([item])).toEqual([item]);
  });

  it('keeps texts as long as they may be', () => {
    const item = debtItemWith({
      title: '\u{1f4b8}'.repeat(100),
      description: '"=\n'.repeat(6_666),
    });
    expect(item.description).toHaveLength(19_998);
    const trimmed = { ...item, description: item.description!.trim() };
    expect(exportAndImport([trimmed])).toEqual([trimmed]);
  });
});

describe('readDebtItem', () => {
  it('reads what is written of any item as its content', () => {
    fc.assert(
      fc.property(anyDebtItem, item => {
        const {
          externalId,
          status,
          resolution,
          createdAt,
          resolvedAt,
          ...content
        } = item;
        const {
          externalId: _id,
          status: _status,
          resolution: _resolution,
          createdAt: _createdAt,
          resolvedAt: _resolvedAt,
          ...written
        } = writeDebtItem(item, { empty: 'null' });
        expect(readDebtItem(written, { now: NOW })).toEqual({
          content,
          problems: [],
        });
      }),
    );
  });
});

describe('a document', () => {
  it('keeps the names of its items, and gives each other one its own', () => {
    const named = [
      { name: 'node-18', item: debtItemWith({ title: 'One' }) },
      { name: null, item: debtItemWith({ title: 'Node 18' }) },
      { name: null, item: debtItemWith({ title: 'Node 18!' }) },
      { name: null, item: debtItemWith({ title: '\u{1f4b8}' }) },
      { name: null, item: debtItemWith({ externalId: 'DEBT-7' }) },
    ];
    const read = readDebtDocument(parse(printDebtDocument(head, named)), {
      now: NOW,
    });
    expect(read.rows.map(({ name }) => name)).toEqual([
      'node-18',
      'node-18-2',
      'node-18-3',
      'item',
      'DEBT-7',
    ]);
    expect(read.head).toEqual(head);
  });
});
