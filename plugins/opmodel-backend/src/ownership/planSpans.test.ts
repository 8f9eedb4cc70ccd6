import { ownershipGaps } from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import type { AssessedState } from './AssessmentStore';
import { type OpenSpan, planSpans } from './planSpans';

const days = Array.from({ length: 9 }, (_, day) => `2026-03-0${day + 1}`);

const someState = (entityRef: string) =>
  fc.record<AssessedState>({
    entityRef: fc.constant(entityRef),
    ownerRef: fc.constantFrom(null, 'group:default/a'),
    tier: fc.constantFrom(null, '1'),
    reached: fc.integer({ min: 0, max: 2 }),
    gaps: fc.subarray([...ownershipGaps.slice(0, 2)]),
    rungs: fc.constant([]),
    verifiedAt: fc.constantFrom(null, 1, 2),
    expiresAt: fc.constant(null),
  });

/** What was found on one day: of each entity a state, or nothing where it is not to be owned. */
const someFindings = fc
  .tuple(
    fc.option(someState('component:default/a')),
    fc.option(someState('component:default/b')),
  )
  .map(states => states.flatMap(state => state ?? []));

/** Assessments in the order of their days, of which some fall on one day. */
const someHistory = fc
  .array(fc.tuple(fc.constantFrom(...days), someFindings), { maxLength: 12 })
  .map(history =>
    history
      .map(([day, states], at) => ({ day, states, at }))
      .sort(
        (a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)) || a.at - b.at,
      ),
  );

type Span = OpenSpan & { toDay?: string };

function play(
  spans: Span[],
  { day, states }: { day: string; states: AssessedState[] },
): Span[] {
  const open = spans.filter(({ toDay }) => toDay === undefined);
  const plan = planSpans(open, states, day);
  return [
    ...spans
      .filter(
        span =>
          span.toDay !== undefined || !plan.dropped.includes(span.entityRef),
      )
      .map(span =>
        span.toDay === undefined && plan.closed.includes(span.entityRef)
          ? { ...span, toDay: day }
          : span,
      ),
    ...plan.written,
  ];
}

describe('the spans of an assessment', () => {
  it('say of each day what it ended with, and of each entity one thing a day', () => {
    fc.assert(
      fc.property(someHistory, history => {
        const spans = history.reduce(play, []);
        for (const day of days) {
          const known = history.filter(entry => entry.day <= day).at(-1);
          const told = spans
            .filter(
              ({ fromDay, toDay }) =>
                fromDay <= day && (toDay === undefined || toDay > day),
            )
            .map(({ entityRef, ownerRef, tier, reached, gaps }) => ({
              entityRef,
              ownerRef,
              tier,
              reached,
              gaps,
            }));
          const byRef = (a: { entityRef: string }, b: { entityRef: string }) =>
            a.entityRef < b.entityRef ? -1 : 1;
          expect(told.sort(byRef)).toEqual(
            (known?.states ?? [])
              .map(({ entityRef, ownerRef, tier, reached, gaps }) => ({
                entityRef,
                ownerRef,
                tier,
                reached,
                gaps,
              }))
              .sort(byRef),
          );
        }
      }),
    );
  });

  it('are the same however often the same is found', () => {
    fc.assert(
      fc.property(someHistory, history => {
        const once = history.reduce(play, []);
        const twice = history.reduce(
          (spans, entry) => play(play(spans, entry), entry),
          [] as Span[],
        );
        expect(twice).toEqual(once);
      }),
    );
  });
});
