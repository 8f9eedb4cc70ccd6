import {
  countedBucketSeconds,
  rollUpTallies,
  SLI_BUCKET_SECONDS,
  tallyBuckets,
} from '@opmodel/backstage-plugin-opmodel-common';
import { groupBy } from 'lodash';
import type { Measurement } from '../../intake/MeasurementPort';
import type { StoredSlo } from '../definitions/SloDefinitionStore';
import type { HourTally } from '../measurement/SliBucketStore';
import { keyOf } from './pushedOrder';
import { spreadBuckets } from './spreadBuckets';

const HOUR = 3_600_000;

/**
 * The hours that longer buckets are made of, with their slices. All slices of an hour have the hour's share of good events, since nothing
 * else is known of them.
 *
 * @param until - hours that end later are left out, epoch milliseconds
 */
export function hoursOf(
  items: readonly { measurement: Measurement; slo: StoredSlo }[],
  until: number,
): HourTally[] {
  const byObjective = groupBy(items, ({ measurement }) =>
    keyOf({ ...measurement, start: 0, seconds: 3_600 }),
  );
  return Object.values(byObjective).flatMap(ofOne => {
    const [{ measurement, slo }] = ofOne;
    const { sloRef, objective } = measurement;
    const hours = spreadBuckets(
      ofOne.map(of => of.measurement),
      3_600,
    ).filter(({ start }) => start + HOUR <= until);
    const { objectives, budgetingMethod } = slo.definition;
    const sliced = objectives.find(({ index }) => index === objective)!;
    const { tallies } = tallyBuckets(
      spreadBuckets(
        hours.map(hour => ({ ...hour, seconds: 3_600 as const })),
        countedBucketSeconds(sliced, budgetingMethod),
      ),
      sliced,
      budgetingMethod,
      SLI_BUCKET_SECONDS,
      (hours.at(-1)?.start ?? 0) + HOUR,
    );
    const slices = new Map(
      rollUpTallies(tallies, 3_600).map(tally => [tally.start, tally]),
    );
    return hours.flatMap(({ start, good, total }) => {
      const tally = slices.get(start);
      // The counts as they were sent: the sum of their parts is not exactly the same.
      return tally
        ? [{ ...tally, sloRef, objective, good, total, measured: 12 }]
        : [];
    });
  });
}
