import {
  formatCount,
  formatDecimal,
  formatRate,
  formatRateNumber,
  formatShare,
} from './number';
import { plainText } from '../testing/plainText';

describe('formatRate', () => {
  it.each([
    [0, '0'],
    [0.156, '0.16'],
    [0.994, '0.99'],
    [0.996, '1'],
    [3.19, '3.2'],
    [99.94, '99.9'],
    [99.96, '100'],
    [1_240.4, '1,240'],
  ])('writes the rate %d as %s', (rate, expected) => {
    expect(formatRateNumber(rate, 'en')).toBe(expected);
  });

  it('names the unit', () => {
    expect(plainText(formatRate(3.19, 'week', 'en'))).toBe('3.2 / week');
  });

  it('has no unit where there is no number', () => {
    expect(formatRate(null)).toBe('–');
  });
});

describe('formatShare', () => {
  it.each([
    [0, '0 %'],
    [0.0002, '< 0.1 %'],
    [0.0006, '0.1 %'],
    [0.125, '12.5 %'],
    [0.1949, '19.5 %'],
    [0.727, '73 %'],
    [1, '100 %'],
    [-0.176, '-17.6 %'],
  ])('writes %d as %s', (share, expected) => {
    expect(plainText(formatShare(share, 'en'))).toBe(expected);
  });

  it('writes an unknown share as a dash', () => {
    expect(formatShare(null)).toBe('–');
  });
});

it('groups large counts as the language does', () => {
  expect(formatCount(1_284_000, 'en')).toBe('1,284,000');
  expect(formatCount(1_284_000, 'de')).toBe('1.284.000');
});

it('keeps two decimals of what is neither a count nor a rate', () => {
  expect(formatDecimal(90 / 7, 'en')).toBe('12.86');
  expect(formatDecimal(undefined)).toBe('–');
});
