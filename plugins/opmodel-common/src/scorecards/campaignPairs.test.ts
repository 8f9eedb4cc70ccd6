import fc from 'fast-check';
import {
  countPairsOverTime,
  type PairHistory,
  pairStandingOf,
  replayPair,
  standingAt,
} from './campaignPairs';
import type { VerdictState } from './checkVerdict';

const history = (part: Partial<PairHistory>): PairHistory => ({
  firstAt: 10,
  state: 'passed',
  last: null,
  changes: [],
  ...part,
});

describe('pairStandingOf', () => {
  it.each([
    ['passed', null, 'met'],
    ['warning', null, 'met'],
    ['failed', null, 'open'],
    ['exempt', 'failed', 'exempt'],
    ['not_reported', null, 'unknown'],
    ['not_reported', 'failed', 'open'],
    ['error', 'warning', 'met'],
    ['not_applicable', 'failed', null],
    [null, null, null],
  ] as const)('%s after %s is %s', (state, last, standing) => {
    expect(pairStandingOf(state, last)).toBe(standing);
  });
});

describe('replayPair', () => {
  it('knows a pair that never changed from its first evaluation on', () => {
    expect(
      replayPair(history({ state: 'not_reported', last: 'failed' })),
    ).toEqual([{ from: 10, standing: 'open' }]);
  });

  it('lets what was found last stand while nothing can be found', () => {
    expect(
      replayPair(
        history({
          state: 'passed',
          changes: [
            { at: 20, before: 'failed', after: 'not_reported' },
            { at: 30, before: 'not_reported', after: 'exempt' },
            { at: 40, before: 'exempt', after: 'error' },
            { at: 50, before: 'error', after: 'passed' },
          ],
        }),
      ),
    ).toEqual([
      { from: 10, standing: 'open' },
      { from: 20, standing: 'open' },
      { from: 30, standing: 'exempt' },
      { from: 40, standing: 'open' },
      { from: 50, standing: 'met' },
    ]);
  });

  it('does not know what stood before the first change that is kept', () => {
    expect(
      replayPair(
        history({
          state: 'error',
          last: 'passed',
          changes: [
            { at: 20, before: 'not_reported', after: 'not_applicable' },
            { at: 30, before: 'not_applicable', after: 'error' },
          ],
        }),
      ),
    ).toEqual([
      { from: 10, standing: 'unknown' },
      { from: 20, standing: null },
      { from: 30, standing: 'met' },
    ]);
  });
});

describe('standingAt', () => {
  it('is what stood last', () => {
    const spans = replayPair(
      history({ changes: [{ at: 30, before: 'failed', after: 'passed' }] }),
    );
    expect([9, 10, 29, 30].map(at => standingAt(spans, at))).toEqual([
      null,
      'open',
      'open',
      'met',
    ]);
  });
});

describe('countPairsOverTime', () => {
  it('counts at each moment what stood then, a change at the moment itself included', () => {
    const pairs = [
      replayPair(
        history({
          changes: [{ at: 30, before: 'failed', after: 'passed' }],
        }),
      ),
      replayPair(history({ firstAt: 20, state: 'exempt' })),
      replayPair(history({ firstAt: 20, state: 'not_applicable' })),
    ];
    expect(countPairsOverTime(pairs, [5, 10, 20, 29, 30])).toEqual([
      null,
      { open: 1, met: 0, exempt: 0, unknown: 0 },
      { open: 1, met: 0, exempt: 1, unknown: 0 },
      { open: 1, met: 0, exempt: 1, unknown: 0 },
      { open: 0, met: 1, exempt: 1, unknown: 0 },
    ]);
  });

  it('counts what each pair says by itself', () => {
    const state = fc.constantFrom<VerdictState | null>(
      'passed',
      'failed',
      'exempt',
      'not_reported',
      'not_applicable',
      null,
    );
    const pair = fc
      .tuple(
        fc.integer({ min: 0, max: 40 }),
        fc.array(state, { minLength: 1, maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 20 }), {
          minLength: 5,
          maxLength: 5,
        }),
      )
      .map(([firstAt, states, gaps]) => {
        let at = firstAt;
        return replayPair({
          firstAt,
          state: states[states.length - 1],
          last: null,
          changes: states.slice(1).map((after, index) => {
            at += gaps[index];
            return { at, before: states[index], after };
          }),
        });
      });
    fc.assert(
      fc.property(
        fc.array(pair, { maxLength: 8 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 150 }), { maxLength: 6 }),
        (pairs, days) => {
          const instants = [...days].sort((a, b) => a - b);
          const expected = instants.map(now => {
            const standing = pairs.flatMap(spans => {
              const span = [...spans].reverse().find(({ from }) => from <= now);
              return span ? [span.standing] : [];
            });
            const count = (one: string) =>
              standing.filter(each => each === one).length;
            return standing.length === 0
              ? null
              : {
                  open: count('open'),
                  met: count('met'),
                  exempt: count('exempt'),
                  unknown: count('unknown'),
                };
          });
          expect(countPairsOverTime(pairs, instants)).toEqual(expected);
        },
      ),
    );
  });
});
