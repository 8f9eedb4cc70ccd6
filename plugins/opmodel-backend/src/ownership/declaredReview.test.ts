import { declaredReview } from './declaredReview';

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const known = { ownedSince: at('2026-05-18') + 1, readAt: at('2026-11-22') };

describe('a confirmation that an entity declares', () => {
  it('counts from the day of the take-over to the day on which it was read', () => {
    expect(declaredReview('2026-05-18', known)).toBe(at('2026-05-18'));
    expect(declaredReview('2026-11-22', known)).toBe(at('2026-11-22'));
  });

  it.each([
    ['of an owner before', '2026-05-17'],
    ['that lies ahead', '2026-11-23'],
    ['that is no day', '2026-02-30'],
    ['in other words', 'last week'],
  ])('counts for nothing %s', (_, day) => {
    expect(declaredReview(day, known)).toBeUndefined();
  });
});
