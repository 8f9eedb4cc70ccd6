import { csvCell, toCsvTable } from './csv';

describe('csvCell', () => {
  it.each([
    [null, ''],
    [-3, '-3'],
    [true, 'true'],
    ['plain', 'plain'],
    ['=1+1', "'=1+1"],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
  ])('writes %p as %s', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});

describe('toCsvTable', () => {
  it('names the columns and writes a line a row', () => {
    expect(
      toCsvTable(
        [
          ['name', (row: { name: string }) => row.name],
          ['known', () => null],
        ],
        [{ name: 'one' }, { name: 'two' }],
      ),
    ).toBe('name,known\r\none,\r\ntwo,\r\n');
  });
});
