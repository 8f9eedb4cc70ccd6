import fc from 'fast-check';
import { addDays } from '../calendar/days';
import type { AcceptanceState } from '../client/AcceptanceApi';
import { acceptanceDates, ordinaryMaximumDays } from './acceptanceDates';
import {
  type AcceptanceDeed,
  deedOfTime,
  isEndOfAcceptance,
  nextAcceptanceState,
} from './acceptanceStates';
import { bestAgreement, countAgreedSets, isAgreed } from './agreement';
import { whoDecides } from './whoDecides';

const deeds: AcceptanceDeed[] = [
  'approve',
  'deny',
  'withdraw',
  'lapse',
  'revoke',
  'expire',
];
const anyDeeds = fc.array(fc.constantFrom(...deeds), { maxLength: 12 });
const days = { maximumDays: 180, decideDays: 14 };
const anyDay = fc
  .integer({ min: -400, max: 400 })
  .map(n => new Date(Date.UTC(2026, 5, 15) + n * 86_400_000))
  .map(date => date.toISOString().slice(0, 10));

/** The states of a request to which this is done, as far as it can be. */
function statesAfter(done: AcceptanceDeed[]): AcceptanceState[] {
  const states: AcceptanceState[] = ['requested'];
  for (const deed of done) {
    const state = nextAcceptanceState(states.at(-1)!, deed);
    if (state) {
      states.push(state);
    }
  }
  return states;
}

describe('the states of an acceptance', () => {
  it('leave no end, and come to none twice', () => {
    fc.assert(
      fc.property(anyDeeds, done => {
        const states = statesAfter(done);
        expect(states.slice(0, -1).filter(isEndOfAcceptance)).toEqual([]);
        expect(new Set(states).size).toBe(states.length);
      }),
    );
  });

  it('reach what only an approval leads to through an approval alone', () => {
    fc.assert(
      fc.property(anyDeeds, done => {
        const states = statesAfter(done);
        const needsApproval = states.some(state =>
          ['revoked', 'expired'].includes(state),
        );
        expect(states.includes('approved') || !needsApproval).toBe(true);
        expect(done.includes('approve') || !states.includes('approved')).toBe(
          true,
        );
      }),
    );
  });

  it('end by time on the day after the last, and only where that can be done', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<AcceptanceState>(...statesAfter(['approve']), 'denied'),
        anyDay,
        fc.option(anyDay),
        anyDay,
        (state, decideBy, expiresOn, today) => {
          const deed = deedOfTime(state, { decideBy, expiresOn }, today);
          const last = state === 'requested' ? decideBy : expiresOn;
          const isOver = state !== 'denied' && last !== null && last < today;
          expect(deed !== undefined).toBe(isOver);
          const then = deed && nextAcceptanceState(state, deed);
          expect(then ? isEndOfAcceptance(then) : !isOver).toBe(true);
        },
      ),
    );
  });
});

describe('the days of an acceptance', () => {
  it('are as many as the risk allows where none is asked for', () => {
    const lasts = Object.values(ordinaryMaximumDays).map(
      maximumDays =>
        acceptanceDates(undefined, '2026-11-22', { ...days, maximumDays })
          .expiresOn,
    );
    expect(lasts).toEqual([
      '2027-05-21',
      '2027-02-20',
      '2026-12-22',
      '2026-12-06',
    ]);
  });

  /** The days, or why there are none. */
  function attempt(
    ...given: Parameters<typeof acceptanceDates>
  ): ReturnType<typeof acceptanceDates> | RangeError {
    try {
      return acceptanceDates(...given);
    } catch (error) {
      return error as RangeError;
    }
  }

  it('lie within what is allowed, and the decision no later than the end', () => {
    fc.assert(
      fc.property(
        fc.option(anyDay),
        anyDay,
        fc.integer({ min: 1, max: 400 }),
        (asked, today, maximumDays) => {
          const dates = attempt(asked, today, { ...days, maximumDays });
          const latest = addDays(today, maximumDays);
          const isAllowed =
            asked === null || (asked >= today && asked <= latest);
          expect(dates instanceof RangeError).toBe(!isAllowed);
          const decideBy = addDays(today, days.decideDays);
          const told =
            dates instanceof RangeError
              ? dates.message.includes(`from ${today} to ${latest}`)
              : dates.expiresOn === asked &&
                dates.decideBy ===
                  (asked !== null && asked < decideBy ? asked : decideBy);
          expect(told).toBe(true);
        },
      ),
    );
  });

  it('end neither before today nor beyond the greatest number of days', () => {
    for (const [asked, taken] of [
      ['2026-11-21', false],
      ['2026-11-22', true],
      ['2027-05-21', true],
      ['2027-05-22', false],
    ] as const) {
      const dates = attempt(asked, '2026-11-22', days);
      expect([asked, !(dates instanceof RangeError)]).toEqual([asked, taken]);
    }
  });
});

describe('whoever decides', () => {
  const groups = ['group:a', 'group:b', 'group:c'];
  const people = ['user:ada', 'user:bo'];
  const anyRefs = fc.subarray(groups);

  it('is one of the approvers, never who asked, and once', () => {
    fc.assert(
      fc.property(
        fc.subarray([...groups, ...people]),
        fc.constantFrom(...people),
        fc.subarray(people),
        fc.constantFrom(...people),
        anyRefs,
        (approverRefs, requestedBy, decidedBy, ref, refs) => {
          const role = whoDecides(
            {
              approvers: approverRefs.map(of => ({
                ref: of,
                belowRefs: [],
                exceptRefs: [],
              })),
              requestedBy,
              decidedBy,
            },
            { ref, refs: new Set([ref, ...refs]) },
          );
          const isApprover = approverRefs.some(
            approver => approver === ref || refs.includes(approver),
          );
          expect(role.decides).toBe(
            isApprover && ref !== requestedBy && !decidedBy.includes(ref),
          );
          const asRefs = role.decides ? role.asRefs : [];
          expect(asRefs.length > 0).toBe(role.decides);
          expect(approverRefs).toEqual(expect.arrayContaining([...asRefs]));
          expect([ref, ...refs]).toEqual(expect.arrayContaining([...asRefs]));
        },
      ),
    );
  });
});

describe('an agreement', () => {
  const anyRef = fc.constantFrom('a', 'b', 'c', 'd');
  const anySets = fc.array(fc.uniqueArray(anyRef, { minLength: 1 }), {
    maxLength: 4,
  });
  const anyApprovals = fc.array(anyRef, { maxLength: 4 });

  /** The same by trying everything. */
  function countByTrying(sets: string[][], approvals: string[]): number {
    if (sets.length === 0) {
      return 0;
    }
    const [first, ...rest] = sets;
    return Math.max(
      countByTrying(rest, approvals),
      ...approvals.flatMap((ref, at) =>
        first.includes(ref)
          ? 1 + countByTrying(rest, approvals.toSpliced(at, 1))
          : [],
      ),
    );
  }

  it('gives as many sets as can be to different people', () => {
    fc.assert(
      fc.property(anySets, anyApprovals, (sets, approvals) => {
        expect(countAgreedSets(sets, approvals)).toBe(
          countByTrying(sets, approvals),
        );
      }),
    );
  });

  it('takes each approval that helps, and then is reached with no more than are needed', () => {
    fc.assert(
      fc.property(
        anySets,
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.uniqueArray(anyRef, { minLength: 1 }), { maxLength: 12 }),
        (sets, least, people) => {
          const rule = {
            approvalsNeeded: Math.max(least, sets.length),
            eachOf: sets,
          };
          const approvedAs: string[] = [];
          for (const refs of people) {
            const asRef = bestAgreement(rule, approvedAs, refs);
            if (asRef !== undefined) {
              approvedAs.push(asRef);
            }
          }
          expect(approvedAs.length).toBeLessThanOrEqual(rule.approvalsNeeded);
          expect(isAgreed(rule, approvedAs)).toBe(
            approvedAs.length === rule.approvalsNeeded,
          );
        },
      ),
    );
  });

  it('takes two people where two sets name the same group', () => {
    const rule = { approvalsNeeded: 2, eachOf: [['a', 'b'], ['b']] };
    expect(isAgreed(rule, ['b'])).toBe(false);
    expect(isAgreed(rule, ['a', 'a'])).toBe(false);
    expect(isAgreed(rule, ['b', 'b'])).toBe(true);
    expect(isAgreed(rule, ['b', 'a'])).toBe(true);
  });

  it('takes any of the approvers where no sets are told apart', () => {
    const rule = { approvalsNeeded: 1, eachOf: null };
    expect(bestAgreement(rule, [], ['b', 'a'])).toBe('b');
    expect(isAgreed(rule, ['b'])).toBe(true);
    expect(isAgreed(rule, [])).toBe(false);
  });
});
