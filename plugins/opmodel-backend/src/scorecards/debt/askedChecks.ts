import type { ScorecardCheck } from '@opmodel/backstage-plugin-opmodel-common';
import type { ScorecardStore } from '../definitions/ScorecardStore';

/** The checks that scorecards ask now, by `scorecard:default/readiness#has-owner`. */
export type AskedChecks = ReadonlyMap<string, ScorecardCheck>;

/** By run, so that the scorecards are read once for all batches of it. */
const read = new WeakMap<object, Promise<AskedChecks>>();

/** @param run - the context of a run, which is one object for all of its batches */
export function readAskedChecks(
  scorecards: Pick<ScorecardStore, 'list'>,
  run: object,
): Promise<AskedChecks> {
  const known = read.get(run);
  if (known) {
    return known;
  }
  const asked = scorecards
    .list()
    .then(
      all =>
        new Map(
          all.flatMap(({ definition }) =>
            definition.checks.map(
              check => [`${definition.ref}#${check.id}`, check] as const,
            ),
          ),
        ),
    );
  read.set(run, asked);
  return asked;
}
