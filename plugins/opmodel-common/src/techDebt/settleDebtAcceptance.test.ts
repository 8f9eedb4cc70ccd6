import fc from 'fast-check';
import type { DebtStanding } from './changeDebtStatus';
import { debtStatuses, type DebtStatus } from './debtItem';
import { isEndedDebt } from './debtStatusMachine';
import {
  type HeldDebtAcceptance,
  settleDebtAcceptance,
} from './settleDebtAcceptance';

const ada = 'user:default/ada';
const now = { at: 5_000, today: '2026-12-02' };

const standingOf = (
  status: DebtStatus,
  rest: Partial<DebtStanding> = {},
): DebtStanding => ({
  status,
  statusSince: 1_000,
  resolvedAt: isEndedDebt(status) ? 1_000 : null,
  resolution: isEndedDebt(status) ? 'Paid' : null,
  acceptedUntil: status === 'accepted' ? '2026-12-31' : null,
  acceptedBy: status === 'accepted' ? ada : null,
  ...rest,
});
const until = (expiresOn: string, approvedBy: string | null = ada) => ({
  expiresOn,
  approvedBy,
});

const anyDay = fc.constantFrom('2026-12-02', '2026-12-31', '2027-03-01');
const anyHeld: fc.Arbitrary<HeldDebtAcceptance[]> = fc.array(
  fc.record({
    expiresOn: anyDay,
    approvedBy: fc.constantFrom(ada, 'user:default/bo', null),
  }),
  { maxLength: 3 },
);
const anyStanding = fc
  .tuple(fc.constantFrom(...debtStatuses), fc.constantFrom('2026-11-30', null))
  .map(([status, acceptedUntil]) =>
    standingOf(status, status === 'accepted' ? { acceptedUntil } : {}),
  );

describe('where an item stands by its acceptances', () => {
  it.each(['open', 'planned', 'in_progress'] as const)(
    'is accepted as soon as one is in force, where it was %s',
    status => {
      expect(
        settleDebtAcceptance(standingOf(status), [until('2026-12-20')], now),
      ).toEqual({
        status: 'accepted',
        statusSince: 5_000,
        resolvedAt: null,
        resolution: null,
        acceptedUntil: '2026-12-20',
        acceptedBy: ada,
      });
    },
  );

  it('lasts as long as the longest of them, and does not begin anew with the next one', () => {
    const standing = standingOf('accepted');
    expect(
      settleDebtAcceptance(
        standing,
        [until('2026-12-31'), until('2027-02-01', null), until('2026-12-05')],
        now,
      ),
    ).toEqual({
      ...standing,
      acceptedUntil: '2027-02-01',
      acceptedBy: null,
    });
  });

  it.each([
    ['ran out', '2026-12-01'],
    ['was revoked', '2026-12-02'],
    ['is not known', null],
  ])('is to be paid again where what held it %s', (_why, acceptedUntil) => {
    expect(
      settleDebtAcceptance(standingOf('accepted', { acceptedUntil }), [], now),
    ).toEqual(standingOf('open', { statusSince: 5_000 }));
  });

  it('is accepted exactly where something holds, unless it has ended', () => {
    fc.assert(
      fc.property(anyStanding, anyHeld, (standing, held) => {
        const after = settleDebtAcceptance(standing, held, now) ?? standing;
        expect(after.status === 'accepted').toBe(
          held.length > 0 && !isEndedDebt(standing.status),
        );
        expect(after.acceptedUntil === null).toBe(after.status !== 'accepted');
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyStanding, anyHeld, (standing, held) => {
        const after = settleDebtAcceptance(standing, held, now) ?? standing;
        expect(
          settleDebtAcceptance(after, held, { ...now, at: 9_000 }),
        ).toBeUndefined();
      }),
    );
  });
});
