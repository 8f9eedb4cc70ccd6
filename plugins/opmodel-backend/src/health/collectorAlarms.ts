import type { EngineHealth } from '@opmodel/backstage-plugin-opmodel-common';
import type { AlarmRules } from './AlarmRule';
import { ageOf, brief, plural } from './alarmTexts';
import { describeAge } from './describeAge';

/** Runs of a collector that fail in a row before it needs somebody at once. */
const FAILURES_IN_A_ROW = 3;

function isFailing({
  state,
  consecutiveFailures,
}: EngineHealth['collectors'][number]): boolean {
  return consecutiveFailures > 0 || state === 'failed';
}

/** Alarms of collectors. */
export const collectorAlarms: AlarmRules<
  'collector-failing' | 'collector-stale' | 'collector-problems'
> = {
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
};
