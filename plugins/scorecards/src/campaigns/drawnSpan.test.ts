import { drawnSpan, timeOf } from './drawnSpan';

const points = [{ day: '2026-09-01' }, { day: '2026-09-30' }];
const until = (targetOn: string, projectedOn: string | null) =>
  new Date(drawnSpan(points, targetOn, projectedOn).to)
    .toISOString()
    .slice(0, 10);

describe('the days that a burn-down shows', () => {
  it('begin with the first that is counted', () => {
    expect(drawnSpan(points, '2026-10-31', null).from).toBe(
      timeOf('2026-09-01'),
    );
  });

  it.each([
    ['the target date', '2026-10-31', null, '2026-10-31'],
    ['the last day, once the target is past', '2026-09-15', null, '2026-09-30'],
    ['the projected day', '2026-10-31', '2026-11-30', '2026-11-30'],
    ['no day that is too far off', '2026-10-31', '2027-11-30', '2026-10-31'],
    ['not less than the target', '2026-10-31', '2026-10-10', '2026-10-31'],
  ])('end with %s', (_, targetOn, projectedOn, last) => {
    expect(until(targetOn, projectedOn)).toBe(last);
  });
});
