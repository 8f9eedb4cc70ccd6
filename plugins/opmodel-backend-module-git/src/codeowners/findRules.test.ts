import { findRules } from './findRules';
import { parseCodeowners } from './parseCodeowners';

const ownersOf = (
  lines: string[],
  folder: string | undefined,
  syntax: 'github' | 'gitlab' = 'github',
) =>
  findRules(parseCodeowners(lines.join('\n'), syntax), folder).map(
    ({ line, owners }) => [line, ...owners],
  );

describe('findRules', () => {
  const shop = [
    '* @acme/platform',
    '/services/ @acme/shop',
    '/services/cart/ @acme/cart @acme/checkout',
    '/services/cart/db/ @acme/dba',
    '*.sql @acme/dba',
    '/vendor/',
  ];

  it('takes the last rule that is about the folder as a whole, with all its owners', () => {
    expect(ownersOf(shop, undefined)).toEqual([[1, '@acme/platform']]);
    expect(ownersOf(shop, 'services/pay')).toEqual([[2, '@acme/shop']]);
    expect(ownersOf(shop, 'services/cart')).toEqual([
      [3, '@acme/cart', '@acme/checkout'],
    ]);
    expect(ownersOf(shop, 'services/cart/db')).toEqual([[4, '@acme/dba']]);
    expect(ownersOf(shop, 'services/cart-old')).toEqual([[2, '@acme/shop']]);
  });

  it('knows a rule that takes owners away', () => {
    expect(ownersOf(shop, 'vendor')).toEqual([[6]]);
  });

  it('takes what is about parts of the folder where nothing is about all of it', () => {
    const parts = [
      '/src/web/ @acme/web',
      '/src/api/ @acme/api',
      '/doc/ @acme/x',
    ];
    expect(ownersOf(parts, undefined)).toHaveLength(3);
    expect(ownersOf(parts, 'src')).toEqual([
      [1, '@acme/web'],
      [2, '@acme/api'],
    ]);
    expect(ownersOf(parts, 'other')).toEqual([]);
  });

  it('takes one rule of each section of GitLab', () => {
    const lines = [
      '* @acme/all',
      '[Database] @acme/dba',
      '/db/',
      '[Web]',
      '/web/ @acme/web',
      '/db/ @acme/web',
    ];
    expect(ownersOf(lines, 'db', 'gitlab')).toEqual([
      [1, '@acme/all'],
      [3, '@acme/dba'],
      [6, '@acme/web'],
    ]);
  });
});
