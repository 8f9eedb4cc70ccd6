import { concealCodeowner } from './concealCodeowner';

describe('concealCodeowner', () => {
  it.each([
    ['@acme/shop', '@acme/shop'],
    ['@acme/retail/shop', '@acme/retail/shop'],
    ['@@maintainer', '@@maintainer'],
    ['@ada', '@…'],
    ['@…', '@…'],
    ['ada@example.com', '…@example.com'],
    ['…@example.com', '…@example.com'],
  ])('keeps of %s what is nobody’s: %s', (owner, kept) => {
    expect(concealCodeowner(owner)).toBe(kept);
  });
});
