import fc from 'fast-check';
import {
  type CheckVerdict,
  type VerdictState,
  verdictStates,
} from './checkVerdict';
import { stepVerdict } from './stepVerdict';

const check = { id: 'lead-time', confirmations: 3 };
const found = (state: VerdictState, value: number | null = null) => ({
  state,
  value,
  detail: null,
});
/** What is kept after evaluations, one each second from 1 on. */
function after(
  states: VerdictState[],
  confirmations = check.confirmations,
): CheckVerdict {
  return states.reduce<CheckVerdict | null>(
    (kept, state, at) =>
      stepVerdict(kept, found(state, at), {
        check: { ...check, confirmations },
        now: (at + 1) * 1_000,
      }),
    null,
  )!;
}

describe('stepVerdict', () => {
  it('changes a judgement only after it was found so many times in a row', () => {
    expect(after(['passed', 'failed', 'failed'])).toMatchObject({
      state: 'passed',
      since: 1_000,
      value: 2,
      pending: { state: 'failed', times: 2, at: 3_000 },
    });
    expect(after(['passed', 'failed', 'failed', 'failed'])).toMatchObject({
      state: 'failed',
      since: 4_000,
      standing: 'failed',
      pending: null,
    });
    expect(
      after(['passed', 'failed', 'failed', 'passed', 'failed', 'failed']),
    ).toMatchObject({ state: 'passed', since: 1_000 });
    expect(after(['passed', 'failed'], 1)).toMatchObject({ state: 'failed' });
  });

  it('takes at once what is not found of the entity', () => {
    for (const state of [
      'not_applicable',
      'not_reported',
      'error',
      'exempt',
    ] as const) {
      expect(after(['passed', state])).toMatchObject({ state, since: 2_000 });
    }
  });

  it('keeps what stood while nothing can be found, and goes on from it', () => {
    expect(after(['passed', 'not_reported', 'error'])).toMatchObject({
      state: 'error',
      standing: 'passed',
    });
    expect(after(['passed', 'not_reported', 'failed'])).toMatchObject({
      state: 'passed',
      pending: { state: 'failed', times: 1 },
    });
    expect(after(['passed', 'not_applicable', 'not_reported'])).toMatchObject({
      standing: null,
    });
  });

  it('is confirmed by facts that were told since, and not by looking again', () => {
    const step = (
      kept: CheckVerdict | null,
      now: number,
      reportedAt: number,
      state: VerdictState = 'failed',
    ) => stepVerdict(kept, found(state), { check, now, reportedAt });
    const passed = step(null, 1_000, 1_000, 'passed');
    const once = step(passed, 2_000, 1_500);
    expect(once.pending).toEqual({ state: 'failed', times: 1, at: 2_000 });
    // A run that began before the first finding tells the same finding.
    expect(step(once, 5_000, 1_900)).toBe(once);
    const twice = step(once, 6_000, 5_500);
    expect(twice.pending).toMatchObject({ times: 2, at: 6_000 });
    expect(step(twice, 9_000, 8_000)).toMatchObject({ state: 'failed' });
  });

  it('fails at once when an exemption ends', () => {
    expect(after(['passed', 'exempt', 'failed'])).toMatchObject({
      state: 'failed',
      since: 3_000,
    });
  });

  it('writes nothing where nothing changed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...verdictStates), {
          minLength: 1,
          maxLength: 8,
        }),
        states => {
          // The last one long enough that nothing is pending.
          const last = states[states.length - 1];
          const kept = after([...states, last, last, last]);
          expect(
            stepVerdict(kept, found(kept.state, kept.value as number), {
              check,
              now: 99_000,
            }),
          ).toBe(kept);
        },
      ),
    );
  });
});
