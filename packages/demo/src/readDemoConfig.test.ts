import { ConfigReader } from '@backstage/config';
import { readDemoConfig } from './readDemoConfig';

describe('readDemoConfig', () => {
  it('is off unless it is switched on', () => {
    expect(readDemoConfig(new ConfigReader({}))).toEqual({
      enabled: false,
      seed: 'marrowby',
      days: 365,
    });
    const config = new ConfigReader({
      demo: { enabled: true, seed: 'other', days: 90 },
    });
    expect(readDemoConfig(config)).toEqual({
      enabled: true,
      seed: 'other',
      days: 90,
    });
  });

  it.each([0, 29, 1001, 45.5])('refuses %s days', days => {
    expect(() => readDemoConfig(new ConfigReader({ demo: { days } }))).toThrow(
      `demo.days must be a whole number from 30 to 1000, got ${days}`,
    );
  });
});
