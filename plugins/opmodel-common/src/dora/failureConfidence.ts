import type { FailureLinkKind } from './doraProfile';

/**
 * How certain each sign of a failure is, 0 to 1. They put reasons in an order and are no measured probabilities; `docs/dora.md`
 * gives the reason for each.
 */
export const failureConfidence: Readonly<Record<FailureLinkKind, number>> = {
  person: 1,
  explicit: 0.95,
  rollback: 0.9,
  revert: 0.75,
  hotfix: 0.6,
  time_window: 0.4,
};

/** Of a rollback that is concluded from the versions, where no source calls it one. */
export const CONCLUDED_ROLLBACK_CONFIDENCE = 0.8;
