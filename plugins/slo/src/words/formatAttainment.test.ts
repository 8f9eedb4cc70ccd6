import { formatAttainment, formatTarget } from './formatAttainment';

const plain = (text: string) => text.replace(/\s/g, ' ');

describe('formatAttainment', () => {
  it.each([
    [0.999996, 0.999, '99.99 %'],
    [0.9989999, 0.999, '99.89 %'],
    [0.9995, 0.9995, '99.95 %'],
    [0.9990275, 0.999, '99.902 %'],
    [0.95000001, 0.95, '95 %'],
    [0.99949999, 0.9995, '99.949 %'],
    [1, 0.999, '100 %'],
    [0, 0.9, '0 %'],
    [null, 0.9, '–'],
  ])('shows %p against %p as %p', (attainment, target, shown) => {
    expect(plain(formatAttainment(attainment, target))).toBe(shown);
  });
});

describe('formatTarget', () => {
  it.each([
    [0.99, '99 %'],
    [0.9995, '99.95 %'],
    [0.99999, '99.999 %'],
  ])('shows %p as %p', (target, shown) => {
    expect(plain(formatTarget(target))).toBe(shown);
  });
});
