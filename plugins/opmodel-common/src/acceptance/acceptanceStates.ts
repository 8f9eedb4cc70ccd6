import type { AcceptanceState } from '../client/AcceptanceApi';

/** What brings an acceptance into another state; `lapse` and `expire` are brought about by time. */
export type AcceptanceDeed =
  | 'approve'
  | 'deny'
  | 'withdraw'
  | 'lapse'
  | 'revoke'
  | 'expire';

const next: Record<
  AcceptanceState,
  Partial<Record<AcceptanceDeed, AcceptanceState>>
> = {
  requested: {
    approve: 'approved',
    deny: 'denied',
    withdraw: 'withdrawn',
    lapse: 'lapsed',
  },
  approved: { revoke: 'revoked', expire: 'expired' },
  denied: {},
  withdrawn: {},
  lapsed: {},
  revoked: {},
  expired: {},
};

/**
 * The state that a deed leads to; undefined where it cannot be done in this state. `approve` stands for the last approval that is
 * needed: those before it leave the state as it is.
 */
export function nextAcceptanceState(
  state: AcceptanceState,
  deed: AcceptanceDeed,
): AcceptanceState | undefined {
  return next[state][deed];
}

/** Whether nothing can become of it any more. */
export function isEndOfAcceptance(state: AcceptanceState): boolean {
  return Object.keys(next[state]).length === 0;
}

/**
 * What time alone makes of an acceptance on a day.
 *
 * @param dates - ISO days; until the end of each of them nothing happens
 * @param today - ISO day
 */
export function deedOfTime(
  state: AcceptanceState,
  dates: { decideBy: string; expiresOn: string | null },
  today: string,
): 'lapse' | 'expire' | undefined {
  if (state === 'requested' && dates.decideBy < today) {
    return 'lapse';
  }
  if (
    state === 'approved' &&
    dates.expiresOn !== null &&
    dates.expiresOn < today
  ) {
    return 'expire';
  }
  return undefined;
}
