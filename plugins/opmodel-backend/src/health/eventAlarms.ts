import type { AlarmRules } from './AlarmRule';
import { ageOf, plural } from './alarmTexts';
import { describeAge } from './describeAge';

/** Alarms of events and of what is computed from them. */
export const eventAlarms: AlarmRules<
  'events-unmapped' | 'events-rejected' | 'calculation-lagging'
> = {
  'events-unmapped': (
    { intake: { applied, unmapped } },
    { thresholds: { unmappedShare } },
  ) =>
    unmapped > 0 && unmapped > (applied + unmapped) * unmappedShare
      ? [
          {
            severity: 'attention',
            subject: null,
            message: `${plural(
              unmapped,
              'event waits',
              'events wait',
            )} for an entity, ${Math.round(
              (100 * unmapped) / (applied + unmapped),
            )} % of all`,
            remedy:
              'Start with the most frequent reason: annotate the entity that it names, or let the sender name an entity of the catalog.',
            since: null,
          },
        ]
      : [],

  'events-rejected': ({ intake: { rejectedLastDay } }) =>
    rejectedLastDay > 0
      ? [
          {
            severity: 'attention',
            subject: null,
            message: `${plural(
              rejectedLastDay,
              'event was',
              'events were',
            )} rejected within the last day`,
            remedy:
              'Tell the producers of the most frequent reasons what was expected; rejected events are not stored and have to be sent again.',
            since: null,
          },
        ]
      : [],

  'calculation-lagging': (
    { intake: { recalculationsWaiting, oldestRecalculationAt } },
    { now, thresholds: { calculationLagAfter } },
  ) =>
    ageOf(oldestRecalculationAt, now) > calculationLagAfter
      ? [
          {
            severity:
              ageOf(oldestRecalculationAt, now) > 6 * calculationLagAfter
                ? 'bad'
                : 'attention',
            subject: null,
            message: `The numbers of ${plural(
              recalculationsWaiting,
              'entity wait',
              'entities wait',
            )} to be computed, the oldest for ${describeAge(
              ageOf(oldestRecalculationAt, now),
            )}`,
            remedy:
              'After a large import just wait; else look in the log for the entity whose calculation fails, and give the backend another replica when it is too slow.',
            since: oldestRecalculationAt,
          },
        ]
      : [],
};
