import type { SloFreshness } from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../../lib/instants';
import type { ReadSlo } from './SloStatusReader';

/** How fresh the numbers of SLOs are: measured as far as the one that is furthest, and evaluated when the latest was. */
export function freshnessOf(...slos: readonly ReadSlo[]): SloFreshness {
  return {
    asOf: latest(
      slos.flatMap(({ measurement }) => measurement?.measuredUntil ?? []),
    ),
    evaluatedAt: latest(
      slos.flatMap(({ states }) =>
        states.map(({ evaluatedAt }) => evaluatedAt),
      ),
    ),
  };
}

function latest(instants: readonly number[]): string | null {
  return instants.length === 0 ? null : toInstant(Math.max(...instants));
}
