import { mockServices } from '@backstage/backend-test-utils';
import { defaultThresholds, readAlarmThresholds } from './alarmThresholds';

const read = (health?: object) =>
  readAlarmThresholds(
    mockServices.rootConfig({
      data: (health ? { opmodel: { health } } : {}) as any,
    }),
  );

describe('readAlarmThresholds', () => {
  it('has defaults, which the configuration replaces one by one', () => {
    expect(read()).toEqual(defaultThresholds);
    expect(
      read({ snapshotStaleAfter: { hours: 2 }, unmappedShare: 0.5 }),
    ).toEqual({
      ...defaultThresholds,
      snapshotStaleAfter: 2 * 60 * 60 * 1000,
      unmappedShare: 0.5,
    });
    expect(read({ collectorLagAfter: 'P7D' }).collectorLagAfter).toBe(
      7 * 24 * 60 * 60 * 1000,
    );
  });

  it.each([
    { unmappedShare: 5 },
    { unmappedShare: -0.1 },
    { inboxLagAfter: 3 },
  ])('refuses %j', health => {
    expect(() => read(health)).toThrow(Object.keys(health)[0]);
  });
});
