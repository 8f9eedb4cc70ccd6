import { DAY, HOUR } from '../history/workload';
import { profiles } from '../organisation/profiles';
import { now, year as wholeYear, yearOptions } from '../testing/demoYear';
import { timeline, type Delivery } from './timeline';

/** A part of the company and of the year, with the monorepo in it, to be told many times over. */
const options = {
  ...yearOptions,
  days: 90,
  profiles: profiles.filter(({ tier }) => tier === 2),
};
const year = timeline(options);

/** Comparing texts is much faster than comparing 20,000 objects. */
const lines = (deliveries: Delivery[]) =>
  deliveries.map(delivery => JSON.stringify(delivery)).join('\n');

const identity = ({ body }: Delivery) => `${body.source} ${body.id}`;

describe('timeline', () => {
  it('is the same for the same seed and day, and another for another seed', () => {
    expect(lines(timeline(options)) === lines(year)).toBe(true);
    const other = timeline({ ...options, seed: 'another' });
    expect(lines(other) === lines(year)).toBe(false);
    // Another seed is another chance, not another company.
    expect(other.length / year.length).toBeCloseTo(1, 0);
  });

  it('says the same of the past when it is asked later', () => {
    for (const later of [5 * HOUR, 3 * DAY]) {
      const extended = timeline({ ...options, until: now + later });
      const past = extended.filter(({ at }) => at <= now);
      expect(lines(past) === lines(year)).toBe(true);
      const since = timeline({
        ...options,
        from: now + 1,
        until: now + later,
      });
      expect(lines([...year, ...since]) === lines(extended)).toBe(true);
    }
  });

  it('tells each component apart from all others', () => {
    const about = (deliveries: Delivery[]) =>
      deliveries.filter(
        ({ body }) =>
          body.source === 'https://ci.example.com/marrowby/loyalty-service',
      );
    const onlyLoyalty = timeline({
      ...options,
      profiles: profiles.filter(
        ({ component }) => component === 'loyalty-service',
      ),
    });
    expect(about(onlyLoyalty)).toEqual(about(year));
    expect(about(onlyLoyalty).length).toBeGreaterThan(20);
  });

  it('is in order of time, within the year, with an identity for each event', () => {
    const times = year.map(({ at }) => at);
    expect(times.every((time, i) => i === 0 || times[i - 1] <= time)).toBe(
      true,
    );
    expect(times[times.length - 1]).toBeLessThanOrEqual(now);
    // Changes that were under way when the year began were begun before it.
    expect(times[0]).toBeGreaterThan(now - (90 + 60) * DAY);
    const events = year.filter(({ route }) => route === 'events');
    expect(new Set(events.map(identity)).size).toBe(events.length);
    for (const { at, body } of year) {
      expect(Date.parse(body.time)).toBe(at);
    }
  });

  it('has the size of a company that one portal start can take in', () => {
    expect(wholeYear.length).toBeGreaterThan(15_000);
    expect(wholeYear.length).toBeLessThan(35_000);
  });
});
