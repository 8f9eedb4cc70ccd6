import fc from 'fast-check';
import {
  beginningOfTime,
  diffSpans,
  rewritePast,
  type Span,
} from './diffSpans';

const monday = '2026-11-02';
const tuesday = '2026-11-03';

function holdingOn(spans: Span<string>[], day: string): (string | undefined)[] {
  return spans
    .filter(
      span => span.from <= day && (span.to === undefined || day < span.to),
    )
    .map(span => span.ref)
    .sort();
}

describe('diffSpans', () => {
  it('begins where it is told, and goes on', () => {
    const first = diffSpans([], ['a', 'b'], {
      at: monday,
      since: beginningOfTime,
    });
    expect(first).toEqual([
      { ref: 'a', from: beginningOfTime },
      { ref: 'b', from: beginningOfTime },
    ]);
    expect(
      diffSpans(first, ['b', 'a'], { at: tuesday, since: tuesday }),
    ).toEqual(first);
  });

  it('ends what is gone and begins what is new on the same day', () => {
    const stored = [{ ref: 'a', from: beginningOfTime }];
    expect(diffSpans(stored, ['b'], { at: monday, since: monday })).toEqual([
      { ref: 'a', from: beginningOfTime, to: monday },
      { ref: 'b', from: monday },
    ]);
  });

  it('opens a new span for what comes back later, and continues what comes back on the same day', () => {
    const ended = [{ ref: 'a', from: '2026-01-01', to: monday }];
    expect(diffSpans(ended, ['a'], { at: tuesday, since: tuesday })).toEqual([
      ...ended,
      { ref: 'a', from: tuesday },
    ]);
    expect(diffSpans(ended, ['a'], { at: monday, since: monday })).toEqual([
      { ref: 'a', from: '2026-01-01' },
    ]);
  });

  it('forgets what began and ended on one day', () => {
    expect(
      diffSpans([{ ref: 'a', from: monday }], [], {
        at: monday,
        since: monday,
      }),
    ).toEqual([]);
  });

  it('keeps the past, holds the present, and changes nothing when repeated', () => {
    const day = fc
      .nat(27)
      .map(n => `2026-02-${String(n + 1).padStart(2, '0')}`);
    const ref = fc.constantFrom('a', 'b', 'c', undefined);
    const steps = fc.array(fc.record({ day, holding: fc.uniqueArray(ref) }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(steps, unordered => {
        const sorted = [...unordered].sort((a, b) => (a.day < b.day ? -1 : 1));
        let spans: Span<string>[] = [];
        for (const { day: at, holding } of sorted) {
          const options = { at, since: at };
          const next = diffSpans(spans, holding, options);
          expect(holdingOn(next, at)).toEqual([...holding].sort());
          expect(holdingOn(next, '2026-12-31')).toEqual([...holding].sort());
          expect(diffSpans(next, holding, options)).toEqual(next);
          const before = sorted.map(step => step.day).filter(d => d < at);
          for (const earlier of before) {
            expect(holdingOn(next, earlier)).toEqual(holdingOn(spans, earlier));
          }
          spans = next;
        }
        for (const span of spans) {
          expect(span.to === undefined || span.from < span.to).toBe(true);
        }
      }),
    );
  });
});

describe('rewritePast', () => {
  const present = [
    { ref: 'group:default/b', from: beginningOfTime },
    { ref: 'org', from: beginningOfTime },
  ];
  const concerns = (ref: string | undefined) => ref !== 'org';

  it('gives the time before to those whom the history names', () => {
    expect(
      rewritePast(
        present,
        [{ ref: 'group:default/a', from: beginningOfTime, to: monday }],
        monday,
        concerns,
      ),
    ).toEqual([
      { ref: 'group:default/a', from: beginningOfTime, to: monday },
      { ref: 'org', from: beginningOfTime },
      { ref: 'group:default/b', from: monday },
    ]);
  });

  it('joins spans that touch', () => {
    expect(
      rewritePast(
        present,
        [
          { ref: 'group:default/b', from: beginningOfTime, to: '2026-05-01' },
          { ref: 'group:default/b', from: '2026-05-01', to: monday },
        ],
        monday,
        concerns,
      ),
    ).toEqual(present);
  });

  it('leaves what is known after the history as it is', () => {
    const known = [
      { ref: 'x', from: '2026-01-01', to: '2026-03-01' },
      { ref: 'y', from: '2026-03-01', to: '2026-06-01' },
      { ref: 'z', from: '2026-06-01' },
    ];
    expect(
      rewritePast(
        known,
        [{ ref: 'w', from: beginningOfTime, to: '2026-04-01' }],
        '2026-04-01',
        () => true,
      ),
    ).toEqual([
      { ref: 'w', from: beginningOfTime, to: '2026-04-01' },
      { ref: 'y', from: '2026-04-01', to: '2026-06-01' },
      { ref: 'z', from: '2026-06-01' },
    ]);
  });
});
