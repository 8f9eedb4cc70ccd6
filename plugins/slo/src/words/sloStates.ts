import type {
  AppliedPolicy,
  ReleaseDecision,
  SloAlert,
  SloDay,
  SloReviewState,
  SloSourceState,
  SloState,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { OpmodelState } from '@opmodel/backstage-plugin-opmodel-react';

/** How the state of an objective is shown. What is not known is never shown as good. */
export const stateOfSlo: Record<SloState, OpmodelState> = {
  exhausted: 'bad',
  at_risk: 'attention',
  met: 'good',
  thin: 'thin',
  no_data: 'no_data',
};

/** How the state of a day is shown. */
export const stateOfDay: Record<SloDay['state'], OpmodelState> = {
  met: 'good',
  missed: 'bad',
  thin: 'thin',
  no_data: 'no_data',
};

/** How the state of an alert is shown. */
export const stateOfAlert: Record<SloAlert['state'], OpmodelState> = {
  ok: 'good',
  pending: 'attention',
  firing: 'bad',
  resolving: 'attention',
  no_data: 'no_data',
};

/** How the state of the measuring is shown. */
export const stateOfSource: Record<SloSourceState['state'], OpmodelState> = {
  fresh: 'good',
  stale: 'attention',
  failing: 'error',
  never: 'no_data',
  none: 'no_data',
};

/** How it is shown whether somebody is to look at a document again. */
export const stateOfSloReview: Record<SloReviewState, OpmodelState> = {
  current: 'good',
  due: 'attention',
  overdue: 'bad',
  none: 'no_data',
};

/** How the answer of the gate is shown. */
export const stateOfDecision: Record<ReleaseDecision, OpmodelState> = {
  allowed: 'good',
  held: 'bad',
  unknown: 'no_data',
};

/** How it is shown whether a policy only says what it would do. */
export const stateOfMode: Record<AppliedPolicy['mode'], OpmodelState> = {
  shadow: 'exempt',
  enforced: 'good',
};

/** States in the order of their urgency. */
export const sloStates: readonly SloState[] = [
  'exhausted',
  'at_risk',
  'thin',
  'no_data',
  'met',
];
