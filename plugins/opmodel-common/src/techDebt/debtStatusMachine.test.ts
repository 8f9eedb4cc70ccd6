import fc from 'fast-check';
import { changeDebtStatus, type DebtStatusChange } from './changeDebtStatus';
import { type DebtStatus, debtStatuses } from './debtItem';
import {
  type DebtDeed,
  debtDeeds,
  debtDeedsOfPeople,
  debtDeedTo,
  isEndedDebt,
  isOpenDebt,
  needOfDebtDeed,
  nextDebtStatus,
  standingDebtStatuses,
} from './debtStatusMachine';

const anyStatus = fc.constantFrom(...debtStatuses);
const anyDeed = fc.constantFrom(...debtDeeds);
const anyChange: fc.Arbitrary<DebtStatusChange> = fc.record(
  {
    deed: anyDeed,
    at: fc.nat(),
    resolution: fc.constantFrom(null, '', '  ', 'Moved to the new client'),
    acceptance: fc.record({
      state: fc.constantFrom('approved', 'expired', 'revoked'),
      approvedBy: fc.constant('user:default/ada'),
      expiresOn: fc.constantFrom(null, '2026-12-31'),
    }),
  },
  { requiredKeys: ['deed', 'at'] },
);

/** Every status that an item comes to by these changes, the first included. */
function standingsAfter(from: DebtStatus, changes: DebtStatusChange[]) {
  const standings = [
    {
      status: from,
      statusSince: 0,
      resolvedAt: null as number | null,
      resolution: null as string | null,
      acceptedUntil: null as string | null,
      acceptedBy: null as string | null,
    },
  ];
  for (const change of changes) {
    const outcome = changeDebtStatus(standings.at(-1)!, change);
    if (outcome.done) {
      standings.push(outcome.standing);
    }
  }
  return standings;
}

describe('the statuses of a debt item', () => {
  it('are reached each from an open one, and lead back to it', () => {
    const reach = (from: DebtStatus) => {
      const reached = new Set([from]);
      for (const status of reached) {
        for (const deed of debtDeeds) {
          reached.add(nextDebtStatus(status, deed) ?? status);
        }
      }
      return reached;
    };
    for (const status of debtStatuses) {
      expect([...reach(status)].sort()).toEqual([...debtStatuses].sort());
    }
  });

  it('never lead to themselves', () => {
    fc.assert(
      fc.property(anyStatus, anyDeed, (status, deed) => {
        expect(nextDebtStatus(status, deed)).not.toBe(status);
      }),
    );
  });

  it('are left by ended items through reopening alone', () => {
    for (const status of debtStatuses.filter(isEndedDebt)) {
      expect(
        debtDeeds.filter(deed => nextDebtStatus(status, deed) !== undefined),
      ).toEqual(['reopen']);
      expect(nextDebtStatus(status, 'reopen')).toBe('open');
    }
    expect(
      debtStatuses.filter(
        status => nextDebtStatus(status, 'reopen') !== undefined,
      ),
    ).toEqual(['resolved', 'wont_fix']);
  });

  it('are open, accepted or ended, and one of them alone', () => {
    expect(debtStatuses.filter(isOpenDebt)).toEqual([
      'open',
      'planned',
      'in_progress',
    ]);
    expect(debtStatuses.filter(isEndedDebt)).toEqual(['resolved', 'wont_fix']);
    expect(standingDebtStatuses).toEqual([
      'open',
      'planned',
      'in_progress',
      'accepted',
    ]);
  });

  it('are accepted by an approval alone, and reopened when it is over', () => {
    const leadingTo = (status: DebtStatus) =>
      debtStatuses.flatMap(from =>
        debtDeeds.filter(deed => nextDebtStatus(from, deed) === status),
      );
    expect(new Set(leadingTo('accepted'))).toEqual(new Set(['accept']));
    expect(needOfDebtDeed('accept')).toBe('acceptance_in_force');
    for (const deed of ['expire_acceptance', 'revoke_acceptance'] as const) {
      expect(nextDebtStatus('accepted', deed)).toBe('open');
      expect(needOfDebtDeed(deed)).toBe('acceptance_over');
    }
  });

  it('give people what a board needs, and no way past an acceptance', () => {
    expect(debtDeedsOfPeople('open')).toEqual([
      'plan',
      'start',
      'resolve',
      'give_up',
    ]);
    expect(debtDeedsOfPeople('accepted')).toEqual(['resolve', 'give_up']);
    expect(debtDeedTo('in_progress', 'planned')).toBe('plan');
    expect(debtDeedTo('planned', 'open')).toBe('put_back');
    expect(debtDeedTo('resolved', 'open')).toBe('reopen');
    expect(debtDeedTo('accepted', 'open')).toBeUndefined();
    expect(debtDeedTo('open', 'accepted')).toBeUndefined();
    expect(debtDeedTo('resolved', 'planned')).toBeUndefined();
    expect(debtDeedTo('open', 'open')).toBeUndefined();
  });
});

describe('changeDebtStatus', () => {
  it('goes where the machine leads, or says why not', () => {
    fc.assert(
      fc.property(anyStatus, anyChange, (status, change) => {
        const outcome = changeDebtStatus({ status }, change);
        const to = nextDebtStatus(status, change.deed);
        const reached = outcome.done ? outcome.standing.status : undefined;
        const isRefused = !outcome.done && outcome.why === 'not_from_here';
        expect(reached === undefined || reached === to).toBe(true);
        expect(isRefused).toBe(to === undefined);
      }),
    );
  });

  it('keeps a resolution with ended items and an acceptance with accepted ones, and with no others', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 20 }), changes => {
        for (const standing of standingsAfter('open', changes)) {
          const hasEnded = isEndedDebt(standing.status);
          expect(standing.resolvedAt !== null).toBe(hasEnded);
          expect(Boolean(standing.resolution)).toBe(hasEnded);
          const isAccepted = standing.status === 'accepted';
          expect(standing.acceptedUntil !== null).toBe(isAccepted);
          expect(standing.acceptedBy !== null).toBe(isAccepted);
        }
      }),
    );
  });

  it.each<[DebtStatus, DebtDeed, Partial<DebtStatusChange>, string]>([
    ['open', 'resolve', {}, 'resolution'],
    ['open', 'give_up', { resolution: ' ' }, 'resolution'],
    ['open', 'accept', {}, 'acceptance_in_force'],
    [
      'planned',
      'accept',
      {
        acceptance: {
          state: 'approved',
          approvedBy: 'user:default/ada',
          expiresOn: null,
        },
      },
      'acceptance_in_force',
    ],
    ['accepted', 'expire_acceptance', {}, 'acceptance_over'],
    [
      'accepted',
      'expire_acceptance',
      {
        acceptance: {
          state: 'revoked',
          approvedBy: 'user:default/ada',
          expiresOn: '2026-12-31',
        },
      },
      'acceptance_over',
    ],
  ])('does not let an item that is %s %s', (status, deed, given, need) => {
    expect(changeDebtStatus({ status }, { deed, at: 5, ...given })).toEqual({
      done: false,
      why: 'needs',
      need,
    });
  });

  it('keeps until when and by whom an item is accepted, and forgets it when that is over', () => {
    const acceptance = {
      state: 'approved' as const,
      approvedBy: 'user:default/ada',
      expiresOn: '2026-12-31',
    };
    expect(
      changeDebtStatus(
        { status: 'in_progress' },
        { deed: 'accept', at: 5, acceptance },
      ),
    ).toEqual({
      done: true,
      standing: {
        status: 'accepted',
        statusSince: 5,
        resolvedAt: null,
        resolution: null,
        acceptedUntil: '2026-12-31',
        acceptedBy: 'user:default/ada',
      },
    });
    expect(
      changeDebtStatus(
        { status: 'accepted' },
        {
          deed: 'expire_acceptance',
          at: 9,
          acceptance: { ...acceptance, state: 'expired' },
        },
      ),
    ).toMatchObject({
      standing: { status: 'open', statusSince: 9, acceptedBy: null },
    });
  });
});
