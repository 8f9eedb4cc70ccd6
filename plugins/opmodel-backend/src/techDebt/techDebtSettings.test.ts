import { ConfigReader } from '@backstage/config';
import { readTechDebtSettings } from './techDebtSettings';

const read = (techDebt: object) =>
  readTechDebtSettings(new ConfigReader({ opmodel: { techDebt } } as any));

describe('readTechDebtSettings', () => {
  it('has ordinary remediation times and no currency where nothing is said', () => {
    expect(readTechDebtSettings(new ConfigReader({}))).toEqual({
      remediationDays: { critical: 7, high: 30, medium: 90, low: 180 },
      dayRate: null,
    });
  });

  it('takes what is said', () => {
    expect(
      read({
        remediationDays: { high: 14 },
        dayRate: { amount: 800, currency: 'EUR' },
      }),
    ).toEqual({
      remediationDays: { critical: 7, high: 14, medium: 90, low: 180 },
      dayRate: { amount: 800, currency: 'EUR' },
    });
  });

  it.each([
    [{ remediationDays: { high: 0 } }, 'opmodel.techDebt.remediationDays.high'],
    [{ remediationDays: { low: 1.5 } }, 'opmodel.techDebt.remediationDays.low'],
    [
      { remediationDays: { urgent: 3 } },
      'opmodel.techDebt.remediationDays.urgent is not known',
    ],
    [
      { dayRate: { amount: 0, currency: 'EUR' } },
      'opmodel.techDebt.dayRate.amount',
    ],
    [
      { dayRate: { amount: 1, currency: 'euro' } },
      'opmodel.techDebt.dayRate.currency',
    ],
  ])('refuses %j by its key', (techDebt, message) => {
    expect(() => read(techDebt)).toThrow(message);
  });
});
