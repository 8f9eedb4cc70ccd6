import type { EngineAlarm } from '@opmodel/backstage-plugin-opmodel-common';
import type { AlarmBasis, AlarmRules } from './AlarmRule';
import type { AlarmThresholds } from './alarmThresholds';
import { collectorAlarms } from './collectorAlarms';
import { eventAlarms } from './eventAlarms';
import { inboxAlarms } from './inboxAlarms';
import { retentionAlarms } from './retentionAlarms';
import { snapshotAlarms } from './snapshotAlarms';

/** Alarms that subjects raise of what only they know. */
export const subjectAlarmIds = [
  'facts-failing',
  'facts-stale',
  'evaluation-failing',
  'debt-source-failing',
  'debt-document-problems',
] as const satisfies EngineAlarm['id'][];

const rules: AlarmRules<
  Exclude<EngineAlarm['id'], (typeof subjectAlarmIds)[number]>
> = {
  ...snapshotAlarms,
  ...inboxAlarms,
  ...collectorAlarms,
  ...eventAlarms,
  ...retentionAlarms,
};

/**
 * What needs an operator, worst first; nothing when all is well.
 *
 * @param given - `now` in epoch milliseconds; `ofSubjects`: what these have found
 */
export function deriveAlarms(
  basis: AlarmBasis,
  given: {
    now: number;
    thresholds: AlarmThresholds;
    ofSubjects?: readonly EngineAlarm[];
  },
): EngineAlarm[] {
  const alarms = Object.entries(rules).flatMap(([id, rule]) =>
    rule(basis, given).map(alarm => ({
      id: id as EngineAlarm['id'],
      ...alarm,
    })),
  );
  alarms.push(...(given.ofSubjects ?? []));
  return [
    ...alarms.filter(({ severity }) => severity === 'bad'),
    ...alarms.filter(({ severity }) => severity !== 'bad'),
  ];
}
