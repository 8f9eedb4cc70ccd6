import type { AlarmRules } from './AlarmRule';
import { brief } from './alarmTexts';

/** Alarms of retention. */
export const retentionAlarms: AlarmRules<'retention-failed'> = {
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
