import { checkFreshness } from './checkFreshness';

it('is that of the oldest fact, whatever its zone', () => {
  expect(
    checkFreshness([
      { reportedAt: '2026-11-20T10:00:00Z', isStale: false },
      { reportedAt: '2026-11-20T11:00:00+02:00', isStale: true },
      { reportedAt: null, isStale: false },
    ]),
  ).toEqual({ reportedAt: '2026-11-20T11:00:00+02:00', isStale: true });
});

it('is not known where no fact was ever told', () => {
  expect(checkFreshness([])).toBeUndefined();
  expect(
    checkFreshness([{ reportedAt: null, isStale: false }]),
  ).toBeUndefined();
});
