import type {
  EngineAlarm,
  EngineHealth,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { AlarmThresholds } from './alarmThresholds';

/** What alarms follow from. */
export interface AlarmBasis extends Omit<EngineHealth, 'alarms'> {
  /** Retention rules that failed; instants as the API writes them. */
  retentionFailures: { id: string; error: string; since: string | null }[];
}

/** A kind of alarm: what makes it, and what is to be done. `now` in epoch milliseconds. */
export type AlarmRule = (
  basis: AlarmBasis,
  given: { now: number; thresholds: AlarmThresholds },
) => Omit<EngineAlarm, 'id'>[];

/** The rules of some of the kinds. */
export type AlarmRules<Id extends EngineAlarm['id']> = Record<Id, AlarmRule>;
