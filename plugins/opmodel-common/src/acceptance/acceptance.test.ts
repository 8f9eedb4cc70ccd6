import fc from 'fast-check';
import type { AcceptanceState } from '../client/AcceptanceApi';
import { acceptanceDates, ordinaryMaximumDays } from './acceptanceDates';
import {
  type AcceptanceDeed,
  deedOfTime,
  isEndOfAcceptance,
  nextAcceptanceState,
} from './acceptanceStates';
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
          if (deed) {
            const then = nextAcceptanceState(state, deed);
            expect(then && isEndOfAcceptance(then)).toBe(true);
          }
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

  it('lie within what is allowed, and the decision no later than the end', () => {
    fc.assert(
      fc.property(
        fc.option(anyDay),
        anyDay,
        fc.integer({ min: 1, max: 400 }),
        (asked, today, maximumDays) => {
          let dates;
          try {
            dates = acceptanceDates(asked, today, { ...days, maximumDays });
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
            expect((error as Error).message).toContain(`from ${today} to `);
            return;
          }
          const { expiresOn, decideBy } = dates;
          expect(expiresOn).toBe(asked);
          expect(decideBy > today).toBe(expiresOn !== today);
          expect(expiresOn === null || decideBy <= expiresOn).toBe(true);
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
      const attempt = () => acceptanceDates(asked, '2026-11-22', days);
      expect([asked, taken]).toEqual([
        asked,
        (() => {
          try {
            return attempt().expiresOn === asked;
          } catch {
            return false;
          }
        })(),
      ]);
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
            { approverRefs, requestedBy, decidedBy },
            { ref, refs: new Set([ref, ...refs]) },
          );
          const isApprover = approverRefs.some(
            approver => approver === ref || refs.includes(approver),
          );
          expect(role.decides).toBe(
            isApprover && ref !== requestedBy && !decidedBy.includes(ref),
          );
          if (role.decides) {
            expect(approverRefs).toContain(role.asRef);
            expect([ref, ...refs]).toContain(role.asRef);
          }
        },
      ),
    );
  });
});
