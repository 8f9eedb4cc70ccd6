import fc from 'fast-check';
import type { OwnershipSpan } from '../../catalog/CatalogStore';
import type { ReviewEvent } from './ReviewStore';
import { reviewTimeline } from './reviewTimeline';

const DAY = 86_400_000;
const cart = 'component:default/cart';
const confirmedOn = (day: number, ownerRef = 'a'): ReviewEvent => ({
  id: `confirmed-${day}`,
  entityRef: cart,
  ownerRef,
  kind: 'confirmed',
  at: day * DAY,
  by: 'user:default/ada',
  toRef: null,
  note: null,
});
const span = (ownerRef: string, fromDay: number): OwnershipSpan => ({
  entityRef: cart,
  ownerRef,
  fromAt: fromDay * DAY,
  recordedAt: 0,
});
const tell = (
  events: ReviewEvent[],
  spans: OwnershipSpan[],
  today: number,
  declaredOn?: number,
) =>
  reviewTimeline(events, spans, {
    reviewDays: 10,
    declaredAt: declaredOn === undefined ? undefined : declaredOn * DAY,
    now: today * DAY,
  }).map(({ kind, at }) => `${at / DAY} ${kind}`);

describe('what became of the ownership of an entity', () => {
  it('tells that a confirmation ran out before there was another', () => {
    const events = [confirmedOn(1), confirmedOn(8), confirmedOn(30)];
    expect(tell(events, [span('a', 0)], 39)).toEqual([
      '30 confirmed',
      '18 expired',
      '8 confirmed',
      '1 confirmed',
    ]);
    expect(tell(events, [span('a', 0)], 40)[0]).toBe('40 expired');
  });

  it('tells whom the catalog named after whom, which ends a confirmation without its running out', () => {
    const spans = [span('a', 0), span('b', 5)];
    expect(tell([confirmedOn(1)], spans, 100)).toEqual([
      '5 owner_changed',
      '1 confirmed',
    ]);
    expect(
      reviewTimeline([], spans, { reviewDays: 10, now: 0 })[0],
    ).toMatchObject({ ownerRef: 'a', toRef: 'b', by: null });
  });

  it('takes what the entity declares for a confirmation, which ends one before it and runs out as well', () => {
    const spans = [span('a', 0)];
    expect(tell([confirmedOn(1)], spans, 15, 6)).toEqual([
      '6 confirmed',
      '1 confirmed',
    ]);
    expect(tell([confirmedOn(1)], spans, 16, 6)[0]).toBe('16 expired');
    expect(tell([], spans, 15, 6)).toEqual(['6 confirmed']);
    // The present owner took over and confirmed it on one day.
    const late = [span('b', 0), span('a', 6.5)];
    expect(tell([], late, 16, 6)).toEqual([
      '16 expired',
      '6.5 owner_changed',
      '6 confirmed',
    ]);
    const [declared] = reviewTimeline([], spans, {
      reviewDays: 10,
      declaredAt: 6 * DAY,
      now: 7 * DAY,
    });
    expect(declared).toEqual({
      id: 'declared-518400000',
      kind: 'confirmed',
      at: 6 * DAY,
      by: null,
      ownerRef: 'a',
      toRef: null,
      note: 'opmodel.io/ownership-reviewed in the catalog',
    });
  });

  it('is in order, and tells of each confirmation that it ran out at most once', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 80 })),
        fc.integer({ min: 0, max: 100 }),
        (days, today) => {
          const events = days
            .sort((a, b) => a - b)
            .map(day => confirmedOn(day));
          const timeline = reviewTimeline(events, [span('a', 0)], {
            reviewDays: 10,
            now: today * DAY,
          });
          const expired = timeline.filter(({ kind }) => kind === 'expired');
          expect(timeline).toHaveLength(days.length + expired.length);
          expect(expired.every(({ at }) => at <= today * DAY)).toBe(true);
          expect(new Set(timeline.map(({ id }) => id)).size).toBe(
            timeline.length,
          );
          const instants = timeline.map(({ at }) => at);
          expect(instants).toEqual([...instants].sort((a, b) => b - a));
        },
      ),
    );
  });
});
