import fc from 'fast-check';
import { computeCoverage, type LadderCount } from './computeCoverage';
import { ownership2026Definition as definition } from './ownershipDefinition';

const someCounts = fc.array(
  fc.record<LadderCount>({
    tier: fc.constantFrom(null, '1', '2', '3'),
    reached: fc.integer({ min: 0, max: 7 }),
    entities: fc.nat(50),
  }),
);

describe('coverage of ownership', () => {
  it('is what pencil and paper say', () => {
    // Tier 1 weighs 4: (4×2 + 1×3) / (4×3 + 1×7) = 11/19.
    const counts = [
      { tier: '1', reached: 7, entities: 2 },
      { tier: '1', reached: 3, entities: 1 },
      { tier: null, reached: 7, entities: 3 },
      { tier: null, reached: 0, entities: 4 },
    ];
    expect(computeCoverage(counts, definition)).toEqual({
      entities: 10,
      full: 5,
      share: 0.5,
      weightedShare: 11 / 19,
      state: 'ok',
    });
  });

  it('is none without entities, and thin with few', () => {
    expect(computeCoverage([], definition)).toEqual({
      entities: 0,
      full: 0,
      share: null,
      weightedShare: null,
      state: 'no_data',
    });
    const few = [{ tier: null, reached: 7, entities: 4 }];
    expect(computeCoverage(few, definition).state).toBe('thin');
  });

  it('of the whole is that of its parts put together, between 0 and 1', () => {
    fc.assert(
      fc.property(someCounts, someCounts, (one, other) => {
        const whole = computeCoverage([...one, ...other], definition);
        const parts = [one, other].map(part =>
          computeCoverage(part, definition),
        );
        expect(whole.entities).toBe(parts[0].entities + parts[1].entities);
        expect(whole.full).toBe(parts[0].full + parts[1].full);
        const shares = [whole.share, whole.weightedShare];
        for (const share of shares.filter(value => value !== null)) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
