import { segments } from './segments';

it('splits at every gap, so that nothing is drawn through no data', () => {
  expect(segments([null, 1, 2, null, null, 3, null])).toEqual([
    [
      { index: 1, value: 1 },
      { index: 2, value: 2 },
    ],
    [{ index: 5, value: 3 }],
  ]);
});

it('has no run where nothing is known', () => {
  expect(segments([null, null])).toEqual([]);
  expect(segments([])).toEqual([]);
});
