/** An alert stays on until the burn is below this share of its threshold, so that it does not flicker around it. */
const RELEASE_SHARE = 0.9;

/** When an alert fires, and when it ends. */
export interface BurnAlertRule {
  /** Burn rate from which it holds. */
  threshold: number;
  /** `gt`: the threshold itself is not enough. */
  operator: 'gte' | 'gt';
  /** For how long it has to hold before it fires. Seconds. */
  forSeconds: number;
  /** For how long it has to be over before it ends. Seconds. */
  resolveAfterSeconds: number;
  /** With fewer events in the long window it does not hold. */
  minimumEvents: number;
  /** False: it does not fire on a burn. Absent: it does. */
  alertWhenBreaching?: boolean;
  /** Whether it fires as well when nothing is measured for {@link noDataAfterSeconds}. */
  alertWhenNoData: boolean;
  /** Seconds. */
  noDataAfterSeconds: number;
}

/** What is measured at a moment. */
export interface BurnReading {
  /** Burn rate over the long window; null: nothing of it was measured. 0 where it was, and nothing happened. */
  long: number | null;
  /** The same of the short window. An alert on one window gives the same for both. */
  short: number | null;
  /** Events in the long window. */
  events: number;
}

/** What is known of an alert. */
export interface BurnAlertState {
  /**
   * `pending`: it holds, but not for long enough yet. `resolving`: it is over, but not for long enough yet. `no_data`: nothing is
   * measured, and it did not fire before.
   */
  state: 'ok' | 'pending' | 'firing' | 'resolving' | 'no_data';
  /** Since when it is in that state, epoch milliseconds. */
  since: number;
  /** When it last began to fire, while it fires or resolves; with the alert it names the episode. Null otherwise. */
  firedAt: number | null;
  /** What made it fire; null while it does not. */
  cause: 'burn' | 'no_data' | null;
  /** Since when nothing is measured; null: something is. */
  noDataSince: number | null;
  /** The last moment that was looked at, epoch milliseconds. */
  evaluatedAt: number;
}

/** An alert of which nothing is known yet. */
export function firstBurnAlertState(now: number): BurnAlertState {
  return {
    state: 'ok',
    since: now,
    firedAt: null,
    cause: null,
    noDataSince: null,
    evaluatedAt: now - 1,
  };
}

/**
 * What becomes of an alert at a moment.
 *
 * Missing data neither fires an alert, unless that is asked for, nor ends one. A moment that was looked at before changes nothing,
 * so that an evaluation can be repeated after a restart, and two that run at once agree.
 *
 * @param now - epoch milliseconds
 */
export function stepBurnAlert(
  previous: BurnAlertState,
  reading: BurnReading,
  now: number,
  rule: BurnAlertRule,
): BurnAlertState {
  if (now <= previous.evaluatedAt) {
    return previous;
  }
  const next =
    reading.long === null || reading.short === null
      ? withoutData(previous, now, rule)
      : withData(previous, reading.long, reading.short, {
          now,
          rule,
          events: reading.events,
        });
  return { ...next, evaluatedAt: now };
}

/** What a step brought about that people are told of; null: nothing. */
export function burnAlertTransition(
  previous: BurnAlertState,
  next: BurnAlertState,
): 'fired' | 'resolved' | null {
  if (next.firedAt === previous.firedAt) {
    return null;
  }
  return next.firedAt === null ? 'resolved' : 'fired';
}

function withData(
  previous: BurnAlertState,
  long: number,
  short: number,
  { now, rule, events }: { now: number; rule: BurnAlertRule; events: number },
): BurnAlertState {
  const lower = Math.min(long, short);
  const isHolding =
    rule.alertWhenBreaching !== false &&
    events >= rule.minimumEvents &&
    (rule.operator === 'gt' ? lower > rule.threshold : lower >= rule.threshold);
  const known = { ...previous, noDataSince: null };

  if (isFiring(previous)) {
    if (isHolding || (previous.cause === 'burn' && isHeld(lower, rule))) {
      return enter({ ...known, cause: 'burn' }, 'firing', now);
    }
    const resolving = enter(known, 'resolving', now);
    return isPast(resolving.since, rule.resolveAfterSeconds, now)
      ? enter({ ...resolving, firedAt: null, cause: null }, 'ok', now)
      : resolving;
  }
  if (!isHolding) {
    return enter(known, 'ok', now);
  }
  const pending = enter(known, 'pending', now);
  return isPast(pending.since, rule.forSeconds, now)
    ? enter({ ...pending, firedAt: now, cause: 'burn' }, 'firing', now)
    : pending;
}

function withoutData(
  previous: BurnAlertState,
  now: number,
  rule: BurnAlertRule,
): BurnAlertState {
  const noDataSince = previous.noDataSince ?? now;
  const known = { ...previous, noDataSince };
  if (isFiring(previous)) {
    return known;
  }
  const missing = enter(known, 'no_data', now);
  return rule.alertWhenNoData &&
    isPast(noDataSince, rule.noDataAfterSeconds, now)
    ? enter({ ...missing, firedAt: now, cause: 'no_data' }, 'firing', now)
    : missing;
}

function isFiring({ state }: BurnAlertState): boolean {
  return state === 'firing' || state === 'resolving';
}

function isHeld(burn: number, { threshold }: BurnAlertRule): boolean {
  return threshold > 0 && burn >= threshold * RELEASE_SHARE;
}

function isPast(since: number, seconds: number, now: number): boolean {
  return now - since >= seconds * 1_000;
}

function enter(
  alert: BurnAlertState,
  state: BurnAlertState['state'],
  now: number,
): BurnAlertState {
  return alert.state === state ? alert : { ...alert, state, since: now };
}
