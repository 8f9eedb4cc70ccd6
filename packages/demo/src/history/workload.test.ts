import { SeededRandom } from './SeededRandom';
import {
  isoDay,
  isReleaseFreeze,
  nextWorkingMoment,
  startOfDay,
  weekdayOf,
  weekNumber,
  workloadOn,
} from './workload';

const at = (iso: string) => Date.parse(iso);

describe('workload', () => {
  it('knows days of the week and weeks', () => {
    expect(weekdayOf(at('2026-05-18'))).toBe(0);
    expect(weekdayOf(at('2026-11-22'))).toBe(6);
    expect(weekNumber(at('2026-05-18'))).toBe(weekNumber(at('2026-05-24')));
    expect(weekNumber(at('2026-05-25'))).toBe(weekNumber(at('2026-05-24')) + 1);
    expect(startOfDay(at('2026-05-18T23:59:59Z'))).toBe(at('2026-05-18'));
  });

  it('is low at weekends, on holidays, in high summer and at the end of the year', () => {
    const tuesday = workloadOn(at('2026-06-09'));
    expect(workloadOn(at('2026-06-13'))).toBeLessThan(tuesday / 10);
    expect(workloadOn(at('2026-05-01'))).toBeLessThan(tuesday / 10);
    expect(workloadOn(at('2026-08-04'))).toBeLessThan(tuesday);
    expect(workloadOn(at('2026-12-29'))).toBeLessThan(tuesday / 2);
    expect(isReleaseFreeze(at('2026-12-18'))).toBe(true);
    expect(isReleaseFreeze(at('2026-12-16'))).toBe(false);
  });

  it('moves what falls outside working time to the next morning at work', () => {
    const random = new SeededRandom('morning');
    const during = at('2026-06-09T11:12:13Z');
    expect(nextWorkingMoment(during, random)).toBe(during);
    const fridayNight = nextWorkingMoment(at('2026-06-12T22:00:00Z'), random);
    expect(isoDay(fridayNight)).toBe('2026-06-15');
    const early = nextWorkingMoment(at('2026-06-10T03:00:00Z'), random);
    expect(isoDay(early)).toBe('2026-06-10');
    const christmas = nextWorkingMoment(at('2026-12-24T19:00:00Z'), random);
    expect(isoDay(christmas)).toBe('2026-12-28');
  });
});
