import { columnsByCategory } from './columnsByCategory';

it('puts checks of a category together, each with the place of its cell', () => {
  const check = (checkId: string, category: string | null) => ({
    checkId,
    name: checkId,
    category,
    level: null,
  });
  const groups = columnsByCategory([
    check('a', 'Security'),
    check('b', null),
    check('c', 'Security'),
  ]);
  expect(
    groups.map(({ category, columns }) => [
      category,
      columns.map(column => [column.check.checkId, column.index]),
    ]),
  ).toEqual([
    [
      'Security',
      [
        ['a', 0],
        ['c', 2],
      ],
    ],
    [null, [['b', 1]]],
  ]);
});
