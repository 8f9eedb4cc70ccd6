import { compareWithAgreement } from './compareWithAgreement';
import { parseSloDuration } from './sloDuration';

describe('compareWithAgreement', () => {
  const promise = (target: number, period: string | null) => ({
    target,
    period: period === null ? null : parseSloDuration(period),
  });
  it.each([
    ['a higher target in the same time', 0.999, '30d', 0.995, '30d', true],
    ['the same target', 0.995, '30d', 0.995, '30d', false],
    ['a lower target', 0.99, '30d', 0.995, '30d', false],
    ['a shorter window', 0.999, '7d', 0.995, '30d', true],
    ['a longer window that still fits', 0.999, '1Q', 0.995, '1M', true],
    ['a longer window whose budget breaks it', 0.997, '1Q', 0.995, '1M', false],
    ['no period', 0.999, null, 0.995, '1M', null],
  ])(
    '%s: %s in %s beside %s in %s',
    (_, target, period, agreed, per, holds) => {
      expect(
        compareWithAgreement(promise(target, period), promise(agreed, per))
          .holds,
      ).toBe(holds);
    },
  );

  it('tells the full outages that both allow, and why it does not hold', () => {
    expect(
      compareWithAgreement(promise(0.999, '30d'), promise(0.995, '30d')),
    ).toEqual({
      holds: true,
      reason: null,
      sloSeconds: 2_592,
      agreementSeconds: 12_960,
    });
    expect(
      compareWithAgreement(promise(0.997, '1Q'), promise(0.995, '1M')).reason,
    ).toBe('window');
    expect(
      compareWithAgreement(promise(0.99, '1M'), promise(0.995, '1M')).reason,
    ).toBe('target');
    expect(compareWithAgreement(null, promise(0.995, '30d'))).toEqual({
      holds: null,
      reason: null,
      sloSeconds: null,
      agreementSeconds: 12_960,
    });
  });
});
