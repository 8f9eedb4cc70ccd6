import {
  countedBucketSeconds,
  SLI_MINUTE_SECONDS,
  type SloDefinition,
  type SloObjective,
} from '@opmodel/backstage-plugin-opmodel-common';

/** Whether the slices of an objective are those of one minute: they are counted when they are measured, since no minute is kept. */
export function countsByMinute(
  objective: Pick<SloObjective, 'timeSliceSeconds'>,
  { budgetingMethod }: Pick<SloDefinition, 'budgetingMethod'>,
): boolean {
  return (
    countedBucketSeconds(objective, budgetingMethod) === SLI_MINUTE_SECONDS
  );
}

/** Whether a composite as a whole has slices of one minute, so that all of its parts have to be measured together. */
export function countsWholeByMinute(definition: SloDefinition): boolean {
  return (
    definition.composite &&
    definition.budgetingMethod === 'Timeslices' &&
    definition.objectives.some(objective =>
      countsByMinute(objective, definition),
    )
  );
}
