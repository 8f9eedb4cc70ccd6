import fc from 'fast-check';
import type { DebtItemChanges } from './exchangedItem';
import type { ImportRow } from './ImportRow';
import type { KnownDebtItem } from './KnownDebtItem';
import { planImport } from './planImport';
import { readDebtCsv } from './readDebtCsv';
import { NOW } from './__testUtils__/anyDebtItem';
import {
  carryOut,
  debtItemWith,
  knownItems,
  rowsOf,
} from './__testUtils__/imports';

const ownerOf = () => 'group:default/payments';

describe('planImport', () => {
  it('adds, changes and leaves alone, and shows how items change', () => {
    const known = knownItems([
      debtItemWith({
        externalId: 'DEBT-1',
        title: 'Old Node',
        estimate: { impact: 2, likelihood: 3 },
        links: [{ type: 'incident', ref: 'INC-7', title: null }],
      }),
      debtItemWith({ title: 'No tests' }),
    ]);
    const plan = planImport({
      rows: rowsOf([
        {
          externalId: 'DEBT-1',
          title: 'Node 18',
          estimate: { impact: 4, likelihood: 3 },
          links: [],
          createdAt: 7,
        },
        { title: 'No tests', entityRefs: ['component:default/checkout'] },
        { title: 'No docs', entityRefs: ['component:default/checkout'] },
        { title: 'Lost' },
      ]),
      known,
      ownerOf,
    });
    expect(plan.update).toEqual([
      {
        row: 1,
        id: 'known-0',
        version: 1,
        name: null,
        differences: [
          { field: 'title', before: 'Old Node', after: 'Node 18' },
          { field: 'estimate.impact', before: '2', after: '4' },
          { field: 'links', before: 'incident INC-7', after: null },
        ],
        changes: { title: 'Node 18', estimate: { impact: 4 }, links: [] },
      },
    ]);
    expect(plan.unchanged).toEqual([{ row: 2, id: 'known-1' }]);
    expect(plan.create).toEqual([
      { row: 3, name: null, item: debtItemWith({ title: 'No docs' }) },
    ]);
    expect(plan.bad).toEqual([
      {
        row: 4,
        name: null,
        problems: [
          { row: 4, field: 'entityRefs', column: null, message: 'is missing' },
        ],
      },
    ]);
  });

  it.each([
    ['planned', 5, "must be empty, as the item is 'planned'"],
    ['resolved', 1, "must not be before 'createdAt'"],
  ] as const)(
    'refuses that one that is %s has ended at %d',
    (status, resolvedAt, message) => {
      const { bad } = planImport({
        rows: rowsOf([
          {
            title: 'No docs',
            entityRefs: ['component:default/checkout'],
            status,
            createdAt: 2,
            resolvedAt,
          },
        ]),
        known: [],
        ownerOf,
      });
      expect(bad.flatMap(({ problems }) => problems)).toEqual([
        { row: 1, field: 'resolvedAt', column: null, message },
      ]);
    },
  );

  it('knows an item by its id in the register, and keeps the name that another system gave it', () => {
    const known = knownItems([
      debtItemWith({ title: 'a', externalId: 'DEBT-1' }),
      debtItemWith({ title: 'b' }),
    ]);
    const plan = planImport({
      rows: rowsOf([
        { externalId: 'known-0', title: 'a' },
        { externalId: 'known-1', title: 'c' },
      ]),
      known,
    });
    expect(plan.unchanged).toEqual([{ row: 1, id: 'known-0' }]);
    expect(plan.update.map(({ id, changes }) => [id, changes])).toEqual([
      ['known-1', { title: 'c' }],
    ]);
  });

  it('gives what says the same its name, but never that of another', () => {
    const known = knownItems([
      debtItemWith({ title: 'a' }),
      debtItemWith({ title: 'b', externalId: 'DEBT-1' }),
    ]);
    const plan = planImport({
      rows: [
        { row: 1, name: 'first', given: debtItemWith({ title: 'a' }) },
        { row: 2, name: 'second', given: debtItemWith({ title: 'b' }) },
      ],
      known,
    });
    expect(plan.update).toMatchObject([
      {
        id: 'known-0',
        name: 'first',
        differences: [{ field: 'name', before: null, after: 'first' }],
        changes: {},
      },
    ]);
    expect(plan.create).toMatchObject([{ row: 2, name: 'second' }]);
    expect(plan.possibleDuplicates).toEqual([
      { row: 2, id: 'known-1', ofRow: null },
    ]);
  });

  it('takes a row for what has been completed since', () => {
    const known = knownItems([
      debtItemWith({
        title: 'No tests',
        ownerRef: 'group:default/shop',
        status: 'planned',
        estimate: { impact: 5 },
      }),
    ]);
    const [row] = rowsOf([
      { title: 'No tests', entityRefs: ['component:default/checkout'] },
    ]);
    expect(planImport({ rows: [row], known, ownerOf })).toMatchObject({
      create: [],
      unchanged: [{ row: 1, id: 'known-0' }],
    });
  });

  it('tells items that say the same by where they stand', () => {
    const known = knownItems([
      debtItemWith({ status: 'resolved' }),
      debtItemWith({ status: 'open' }),
    ]);
    const rows = rowsOf([
      debtItemWith({ status: 'open' }),
      debtItemWith({ status: 'resolved' }),
    ]);
    expect(planImport({ rows, known }).unchanged).toEqual([
      { row: 1, id: 'known-1' },
      { row: 2, id: 'known-0' },
    ]);
  });

  it('tells what looks alike, and takes what is repeated once', () => {
    const plan = planImport({
      rows: rowsOf([
        debtItemWith({ title: 'no TESTS!' }),
        debtItemWith({ title: 'No docs' }),
        debtItemWith({ title: 'no docs' }),
        debtItemWith({ title: 'No docs' }),
        debtItemWith({ title: 'No docs', entityRefs: ['component:default/x'] }),
        { ...debtItemWith({ title: 'x' }), externalId: 'DEBT-1' },
        { ...debtItemWith({ title: 'y' }), externalId: 'DEBT-1' },
      ]),
      known: knownItems([debtItemWith({ title: 'No tests' })]),
    });
    expect(plan.create.map(({ row }) => row)).toEqual([1, 2, 3, 5, 6]);
    expect(plan.repeated).toEqual([{ row: 4, ofRow: 2 }]);
    expect(plan.possibleDuplicates).toEqual([
      { row: 1, id: 'known-0', ofRow: null },
      { row: 3, id: null, ofRow: 2 },
    ]);
    expect(plan.bad).toMatchObject([
      {
        row: 7,
        problems: [
          {
            field: 'externalId',
            message: 'must be another than that of row 6',
          },
        ],
      },
    ]);
  });

  it('says what a document no longer names, unless it cannot be read', () => {
    const known = ['a', 'b', 'c'].map((name, at) => ({
      ...knownItems([debtItemWith({ title: name })])[0],
      id: `known-${at}`,
      name,
    }));
    const rows = [{ row: 1, name: 'a', given: debtItemWith({ title: 'a' }) }];
    const bad = (name: string | null) => [{ row: 2, name, problems: [] }];
    expect(planImport({ rows, bad: bad('b'), known }).missing).toEqual([
      'known-2',
    ]);
    expect(planImport({ rows, bad: bad(null), known }).missing).toBeNull();
  });

  const few = <Value>(...values: Value[]) => fc.constantFrom(...values);
  /** Little is said in few words, so that rows and items are often alike. */
  const anyGiven: fc.Arbitrary<DebtItemChanges> = fc.record(
    {
      externalId: few(null, 'A', 'B', 'known-0'),
      title: few('a', 'A!', 'b'),
      entityRefs: few(
        ['component:default/x'],
        ['component:default/y'],
        ['component:default/y', 'component:default/x'],
      ),
      ownerRef: few('group:default/payments', 'group:default/shop'),
      description: few(null, 'said'),
      status: few('open', 'planned', 'resolved'),
      estimate: fc.record({ impact: few(null, 1, 2) }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  );
  const anyKnown: fc.Arbitrary<KnownDebtItem[]> = fc
    .uniqueArray(fc.record({ name: few(null, 'n', 'm'), given: anyGiven }), {
      maxLength: 6,
      selector: ({ name }) => name ?? Symbol('none'),
    })
    .map(list => {
      return list.map(({ name, given }, at) => {
        const item = debtItemWith(given);
        return { id: `known-${at}`, version: 1, name, item };
      });
    });
  const anyRows: fc.Arbitrary<ImportRow[]> = fc.oneof(
    fc.array(anyGiven, { maxLength: 8 }).map(rowsOf),
    fc
      .uniqueArray(
        fc.record({ name: few('n', 'm', 'o', 'p'), given: anyGiven }),
        {
          selector: ({ name }) => name,
        },
      )
      .map(list => list.map((one, at) => ({ row: at + 1, ...one }))),
  );

  it('puts each row in one list', () => {
    fc.assert(
      fc.property(anyRows, anyKnown, (rows, known) => {
        const plan = planImport({ rows, known, ownerOf });
        const listed = [
          plan.create,
          plan.update,
          plan.unchanged,
          plan.repeated,
          plan.bad,
        ].flatMap(list => list.map(({ row }) => row));
        expect(listed.sort((one, other) => one - other)).toEqual(
          rows.map(({ row }) => row),
        );
        const ids = [...plan.update, ...plan.unchanged].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 500 },
    );
  });

  it('has nothing left to do when it has been done', () => {
    fc.assert(
      fc.property(anyRows, anyKnown, (rows, known) => {
        const first = planImport({ rows, known, ownerOf });
        const register = carryOut(first, known);
        const second = planImport({ rows, known: register, ownerOf });
        expect(second.create).toEqual([]);
        expect(second.update).toEqual([]);
        expect(second.bad).toEqual(first.bad);
      }),
      { numRuns: 3_000 },
    );
  });

  it('changes no item that hangs on nothing of the row, unless the row names it by its own id or in its document', () => {
    fc.assert(
      fc.property(anyRows, anyKnown, (rows, known) => {
        for (const { row, id } of planImport({ rows, known, ownerOf }).update) {
          const meant = known.find(one => one.id === id)!;
          const { name, given } = rows[row - 1];
          const called = known.filter(
            ({ item }) => item.externalId === given.externalId,
          );
          const isNamed =
            (name !== null && name === meant.name) || given.externalId === id;
          const isNear = given.entityRefs
            ? given.entityRefs.some(ref => meant.item.entityRefs.includes(ref))
            : called.length === 1;
          expect(isNamed || isNear).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('has nothing to do of what the register itself holds', () => {
    fc.assert(
      fc.property(anyKnown, some => {
        const known = some.map(({ id, item }) => ({
          id,
          version: 1,
          name: null,
          // What is called as another item is by itself is another story.
          item: {
            ...item,
            externalId: item.externalId === 'known-0' ? 'C' : item.externalId,
          },
        }));
        const rows = rowsOf(
          known.map(({ id, item }) => ({
            ...item,
            externalId: item.externalId ?? id,
          })),
        );
        const { create, update } = planImport({ rows, known, ownerOf });
        expect([create, update]).toEqual([[], []]);
      }),
      { numRuns: 1_000 },
    );
  });

  const cart = 'component:default/cart';
  const mail = 'component:default/mail';
  const numbered = (entityRefs: string[] | undefined, title: string) => ({
    externalId: '1',
    title,
    ...(entityRefs && { entityRefs }),
  });

  it('leaves what another team calls the same alone', () => {
    const known = knownItems([
      debtItemWith(numbered([cart], 'Of the shop')),
      debtItemWith(numbered([mail], 'Of the post')),
    ]);
    const plan = planImport({
      rows: rowsOf([
        numbered([mail], 'Mended'),
        numbered(['component:default/x'], 'New here'),
      ]),
      known,
      ownerOf,
    });
    expect(plan.update).toMatchObject([
      { row: 1, id: 'known-1', changes: { title: 'Mended' } },
    ]);
    expect(plan.create).toMatchObject([
      { row: 2, item: { title: 'New here' } },
    ]);
    expect(plan.bad).toEqual([]);
  });

  it('asks which of several is meant', () => {
    const known = knownItems([
      debtItemWith(numbered([cart], 'Of the shop')),
      debtItemWith(numbered([mail], 'Of the post')),
    ]);
    const problemsOf = (row: DebtItemChanges, some = known) => {
      const plan = planImport({ rows: rowsOf([row]), known: some, ownerOf });
      return [
        plan.update.map(({ id }) => id),
        plan.bad.flatMap(({ problems }) => problems.map(({ field }) => field)),
      ];
    };
    expect(problemsOf(numbered(undefined, 'Whose?'))).toEqual([
      [],
      ['externalId'],
    ]);
    expect(problemsOf(numbered([cart, mail], 'Both?'))).toEqual([
      [],
      ['externalId'],
    ]);
    expect(problemsOf(numbered(undefined, 'Mine'), known.slice(0, 1))).toEqual([
      ['known-0'],
      [],
    ]);
    expect(
      problemsOf(numbered([mail, 'component:default/x'], 'Moved')),
    ).toEqual([['known-1'], []]);
  });

  it('takes the good rows of 20,000, and names the bad', () => {
    const isBad = (row: number) => row % 400 === 0;
    const lines = Array.from({ length: 20_000 }, (_, at) =>
      isBad(at + 2)
        ? `Item ${at},component:default/c${at % 100},,9`
        : `Item ${at},component:default/c${at % 100},payments,${1 + (at % 5)}`,
    );
    const text = ['Title,Entities,Owner,Impact', ...lines].join('\n');
    const { rows, bad } = readDebtCsv(text, { now: NOW });
    const first = planImport({ rows, bad, known: [], ownerOf });
    expect(first.create).toHaveLength(19_950);
    expect(first.bad).toHaveLength(50);
    expect(
      first.bad.every(
        ({ row, problems }) =>
          isBad(row) && problems[0].field === 'estimate.impact',
      ),
    ).toBe(true);
    const known = carryOut(first, []);
    const second = planImport({ rows, bad, known, ownerOf });
    expect(second.unchanged).toHaveLength(19_950);
    expect([...second.create, ...second.update]).toEqual([]);
  });

  it('tells 20,000 rows that are called the same apart by what they are about', () => {
    const items = Array.from({ length: 20_000 }, (_, at) =>
      debtItemWith(numbered([`component:default/c${at}`], `Item ${at}`)),
    );
    const startedAt = performance.now();
    const { create, bad } = planImport({
      rows: rowsOf([...items, ...items.map(item => ({ ...item, title: 'x' }))]),
      known: [],
    });
    expect([create.length, bad.length]).toEqual([20_000, 20_000]);
    const { unchanged } = planImport({
      rows: rowsOf(items),
      known: knownItems(items),
    });
    expect(unchanged).toHaveLength(20_000);
    expect(performance.now() - startedAt).toBeLessThan(20_000);
  });

  it('does not compare each of 20,000 rows with each of 20,000 items that look like it', () => {
    const alike = (word: string) =>
      Array.from({ length: 20_000 }, (_, at) =>
        debtItemWith({ description: `${word} ${at}` }),
      );
    const { create, possibleDuplicates } = planImport({
      rows: rowsOf(alike('row')),
      known: knownItems(alike('item')),
    });
    expect(create).toHaveLength(20_000);
    expect(possibleDuplicates).toHaveLength(20_000);
  });
});
