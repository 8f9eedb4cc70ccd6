import fc from 'fast-check';
import { findOvertakenObservations } from './findOvertakenObservations';
import { foldObservations, type StoredObservation } from './foldObservations';
import type { Observation, RecordKind } from './observation';
import { historyOf, observations } from './testing/observationHistories';

function without(history: StoredObservation[], gone: StoredObservation[]) {
  return history.filter(stored => !gone.includes(stored));
}

describe.each(Object.keys(observations) as RecordKind[])(
  'forgetting what is overtaken of a %s',
  kind => {
    it('changes nothing, whatever is observed later, and of whatever time', () => {
      fc.assert(
        fc.property(historyOf(kind), historyOf(kind), (history, later) => {
          fc.pre(history.length > 0);
          const added = later.filter(
            ({ id }) => !history.some(known => known.id === id),
          );
          const kept = without(
            history,
            findOvertakenObservations(kind, history),
          );
          expect(foldObservations(kind, 's', [...kept, ...added])).toEqual(
            foldObservations(kind, 's', [...history, ...added]),
          );
        }),
        { numRuns: 500 },
      );
    });

    it('changes nothing when some of it arrives once more', () => {
      fc.assert(
        fc.property(historyOf(kind), fc.nat(255), (history, again) => {
          fc.pre(history.length > 0);
          const gone = findOvertakenObservations(kind, history);
          const back = gone.filter((_, at) => again & (1 << at));
          expect(
            foldObservations(kind, 's', [...without(history, gone), ...back]),
          ).toEqual(foldObservations(kind, 's', history));
        }),
      );
    });

    it('may be done bit by bit, in whatever portions', () => {
      fc.assert(
        fc.property(historyOf(kind), fc.nat(255), (history, some) => {
          const gone = findOvertakenObservations(kind, history);
          const first = gone.filter((_, at) => some & (1 << at));
          const rest = without(history, first);
          expect(
            new Set(findOvertakenObservations(kind, rest).map(({ id }) => id)),
          ).toEqual(new Set(without(gone, first).map(({ id }) => id)));
        }),
      );
    });
  },
);

describe('what is overtaken', () => {
  const at = (
    time: number,
    observation: Partial<Observation>,
  ): StoredObservation => ({
    id: `e${time}`,
    time,
    observation: {
      kind: 'change',
      subject: 's',
      target: {},
      ...observation,
    } as Observation,
  });
  const overtaken = (...history: StoredObservation[]) =>
    findOvertakenObservations(history[0].observation.kind, history).map(
      ({ id }) => id,
    );

  it('is what a newer observation says again', () => {
    expect(
      overtaken(
        at(1, { title: 'A', commitSha: 'a' }),
        at(2, { title: 'B', commitSha: 'b' }),
        at(3, { title: 'C' }),
      ),
    ).toEqual(['e1']);
  });

  it('is never the newest, even when it says nothing', () => {
    expect(overtaken(at(1, {}))).toEqual([]);
    expect(overtaken(at(1, {}), at(2, {}))).toEqual(['e1']);
  });

  it('is not what adds a link, or names an entity last', () => {
    const link = { system: 'git', externalId: 'x' };
    const named = { entityRefs: ['component:default/a'] };
    expect(overtaken(at(1, { target: { links: [link] } }), at(2, {}))).toEqual(
      [],
    );
    expect(
      overtaken(
        at(1, { target: { links: [link] } }),
        at(2, { target: { links: [link] } }),
      ),
    ).toEqual(['e1']);
    expect(overtaken(at(1, { target: named }), at(2, {}))).toEqual([]);
    expect(
      overtaken(at(1, { target: named }), at(2, { target: named })),
    ).toEqual(['e1']);
  });

  it('is not the first review, no severity, no state and no period', () => {
    const review = (day: number) => ({
      firstReviewAt: `2026-03-0${day}T00:00:00.000Z`,
    });
    expect(overtaken(at(1, review(1)), at(2, review(2)))).toEqual([]);
    expect(overtaken(at(1, review(2)), at(2, review(1)))).toEqual(['e1']);
    expect(
      overtaken(
        at(1, { kind: 'incident', severity: 'sev1' }),
        at(2, { kind: 'incident', severity: 'sev1' }),
      ),
    ).toEqual([]);
    const periods = [null, '2026-Q1'].map((committedPeriod, index) =>
      at(index, { kind: 'work_item', committedPeriod }),
    );
    expect(overtaken(...periods)).toEqual([]);
    expect(
      overtaken(
        at(1, { kind: 'work_item', state: 'active' }),
        at(2, { kind: 'work_item', state: 'active' }),
      ),
    ).toEqual([]);
  });
});
