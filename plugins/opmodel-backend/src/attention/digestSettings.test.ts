import { mockServices } from '@backstage/backend-test-utils';
import { readDigestSettings, weekDue } from './digestSettings';

const read = (digest: object) =>
  readDigestSettings(
    mockServices.rootConfig({ data: { opmodel: { attention: { digest } } } }),
  );

describe('readDigestSettings', () => {
  it('has a default for everything', () => {
    expect(readDigestSettings(mockServices.rootConfig({ data: {} }))).toEqual({
      enabled: true,
      weekday: 1,
      hour: 9,
      counts: false,
      link: '/',
    });
    expect(read({ weekday: 'sunday', hour: 0, counts: true })).toMatchObject({
      weekday: 7,
      hour: 0,
      counts: true,
    });
  });

  it.each([
    [{ weekday: 'Funday' }, 'opmodel.attention.digest.weekday'],
    [{ hour: 24 }, 'opmodel.attention.digest.hour'],
    [{ hour: 1.5 }, 'opmodel.attention.digest.hour'],
  ])('names the key that is wrong in %j', (digest, key) => {
    expect(() => read(digest)).toThrow(key);
  });
});

describe('weekDue', () => {
  const monday = { weekday: 1, hour: 9 };
  const sunday = { weekday: 7, hour: 23 };

  it.each([
    ['before the hour', monday, '2026-06-29T06:59:59Z', undefined],
    ['at the hour in the zone', monday, '2026-06-29T07:00:00Z', '2026-06-29'],
    ['late on the same day', monday, '2026-06-29T21:59:59Z', '2026-06-29'],
    ['early the next day', monday, '2026-06-30T06:59:59Z', '2026-06-29'],
    ['a day late', monday, '2026-06-30T07:00:00Z', undefined],
    ['on a Sunday night', sunday, '2026-06-28T21:30:00Z', '2026-06-22'],
    ['on the Monday after', sunday, '2026-06-29T10:00:00Z', '2026-06-22'],
    // Clocks go back an hour that night.
    ['in winter time', sunday, '2026-10-25T22:00:00Z', '2026-10-19'],
    ['an hour before that', sunday, '2026-10-25T21:59:59Z', undefined],
  ])('%s', (_name, settings, now, expected) => {
    expect(weekDue(settings, Date.parse(now), 'Europe/Berlin')).toBe(expected);
  });
});
