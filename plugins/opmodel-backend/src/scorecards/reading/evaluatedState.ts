import {
  stateOfLetter,
  type VerdictState,
} from '@opmodel/backstage-plugin-opmodel-common';

/** The state in a slot of a result; what was not evaluated yet is not reported. */
export function evaluatedState(states: string, slot: number): VerdictState {
  return stateOfLetter(states[slot]) ?? 'not_reported';
}
