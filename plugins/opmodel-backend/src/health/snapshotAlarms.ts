import type { AlarmRules } from './AlarmRule';
import { ageOf, brief } from './alarmTexts';
import { describeAge } from './describeAge';

const MINUTE = 60_000;

/** Alarms of the snapshot of the catalog. */
export const snapshotAlarms: AlarmRules<
  'snapshot-missing' | 'snapshot-stale' | 'snapshot-failed'
> = {
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
};
