import { renderInTestApp } from '@backstage/test-utils';
import type { DebtPriceUnit } from '@opmodel/backstage-plugin-opmodel-common';
import { usePriceWords, type PriceWords } from './usePriceWords';

async function readPriceWords() {
  const told: { prices?: PriceWords } = {};
  function Reader() {
    told.prices = usePriceWords();
    return null;
  }
  await renderInTestApp(<Reader />);
  return told.prices!;
}

describe('the words of prices', () => {
  it.each<[number, DebtPriceUnit, string]>([
    [1, 'months', '1 month'],
    [1.004, 'months', '1 month'],
    [0.5, 'months', '0.5 months'],
    [2.5, 'months', '2.5 months'],
    [1, 'person_days', '1 person-day'],
    [1234, 'person_days', '1,234 person-days'],
    [1, 'person_days_per_month', '1 person-day / month'],
    [0, 'person_days_per_month', '0 person-days / month'],
  ])('tell %d %s as %s', async (value, unit, words) => {
    const prices = await readPriceWords();
    expect(prices.amount(value, unit)).toBe(words);
  });
});
