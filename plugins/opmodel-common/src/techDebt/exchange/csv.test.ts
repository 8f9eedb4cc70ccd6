import fc from 'fast-check';
import { printCsvCell, readCsvCell } from './csvCells';
import { parseCsv } from './csvRecords';

const cellsOf = (text: string) =>
  parseCsv(text).records.map(({ cells }) => cells);

describe('parseCsv', () => {
  it('reads quotation marks, and line breaks and commas within them', () => {
    expect(cellsOf('a,b\r\n"say ""so""","two\r\nlines, really"\r\n')).toEqual([
      ['a', 'b'],
      ['say "so"', 'two\r\nlines, really'],
    ]);
  });

  it.each([
    ['a byte order mark', '\ufeffTitle,Owner\nx,y', ','],
    ['semicolons', 'Title;Owner\nx;y', ';'],
    ['tabs', 'Title\tOwner\nx\ty\n', '\t'],
    ['a line that says what parts cells', 'sep=;\r\nTitle;Owner\r\nx;y', ';'],
    ['old line ends', 'Title,Owner\rx,y\r', ','],
    ['a comma in a quoted header', '"Title";"Owner"\n"x";"y"', ';'],
    ['rows of nothing', '\n;\nTitle;Owner\n  ;\n\nx;y\n;\n', ';'],
  ])('reads a file with %s', (_, text, delimiter) => {
    const table = parseCsv(text);
    expect(table.delimiter).toBe(delimiter);
    expect(table.records.map(({ cells }) => cells)).toEqual([
      ['Title', 'Owner'],
      ['x', 'y'],
    ]);
  });

  it('counts rows as a spreadsheet does', () => {
    expect(
      parseCsv('Title\n"two\nlines"\n\nlast').records.map(({ row }) => row),
    ).toEqual([1, 2, 4]);
  });

  it('says what is no CSV, and reads what comes before it', () => {
    expect(
      parseCsv('Title,Owner\n"a"b,c\nfine,d\n"open,e\nf,g').records,
    ).toEqual([
      { row: 1, cells: ['Title', 'Owner'], problem: null },
      {
        row: 2,
        cells: ['a', 'c'],
        problem: 'has text behind a closing quotation mark',
      },
      { row: 3, cells: ['fine', 'd'], problem: null },
      {
        row: 4,
        cells: ['open,e\nf,g'],
        problem:
          'has a quotation mark that is never closed; nothing that follows it was read',
      },
    ]);
  });

  it('never throws', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\t', '\r', '\n', '\ufeff'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, it => {
        expect(parseCsv(it).records.length).toBeLessThanOrEqual(it.length);
      }),
    );
  });
});

describe('cells', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        "'",
        '=',
        '+',
        '-',
        '@',
        '\t',
        '\r',
        '\n',
        '"',
        'a',
        ',',
      ),
    }),
  );

  it('are read as they were printed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { minLength: 2, maxLength: 2 })),
        rows => {
          const file = [['Title', 'Owner'], ...rows]
            .map(row => row.map(printCsvCell).join(','))
            .join('\r\n');
          const said = rows.filter(row =>
            row.some(cell => printCsvCell(cell).trim() !== ''),
          );
          expect(
            cellsOf(file)
              .slice(1)
              .map(row => row.map(readCsvCell)),
          ).toEqual(said);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never begin like a formula', () => {
    fc.assert(
      fc.property(text, it => {
        const { cells } = parseCsv(`x\n${printCsvCell(it)},y`).records[1];
        expect(cells[0]).not.toMatch(/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/);
      }),
      { numRuns: 500 },
    );
  });
});
