import fc from 'fast-check';
import { addDays } from '../calendar/days';
import { type MeasuredDay, proposeTarget, usualTargets } from './proposeTarget';
import { events, slices } from './testing/sloBudgets';

/** So many days from 1 March 2026 on, each with a thousand events unless it says something else. */
const days = (count: number, bad: (place: number) => number, total = 1_000) =>
  Array.from(
    { length: count },
    (_, place): MeasuredDay => ({
      day: addDays('2026-03-01', place),
      tally: events(total, bad(place)),
    }),
  );

describe('proposeTarget', () => {
  it('proposes what would have left a quarter of the budget', () => {
    // 15 of 30,000 were bad: 99.95 %. At 99.95 % that would have been the whole budget, at 99.9 % half of it.
    expect(
      proposeTarget(
        days(30, place => place % 2),
        'Occurrences',
      ),
    ).toEqual({
      target: 0.999,
      state: 'ok',
      days: 30,
      n: 30_000,
      attainment: 0.9995,
      worstDay: 0.999,
      consumed: 0.5,
      weeksMet: 1,
    });
  });

  it('says in how many weeks it would have held', () => {
    const outage = days(30, place => (place === 20 ? 60 : 0));
    expect(proposeTarget(outage, 'Occurrences')).toMatchObject({
      // 60 of 30,000: two thirds of the budget of 99.7 %, which nobody sets; 40 % of that of 99.5 %.
      target: 0.995,
      worstDay: 0.94,
      // 24 weeks begin on days 1 to 24, and seven of them hold the day.
      weeksMet: 17 / 24,
    });
  });

  it('proposes no more than the number of events can prove', () => {
    const perfect = (total: number) =>
      proposeTarget(
        days(30, () => 0, total),
        'Occurrences',
      ).target;
    expect(perfect(1_000_000)).toBe(0.99999);
    expect(perfect(1_000)).toBe(0.9999);
    expect(perfect(100)).toBe(0.999);
    expect(perfect(1)).toBe(0.9);
  });

  it('takes what goes well or badly together for one', () => {
    const minutes = days(30, () => 0, 1_440);
    expect(proposeTarget(minutes, 'Occurrences').target).toBe(0.9999);
    expect(
      proposeTarget(minutes, 'Occurrences', { together: 60 }),
      // 3.6 of 720 hours; at 99.8 % it would be 1.4.
    ).toMatchObject({ target: 0.995, n: 43_200 });
  });

  it('proposes nothing from fewer than fourteen days', () => {
    const short = proposeTarget(
      days(13, () => 0),
      'Occurrences',
    );
    expect(short).toMatchObject({ target: null, state: 'thin', days: 13 });
    expect(
      proposeTarget(
        days(14, () => 0),
        'Occurrences',
      ).target,
    ).toBe(0.9995);
    expect(
      proposeTarget(
        days(30, () => 0, 0),
        'Occurrences',
      ),
    ).toMatchObject({
      target: null,
      state: 'no_data',
      days: 0,
      attainment: null,
      worstDay: null,
    });
  });

  it('is thin where not even the lowest target could be proven', () => {
    const rare = days(30, () => 0, 0.1);
    expect(proposeTarget(rare, 'Occurrences')).toMatchObject({
      target: null,
      state: 'thin',
    });
  });

  it('proposes nothing that is not attained', () => {
    expect(
      proposeTarget(
        days(30, () => 900),
        'Occurrences',
      ),
    ).toMatchObject({ target: null, state: 'ok', consumed: null });
  });

  it('counts slices where they are asked for', () => {
    const sliced = Array.from({ length: 30 }, (_, place) => ({
      day: addDays('2026-03-01', place),
      tally: slices(288, place === 3 ? 6 : 0),
    }));
    // 6 of 8,640 are 0.07 %.
    expect(proposeTarget(sliced, 'Timeslices')).toMatchObject({
      target: 0.999,
      n: 8_640,
    });
  });

  it('is lower the more goes wrong, and never at risk', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1_000 }), {
          minLength: 14,
          maxLength: 30,
        }),
        bad => {
          const proposal = proposeTarget(
            days(bad.length, place => bad[place]),
            'Occurrences',
          );
          const worse = proposeTarget(
            days(bad.length, place => Math.min(1_000, bad[place] + 10)),
            'Occurrences',
          );
          expect(worse.target ?? 0).toBeLessThanOrEqual(proposal.target ?? 0);
          expect([null, ...usualTargets]).toContain(proposal.target);
          expect(proposal.consumed ?? 0).toBeLessThanOrEqual(0.75);
        },
      ),
    );
  });
});
