import type { QualityCheck } from '../../client/DoraInsightApi';
import type { DoraMetricId } from '../../client/OpmodelApi';

/** A check of the facts behind a number. */
export type QualityCheckId = QualityCheck['id'];

/** Every check, in the order in which they are shown. */
export const qualityCheckIds: readonly QualityCheckId[] = [
  'deployments-with-changes',
  'changes-with-first-commit',
  'incidents-linked',
  'clocks',
  'collection',
  'deployments-with-result',
];

/** Shares below which a number is shown and not graded, 0 to 1. */
export type QualityThresholds = Readonly<Record<QualityCheckId, number>>;

/** The thresholds that hold where none is configured. */
export const defaultQualityThresholds: QualityThresholds = {
  // A fifth may be configuration or infrastructure that carries no change; with more than that, the changes that are known are
  // no fair sample of those that were delivered.
  'deployments-with-changes': 0.8,
  // The same for the changes of a deployment: those without a first commit are often the large ones.
  'changes-with-first-commit': 0.8,
  // Many an incident has nothing to do with a deployment. With fewer than half accounted for, "no failed deployment" and "nobody
  // looked" cannot be told apart.
  'incidents-linked': 0.5,
  // A wrong clock moves single samples, and a median bears a few of them.
  clocks: 0.95,
  // A tenth of 90 days is one lost week and the days around it, which moves a weekly rate visibly.
  collection: 0.9,
  // What never ended is left out of every rate, so that a source that forgets to report the end hides deployments.
  'deployments-with-result': 0.9,
};

/** Which checks concern which metric: those whose failure would make it another number. */
export const checksOfMetric: Readonly<
  Record<DoraMetricId, readonly QualityCheckId[]>
> = {
  'change-lead-time': [
    'deployments-with-changes',
    'changes-with-first-commit',
    'clocks',
    'collection',
  ],
  'deployment-frequency': ['collection', 'deployments-with-result'],
  'failed-deployment-recovery-time': [
    'incidents-linked',
    'clocks',
    'collection',
  ],
  'change-fail-rate': [
    'incidents-linked',
    'collection',
    'deployments-with-result',
  ],
  'deployment-rework-rate': [
    'incidents-linked',
    'collection',
    'deployments-with-result',
  ],
  'time-to-restore': ['clocks', 'collection'],
  'incident-recurrence': ['collection'],
};
