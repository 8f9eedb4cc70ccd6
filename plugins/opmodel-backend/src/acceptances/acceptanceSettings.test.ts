import { mockServices } from '@backstage/backend-test-utils';
import { readAcceptanceSettings } from './acceptanceSettings';

const read = (acceptances?: object) =>
  readAcceptanceSettings(
    mockServices.rootConfig({
      data: { opmodel: acceptances ? { acceptances } : {} },
    }),
  );

describe('the settings of acceptances', () => {
  it('hold without any configuration, and level by level', () => {
    expect(read()).toEqual({
      maximumDays: { low: 180, medium: 90, high: 30, critical: 14 },
      decideDays: 14,
    });
    expect(read({ maximumDays: { high: 7 }, decideDays: 3 })).toEqual({
      maximumDays: { low: 180, medium: 90, high: 7, critical: 14 },
      decideDays: 3,
    });
  });

  it.each([
    [{ maximumDays: { low: 0 } }, 'opmodel.acceptances.maximumDays.low'],
    [{ maximumDays: { low: 1.5 } }, 'opmodel.acceptances.maximumDays.low'],
    [{ maximumDays: { huge: 1 } }, 'opmodel.acceptances.maximumDays.huge'],
    [{ decideDays: 1_097 }, 'opmodel.acceptances.decideDays'],
  ])('refuse %j and name the key', (acceptances, key) => {
    expect(() => read(acceptances)).toThrow(key);
  });
});
