import { rubricOf } from './rubricOf';

const levels = [{ name: 'Bronze' }, { name: 'Silver' }];

it('has a row for each category and a column for each level', () => {
  const rows = rubricOf(
    [
      { id: 'a', name: 'A', category: 'Security', level: 'Silver' },
      { id: 'b', name: 'B', level: 'Bronze' },
      { id: 'c', name: 'C', category: 'Security', level: 'Silver' },
    ],
    levels,
  );
  expect(
    rows.map(({ category, cells }) => [
      category,
      cells.map(({ level, checks }) => [level, checks.map(({ id }) => id)]),
    ]),
  ).toEqual([
    [
      'Security',
      [
        ['Bronze', []],
        ['Silver', ['a', 'c']],
      ],
    ],
    [
      null,
      [
        ['Bronze', ['b']],
        ['Silver', []],
      ],
    ],
  ]);
});

it('keeps what no level asks for, and what asks for a level that there is none', () => {
  const [row] = rubricOf(
    [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B', level: 'Platinum' },
    ],
    levels,
  );
  expect(row.cells[2]).toEqual({
    level: null,
    checks: [
      expect.objectContaining({ id: 'a' }),
      expect.objectContaining({ id: 'b' }),
    ],
  });
});
