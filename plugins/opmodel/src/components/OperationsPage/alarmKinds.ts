import type { EngineAlarm } from '@opmodel/backstage-plugin-opmodel-common';
import type { OperationsSectionId } from './OperationsSection';

/** A kind of alarm on this page. */
export interface AlarmKind {
  /** Key of its name. */
  name:
    | 'snapshotMissing'
    | 'snapshotStale'
    | 'snapshotFailed'
    | 'inboxLagging'
    | 'inboxSetAside'
    | 'sourceWithoutReader'
    | 'collectorFailing'
    | 'collectorStale'
    | 'collectorProblems'
    | 'eventsUnmapped'
    | 'eventsRejected'
    | 'calculationLagging'
    | 'retentionFailed'
    | 'factsFailing'
    | 'factsStale'
    | 'evaluationFailing'
    | 'debtSourceFailing'
    | 'debtDocumentProblems'
    | 'other';
  /** Where on the page its evidence is. */
  section?: OperationsSectionId;
}

const kinds: Record<EngineAlarm['id'], AlarmKind> = {
  'snapshot-missing': { name: 'snapshotMissing', section: 'snapshot' },
  'snapshot-stale': { name: 'snapshotStale', section: 'snapshot' },
  'snapshot-failed': { name: 'snapshotFailed', section: 'snapshot' },
  'inbox-lagging': { name: 'inboxLagging', section: 'webhooks' },
  'inbox-set-aside': { name: 'inboxSetAside', section: 'webhooks' },
  'source-without-reader': { name: 'sourceWithoutReader', section: 'webhooks' },
  'collector-failing': { name: 'collectorFailing', section: 'collectors' },
  'collector-stale': { name: 'collectorStale', section: 'collectors' },
  'collector-problems': { name: 'collectorProblems', section: 'collectors' },
  'events-unmapped': { name: 'eventsUnmapped', section: 'intake' },
  'events-rejected': { name: 'eventsRejected', section: 'intake' },
  'calculation-lagging': { name: 'calculationLagging', section: 'intake' },
  'facts-failing': { name: 'factsFailing', section: 'scorecards' },
  'facts-stale': { name: 'factsStale', section: 'scorecards' },
  'evaluation-failing': { name: 'evaluationFailing', section: 'scorecards' },
  'debt-source-failing': { name: 'debtSourceFailing' },
  'debt-document-problems': { name: 'debtDocumentProblems' },
  'retention-failed': { name: 'retentionFailed', section: 'storage' },
};

/** What this page knows of an alarm; an engine that is newer than the page may raise others. */
export function alarmKind(alarm: EngineAlarm): AlarmKind {
  return kinds[alarm.id] ?? { name: 'other' };
}
