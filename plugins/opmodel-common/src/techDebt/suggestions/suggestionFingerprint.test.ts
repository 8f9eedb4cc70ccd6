import fc from 'fast-check';
import { fnv1a64, suggestionFingerprint } from './suggestionFingerprint';

/** The definition of FNV-1a, in whole numbers of any size. */
function reference(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const unit of Array.from(text.split(''), each => each.charCodeAt(0))) {
    for (const byte of [unit % 256, Math.floor(unit / 256)]) {
      // eslint-disable-next-line no-bitwise
      hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) % 2n ** 64n;
    }
  }
  return hash.toString(16).padStart(16, '0');
}

describe('suggestionFingerprint', () => {
  it('hashes as FNV-1a is defined', () => {
    expect(fnv1a64('')).toBe('cbf29ce484222325');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(fnv1a64(text)).toBe(reference(text));
      }),
    );
  });

  it('is the same for the same parts, and for an entity however it is written', () => {
    const parts = ['src/cart.ts', null, 2];
    expect(suggestionFingerprint('todo', 'Component:default/Cart', parts)).toBe(
      suggestionFingerprint('todo', 'component:default/cart', parts),
    );
    expect(
      suggestionFingerprint('todo', 'component:default/cart', parts),
    ).toMatch(/^todo:[0-9a-f]{16}$/);
  });

  it('tells apart what differs in any part, and where one part ends', () => {
    const anyParts = fc.array(
      fc.oneof(fc.string(), fc.nat(), fc.constant(null)),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(anyParts, anyParts, (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(
          suggestionFingerprint('sarif', 'component:default/cart', one) ===
            suggestionFingerprint('sarif', 'component:default/cart', other),
        ).toBe(isSame);
      }),
    );
    expect(suggestionFingerprint('todo', 'c', ['ab', 'c'])).not.toBe(
      suggestionFingerprint('todo', 'c', ['a', 'bc']),
    );
  });
});
