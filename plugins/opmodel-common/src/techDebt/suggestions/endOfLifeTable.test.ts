import fc from 'fast-check';
import { parse } from 'yaml';
import { endOfLifeFacts } from './endOfLifeFacts';
import { readEndOfLifeTable } from './endOfLifeTable';

/** A table of one product, as it is written. */
function tableWith(
  product: Record<string, unknown> = {},
  ...cycles: Record<string, unknown>[]
): unknown {
  return {
    compiledOn: '2026-11-01',
    products: [
      {
        id: 'kiln',
        name: 'Kiln',
        kind: 'runtime',
        sourceUrl: 'https://kiln.example.com/support',
        cycles: [{ cycle: '1', endsOn: '2026-01-31' }, ...cycles],
        ...product,
      },
    ],
  };
}

describe('readEndOfLifeTable', () => {
  it('takes the table that is shipped, unchanged', () => {
    expect(
      readEndOfLifeTable(JSON.parse(JSON.stringify(endOfLifeFacts))),
    ).toEqual({ table: endOfLifeFacts });
  });

  it('reads one of YAML', () => {
    const text = `
compiledOn: 2026-11-01
products:
  - id: kiln
    name: Kiln
    kind: runtime
    sourceUrl: https://kiln.example.com/support
    cycles:
      - cycle: '3.10'
        aliases: [Clay]
        releasedOn: 2025-02-01
        endsOn: 2027-02-01
      - cycle: '3.11'
`;
    expect(readEndOfLifeTable(parse(text))).toEqual({
      table: {
        compiledOn: '2026-11-01',
        products: [
          {
            id: 'kiln',
            name: 'Kiln',
            kind: 'runtime',
            sourceUrl: 'https://kiln.example.com/support',
            cycles: [
              {
                cycle: '3.10',
                aliases: ['clay'],
                releasedOn: '2025-02-01',
                activeUntil: null,
                endsOn: '2027-02-01',
              },
              {
                cycle: '3.11',
                aliases: [],
                releasedOn: null,
                activeUntil: null,
                endsOn: null,
              },
            ],
          },
        ],
      },
    });
  });

  it.each([
    [null, ''],
    [{ products: [] }, 'compiledOn'],
    [{ compiledOn: '2026-11-01' }, 'products'],
    [{ compiledOn: '1 November', products: [] }, 'compiledOn'],
    [{ compiledOn: '2026-11-01', products: {} }, 'products'],
    [{ compiledOn: '2026-11-01', products: [7] }, 'products[0]'],
    [tableWith({ kind: 'tool' }), 'products[0].kind'],
    [tableWith({ kind: undefined }), 'products[0].kind'],
    [tableWith({ id: '' }), 'products[0].id'],
    [tableWith({ sourceUrl: 'data:text/html,x' }), 'products[0].sourceUrl'],
    [tableWith({ colour: 'red' }), 'products[0].colour'],
    [tableWith({}, { cycle: 3.1 }), 'products[0].cycles[1].cycle'],
    [tableWith({}, { endsOn: '2026-01-31' }), 'products[0].cycles[1].cycle'],
    [tableWith({}, { cycle: '1' }), 'products[0].cycles[1]'],
    [
      tableWith({}, { cycle: '2', endsOn: '2026-02-30' }),
      'products[0].cycles[1].endsOn',
    ],
    [
      tableWith({}, { cycle: '2', releasedOn: true }),
      'products[0].cycles[1].releasedOn',
    ],
    [
      tableWith(
        {},
        { cycle: '2', activeUntil: '2027-01-01', endsOn: '2026-01-01' },
      ),
      'products[0].cycles[1].endsOn',
    ],
    [
      tableWith({}, { cycle: '2', aliases: 'two' }),
      'products[0].cycles[1].aliases',
    ],
  ])('names the row and field of what is wrong: %j', (value, path) => {
    expect(readEndOfLifeTable(value)).toMatchObject({ problems: [{ path }] });
  });

  it('throws at nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, cycles) => {
        expect(Object.keys(readEndOfLifeTable(value))).toEqual(['problems']);
        expect(readEndOfLifeTable(tableWith({ cycles }))).toBeDefined();
      }),
    );
  });
});
