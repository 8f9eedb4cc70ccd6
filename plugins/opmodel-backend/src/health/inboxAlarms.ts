import type { AlarmRules } from './AlarmRule';
import { ageOf, plural } from './alarmTexts';
import { describeAge } from './describeAge';

/** Alarms of the inbox and its sources. */
export const inboxAlarms: AlarmRules<
  'inbox-lagging' | 'inbox-set-aside' | 'source-without-reader'
> = {
  'inbox-lagging': (
    { inbox: { waiting, oldestWaitingAt } },
    { now, thresholds: { inboxLagAfter } },
  ) =>
    ageOf(oldestWaitingAt, now) > inboxLagAfter
      ? [
          {
            severity: 'attention',
            subject: null,
            message: `${plural(
              waiting,
              'webhook delivery waits',
              'webhook deliveries wait',
            )}, the oldest for ${describeAge(ageOf(oldestWaitingAt, now))}`,
            remedy:
              'See in the list of waiting deliveries why attempts fail, and in the log whether the task opmodel-inbox runs.',
            since: oldestWaitingAt,
          },
        ]
      : [],

  'inbox-set-aside': ({ inbox: { setAside, sources } }) => {
    const known = sources.map(({ id, setAside: count }) => ({
      subject: id as string | null,
      count,
    }));
    const rest =
      setAside - known.reduce((total, { count }) => total + count, 0);
    return [...known, { subject: null, count: rest }]
      .filter(({ count }) => count > 0)
      .map(({ subject, count }) => ({
        severity: 'attention',
        subject,
        message: `${plural(
          count,
          'webhook delivery was',
          'webhook deliveries were',
        )} set aside`,
        remedy:
          'Read the reason of each, mend its cause, and replay them; nothing is lost until retention deletes them.',
        since: null,
      }));
  },

  'source-without-reader': ({ inbox: { sources } }) =>
    sources
      .filter(({ readable }) => !readable)
      .map(({ id, type }) => ({
        severity: 'attention',
        subject: id,
        message: `No installed module reads deliveries of the type ${type}`,
        remedy: `Install the module for ${type}, or correct opmodel.intake.sources.${id}.type; then replay what was set aside.`,
        since: null,
      })),
};
