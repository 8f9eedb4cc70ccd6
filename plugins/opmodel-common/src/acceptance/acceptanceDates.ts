import { addDays } from '../calendar/days';
import type { RiskLevel } from '../client/AcceptanceApi';

/** For how long something may be accepted at most, in days, where nothing else is configured. */
export const ordinaryMaximumDays: Readonly<Record<RiskLevel, number>> = {
  low: 180,
  medium: 90,
  high: 30,
  critical: 14,
};

/** Days within which a request is to be decided, where nothing else is configured. */
export const ordinaryDecideDays = 14;

/** Until when something is accepted, and until when that is decided. ISO days, both included. */
export interface AcceptanceDates {
  expiresOn: string | null;
  decideBy: string;
}

/**
 * The days of a request that is made today. What would have ended before anybody decides cannot be decided any more, so the
 * decision is due by then.
 *
 * @param asked - ISO day, not before today; null: it does not end; undefined: as late as `maximumDays` lets it
 * @throws RangeError that says which days there are
 */
export function acceptanceDates(
  asked: string | null | undefined,
  today: string,
  { maximumDays, decideDays }: { maximumDays: number; decideDays: number },
): AcceptanceDates {
  const decideBy = addDays(today, decideDays);
  if (asked === null) {
    return { expiresOn: null, decideBy };
  }
  const latest = addDays(today, maximumDays);
  const expiresOn = asked ?? latest;
  if (expiresOn < today || expiresOn > latest) {
    throw new RangeError(
      `must be a day from ${today} to ${latest}, which is ${maximumDays} days from now, got '${expiresOn}'`,
    );
  }
  return { expiresOn, decideBy: expiresOn < decideBy ? expiresOn : decideBy };
}
