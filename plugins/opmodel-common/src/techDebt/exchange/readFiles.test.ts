import { parse } from 'yaml';
import { debtDocumentSchema } from './debtDocumentSchema';
import { debtFields } from './debtFields';
import { readDebtCsv } from './readDebtCsv';
import { readDebtDocument } from './readDebtDocument';
import { readDebtJson } from './readDebtJson';
import { NOW } from './__testUtils__/anyDebtItem';

const csv = (lines: string[], choices = {}) =>
  readDebtCsv(lines.join('\r\n'), { now: NOW, choices });

describe('readDebtCsv', () => {
  it('knows columns by what people call them, and tells what it took them for', () => {
    const read = csv([
      'SUMMARY;Affected Services;Team;Effort (days);Effort (hours);Due date;Debt type;Status;Ticket',
      'Old Node;checkout, cart;Payments;2,5;20;2027-01-31;Dependency;In progress;https://git.example.com/shop/1 End of life',
    ]);
    expect(read.columns).toEqual([
      { header: 'SUMMARY', field: 'title' },
      { header: 'Affected Services', field: 'entityRefs' },
      { header: 'Team', field: 'ownerRef' },
      { header: 'Effort (days)', field: 'estimate.principalDays' },
      { header: 'Effort (hours)', field: null },
      { header: 'Due date', field: 'targetDate' },
      { header: 'Debt type', field: 'category' },
      { header: 'Status', field: 'status' },
      { header: 'Ticket', field: 'links' },
    ]);
    expect(read.rows).toEqual([
      {
        row: 2,
        name: null,
        given: {
          title: 'Old Node',
          entityRefs: ['component:default/cart', 'component:default/checkout'],
          ownerRef: 'group:default/payments',
          estimate: { principalDays: 2.5 },
          targetDate: '2027-01-31',
          category: 'dependency',
          status: 'in_progress',
          links: [
            {
              type: 'issue',
              ref: 'https://git.example.com/shop/1',
              title: 'End of life',
            },
          ],
        },
      },
    ]);
  });

  it('takes columns for what somebody says they are', () => {
    const read = csv(['Title,What,Owner', 'a,b,c'], {
      What: 'title',
      Owner: null,
    });
    expect(read.columns.map(({ field }) => field)).toEqual([
      null,
      'title',
      null,
    ]);
    expect(read.rows[0].given).toEqual({ title: 'b' });
  });

  it('takes the first of two columns of one field', () => {
    expect(
      csv(['Title,Summary', 'a,b']).columns.map(({ field }) => field),
    ).toEqual(['title', null]);
  });

  it('names row, column and field of what is wrong, and reads the others', () => {
    const read = csv([
      'Name,Impact,Due,Entity,Link',
      'fine,3,2026-12-01,checkout,',
      'bad,high,12/01/2026,a:b:c,javascript:alert(1)',
      'long,1,,checkout,,,,x',
      'short,2',
      '"quoted"?,1',
    ]);
    expect(read.rows.map(({ row }) => row)).toEqual([2, 5]);
    expect(
      read.bad.flatMap(({ problems }) =>
        problems.map(({ row, column, field }) => [row, column, field]),
      ),
    ).toEqual([
      [3, 'Entity', 'entityRefs[0]'],
      [3, 'Impact', 'estimate.impact'],
      [3, 'Due', 'targetDate'],
      [3, 'Link', 'links[0].type'],
      [4, null, ''],
      [6, null, ''],
    ]);
  });

  it('empties what is empty, and says nothing of what no item is without or what is not there', () => {
    const read = csv(['Title,Entity,Owner,Status,Id,Impact', 'a,b,,,,']);
    expect(read.rows[0].given).toEqual({
      title: 'a',
      entityRefs: ['component:default/b'],
      estimate: { impact: null },
    });
    expect(csv(['Title,Impact', 'a']).rows[0].given).toEqual({ title: 'a' });
  });

  it.each([
    ['0.5', 0.5],
    ['0,5', 0.5],
    ['.5', 0.5],
    ['1.125', 1.125],
    ['0,125', 0.125],
    ['1e2', 100],
  ])('reads the number %s', (text, number) => {
    const { rows } = csv(['Title\tPrincipal', `a\t${text}`]);
    expect(rows[0].given.estimate).toEqual({ principalDays: number });
  });

  it.each(['1,500', '12,500,000', '1.2.3', '5 days', '0x10', '', 'Infinity'])(
    'does not take %j for a number',
    text => {
      const { rows, bad } = csv(['Title\tPrincipal', `a\t${text}`]);
      expect(
        rows.flatMap(({ given }) => given.estimate?.principalDays ?? []),
      ).toEqual([]);
      expect(bad).toHaveLength(text === '' ? 0 : 1);
    },
  );

  it.each([
    ['', 'is empty'],
    ['\ufeff\r\n', 'is empty'],
    ['Owner,Impact\na,1', 'must have a header with a column Title'],
    ['Title,"Owner\nx', /^cannot be read: its header has a quotation mark/],
  ])('reads nothing of %j', (text, message) => {
    const { rows, problems } = readDebtCsv(text, { now: NOW });
    expect(rows).toEqual([]);
    expect(problems).toEqual([
      {
        row: null,
        field: '',
        column: null,
        message: expect.stringMatching(message),
      },
    ]);
  });
});

describe('readDebtJson', () => {
  it.each([
    ['[{"title":"a"},{"title":""}]'],
    ['\ufeff{"items":[{"title":"a"},{"title":""}]}'],
    ['{"schemaVersion":1,"items":[{"title":"a"},{"title":""}]}'],
  ])('reads %s', text => {
    const read = readDebtJson(text, { now: NOW });
    expect(read).toEqual({
      rows: [{ row: 1, name: null, given: { title: 'a' } }],
      bad: [
        {
          row: 2,
          name: null,
          problems: [
            {
              row: 2,
              column: null,
              field: 'title',
              message: 'must be a text that is not empty',
            },
          ],
        },
      ],
      problems: [],
    });
  });

  it.each([
    ['{', 'must be JSON'],
    ['7', 'must be a list of items, or an object with items'],
    ['null', 'must be a list of items, or an object with items'],
    ['{"items":{}}', 'must have a list in items'],
    ['{"items":[],"x":1}', 'must have a list in items'],
    ['{"items":[],"schemaVersion":2}', 'must have the schemaVersion 1'],
  ])('reads nothing of %s', (text, message) => {
    const { rows, problems } = readDebtJson(text, { now: NOW });
    expect(rows).toEqual([]);
    expect(problems.map(one => one.message)).toEqual([
      expect.stringContaining(message),
    ]);
  });

  it.each([
    ['2026-11-23', Date.parse('2026-11-23T00:00:00Z')],
    ['2026-11-23T12:00:00+02:00', Date.parse('2026-11-23T10:00:00Z')],
  ])('reads that an item was created at %s', (createdAt, instant) => {
    const { rows } = readDebtJson(JSON.stringify([{ createdAt }]), {
      now: NOW,
    });
    expect(rows[0].given).toEqual({ createdAt: instant });
  });

  it.each([0, '2026-11-23T12:00:00', '2027-01-01', '1969-12-31', 'today'])(
    'refuses that an item was created at %s',
    createdAt => {
      const { bad } = readDebtJson(JSON.stringify([{ createdAt }]), {
        now: NOW,
      });
      expect(bad[0].problems.map(({ field }) => field)).toEqual(['createdAt']);
    },
  );
});

describe('readDebtDocument', () => {
  const document = (items: string, spec = '') =>
    readDebtDocument(
      parse(
        `apiVersion: opmodel.io/v1alpha1\nkind: TechDebtRegister\nmetadata: { name: shop }\nspec:\n${spec}  items: ${items}`,
      ),
      { now: NOW },
    );

  it('says for all items what they do not say, and that the rest is empty', () => {
    const { head, rows } = document(
      '[{ name: 1, title: a }, { name: b, title: b, ownerRef: other, entityRefs: cart, estimate: { impact: 2 } }]',
      '  owner: payments\n  appliesTo: checkout\n',
    );
    expect(head).toEqual({
      name: 'shop',
      namespace: 'default',
      title: null,
      description: null,
      ownerRef: 'group:default/payments',
      appliesTo: ['component:default/checkout'],
    });
    expect(rows.map(({ name, given }) => [name, given.ownerRef])).toEqual([
      ['1', 'group:default/payments'],
      ['b', 'group:default/other'],
    ]);
    expect(rows.map(({ given }) => given.entityRefs)).toEqual([
      ['component:default/checkout'],
      ['component:default/cart'],
    ]);
    expect(rows[0].given).toMatchObject({
      category: 'code',
      description: null,
      targetDate: null,
      links: [],
      estimate: { impact: null, principalDays: null },
    });
    expect(rows[1].given.estimate).toMatchObject({
      impact: 2,
      principalDays: null,
    });
    // Where it stands, and how it ended, is said by the register unless the document does.
    expect(rows[0].given).not.toHaveProperty('status');
    expect(rows[0].given).not.toHaveProperty('resolution');
  });

  it('names the item and the field of what is wrong', () => {
    const { rows, bad } = document(
      '[{ name: a, title: a }, { name: a, title: b, id: 1 }, { title: c }, 7, { name: "x y", title: d }]',
    );
    expect(rows.map(({ name }) => name)).toEqual(['a']);
    expect(
      bad.flatMap(({ row, name, problems }) =>
        problems.map(({ field }) => [row, name, field]),
      ),
    ).toEqual([
      [2, 'a', 'name'],
      [2, 'a', 'id'],
      [3, null, 'name'],
      [4, null, ''],
      [5, null, 'name'],
    ]);
  });

  it('takes nothing of a document that is wrong itself', () => {
    const read = readDebtDocument(
      {
        apiVersion: 'v1',
        kind: 'Component',
        metadata: { name: '-', namespace: 'a b', title: 7 },
        spec: { owner: 'user:ada', appliesTo: ['a', ''], colour: 1 },
      },
      { now: NOW },
    );
    expect(read).toMatchObject({ head: null, rows: [], bad: [] });
    expect(read.problems.map(({ field }) => field)).toEqual([
      'apiVersion',
      'kind',
      'spec.colour',
      'metadata.name',
      'metadata.namespace',
      'metadata.title',
      'spec.owner',
      'spec.appliesTo[1]',
      'spec.items',
    ]);
  });

  it.each([undefined, null, 'text', [], { spec: [] }])(
    'never throws, whatever it is given: %j',
    value => {
      expect(readDebtDocument(value, { now: NOW }).problems).not.toEqual([]);
    },
  );

  it('has a schema with the same fields', () => {
    const item = debtDocumentSchema.properties.spec.properties.items.items;
    const { estimate, name, ...others } = item.properties;
    expect(name).toBeDefined();
    expect(
      [
        ...Object.keys(others),
        ...Object.keys(estimate.properties).map(field => `estimate.${field}`),
      ].sort(),
    ).toEqual(debtFields.map(({ path }) => path as string).sort());
  });
});
