import { checkQualityOf } from './flowQuality';

const collectionOf = (collection: Parameters<typeof checkQualityOf>[1]) =>
  checkQualityOf(new Map(), collection).checks.find(
    ({ id }) => id === 'collection',
  );

describe('checkQualityOf', () => {
  it('asks for the collectors where days of the window were not collected', () => {
    expect(collectionOf({ numerator: 20, denominator: 31 })).toMatchObject({
      numerator: 20,
      denominator: 31,
      passed: false,
    });
    expect(collectionOf({ numerator: 31, denominator: 31 })).toMatchObject({
      share: 1,
      passed: true,
    });
  });

  it('knows nothing where nobody watches', () => {
    expect(collectionOf(null)).toMatchObject({ share: null, passed: null });
  });
});
