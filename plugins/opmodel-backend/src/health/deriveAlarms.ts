import type {
  EngineAlarm,
  EngineHealth,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { AlarmThresholds } from './alarmThresholds';
import { describeAge } from './describeAge';

/** What alarms follow from. */
export interface AlarmBasis extends Omit<EngineHealth, 'alarms'> {
  /** Retention rules that failed; instants as the API writes them. */
  retentionFailures: { id: string; error: string; since: string | null }[];
}

/** A kind of alarm: what makes it, and what is to be done. */
type AlarmRule = (
  basis: AlarmBasis,
  given: { now: number; thresholds: AlarmThresholds },
) => Omit<EngineAlarm, 'id'>[];

/** Runs of a collector that fail in a row before it needs somebody at once. */
const FAILURES_IN_A_ROW = 3;

const MINUTE = 60_000;

function ageOf(instant: string | null, now: number): number {
  return instant === null ? 0 : now - Date.parse(instant);
}

function plural(count: number, one: string, many: string = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** An error as part of a sentence. */
function brief(error: string | null): string {
  const [line] = (error ?? 'no reason was recorded').split('\n');
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

function isFailing({
  state,
  consecutiveFailures,
}: EngineHealth['collectors'][number]): boolean {
  return consecutiveFailures > 0 || state === 'failed';
}

const rules: Record<EngineAlarm['id'], AlarmRule> = {
  'snapshot-missing': (
    { snapshot: { lastCompleteAt, state, scans } },
    { now },
  ) =>
    lastCompleteAt === null &&
    (state === 'never' ||
      (state === 'running' &&
        ageOf(scans[0]?.startedAt ?? null, now) > 15 * MINUTE))
      ? [
          {
            severity: 'bad',
            subject: null,
            message: 'The catalog has never been read to its end',
            remedy:
              'Look for the task opmodel-catalog-snapshot in the log of the backend; without a scan no entity is known and no event finds one.',
            since: scans.at(-1)?.startedAt ?? null,
          },
        ]
      : [],

  'snapshot-stale': (
    { snapshot: { lastCompleteAt } },
    { now, thresholds: { snapshotStaleAfter } },
  ) =>
    ageOf(lastCompleteAt, now) > snapshotStaleAfter
      ? [
          {
            severity: 'bad',
            subject: null,
            message: `The catalog was last read to its end ${describeAge(
              ageOf(lastCompleteAt, now),
            )} ago`,
            remedy:
              'See whether scans fail or the task opmodel-catalog-snapshot does not run; what changed in the catalog since then, visibility included, is not known here.',
            since: lastCompleteAt,
          },
        ]
      : [],

  'snapshot-failed': ({
    snapshot: { state, error, scans, lastCompleteAt },
  }) => {
    const succeeded = scans.findIndex(scan => scan.state === 'complete');
    const failed = scans
      .slice(0, succeeded < 0 ? undefined : succeeded)
      .filter(scan => scan.state === 'failed');
    return state === 'failed'
      ? [
          {
            severity: lastCompleteAt === null ? 'bad' : 'attention',
            subject: null,
            message: `The last scan of the catalog failed: ${brief(error)}`,
            remedy:
              'Mend what the error names; the next scan begins by itself, and until then the snapshot stays as it was.',
            since: failed.at(-1)?.startedAt ?? null,
          },
        ]
      : [];
  },

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

  'collector-failing': ({ collectors }) =>
    collectors.filter(isFailing).map(collector => ({
      severity:
        collector.consecutiveFailures >= FAILURES_IN_A_ROW
          ? 'bad'
          : 'attention',
      subject: collector.id,
      message: `${collector.title} failed${
        collector.consecutiveFailures > 1
          ? ` ${collector.consecutiveFailures} times in a row`
          : ''
      }: ${brief(collector.error)}`,
      remedy:
        'Mend what the error names, such as a token or an address; the collector tries again by itself and goes on where it was.',
      since: collector.lastSuccessAt,
    })),

  'collector-stale': (
    { collectors },
    { now, thresholds: { collectorLagAfter } },
  ) =>
    collectors
      .filter(collector => !isFailing(collector))
      .map(collector => ({
        collector,
        age: Math.max(
          (collector.lagSeconds ?? 0) * 1000,
          ageOf(collector.lastSuccessAt, now),
        ),
      }))
      .filter(({ age }) => age > collectorLagAfter)
      .map(({ collector, age }) => ({
        severity: 'attention',
        subject: collector.id,
        message: `${
          collector.title
        } has read the outside system up to ${describeAge(age)} ago`,
        remedy:
          'Compare its schedule with how long its runs take and with what is left of its request budget; it catches up by itself when both allow.',
        since: new Date(now - age).toISOString(),
      })),

  'collector-problems': ({ collectors }) =>
    collectors
      .filter(({ problems }) => problems.length > 0)
      .map(({ id, title, problems, lastRunAt }) => ({
        severity: 'attention',
        subject: id,
        message: `${title} could not read ${plural(
          problems.length,
          'thing',
        )}, first ${brief(problems[0].subject)}: ${brief(problems[0].message)}`,
        remedy:
          'Correct what the problems name, most often an annotation of an entity or an access right; the next run looks again.',
        since: lastRunAt,
      })),

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

  'retention-failed': ({ retentionFailures }) =>
    retentionFailures.map(({ id, error, since }) => ({
      severity: 'attention',
      subject: id,
      message: `Rows of ${id} that are older than their limit could not be deleted: ${brief(
        error,
      )}`,
      remedy:
        'Mend what the error names and see that the disk does not fill up; the next run deletes what this one has left.',
      since,
    })),
};

/**
 * What needs an operator, worst first; nothing when all is well.
 *
 * @param given - `now` in epoch milliseconds
 */
export function deriveAlarms(
  basis: AlarmBasis,
  given: { now: number; thresholds: AlarmThresholds },
): EngineAlarm[] {
  const alarms = Object.entries(rules).flatMap(([id, rule]) =>
    rule(basis, given).map(alarm => ({
      id: id as EngineAlarm['id'],
      ...alarm,
    })),
  );
  return [
    ...alarms.filter(({ severity }) => severity === 'bad'),
    ...alarms.filter(({ severity }) => severity !== 'bad'),
  ];
}
