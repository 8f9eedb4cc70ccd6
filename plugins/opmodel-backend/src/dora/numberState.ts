import type { NumberState } from '@opmodel/backstage-plugin-opmodel-common';

/** Whether a number with `n` samples is known well enough to be graded. */
export function stateOf(n: number | null, minimum: number): NumberState {
  if (n === null) {
    return 'no_data';
  }
  return n < minimum ? 'thin' : 'ok';
}
