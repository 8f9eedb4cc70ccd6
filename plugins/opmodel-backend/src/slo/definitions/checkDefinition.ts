import {
  checkSloWindow,
  checkTimeSlices,
  countableSliceSeconds,
  printSloDuration,
  reviewOnAnnotation,
  type SloDefinition,
  type SloObjective,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity } from '../../catalog/CatalogStore';
import type { SloProblemRow } from './SloDefinitionStore';
import { metricSourcesOf } from './toDefinition';

type Finding = Omit<SloProblemRow, 'source'>;

/** A definition without what cannot be measured, and why it cannot. */
export interface CheckedDefinition {
  definition: SloDefinition;
  /** Type of the source that measures it; null: none can. */
  sourceType: string | null;
  problems: Finding[];
}

/**
 * Checks what only the engine can: whether there is a source for each indicator, whether slices can be counted from what is measured,
 * whether the window can be reckoned with.
 *
 * @param sourceTypes - of the sources that there are
 */
export function checkDefinition(
  definition: SloDefinition,
  entity: CatalogEntity,
  sourceTypes: readonly string[],
): CheckedDefinition {
  const problems: Finding[] = [];
  const objectives = definition.objectives.map(objective => {
    const found = checkObjective(objective, definition, sourceTypes);
    problems.push(...found);
    return found.length > 0 ? { ...objective, indicator: null } : objective;
  });
  problems.push(
    ...checkWindow(definition),
    ...checkReviewDay(definition, entity),
  );
  if (
    definition.composite &&
    definition.budgetingMethod === 'Timeslices' &&
    new Set(objectives.map(({ timeSliceSeconds }) => timeSliceSeconds)).size > 1
  ) {
    problems.push({
      severity: 'error',
      rule: 'different-slices',
      path: 'spec.objectives',
      value: null,
      message:
        'The objectives of a composite need slices of one length for the whole to have a budget.',
    });
  }
  const measured = objectives.flatMap(({ indicator }) =>
    indicator ? metricSourcesOf(indicator)[0].type : [],
  );
  return {
    definition: { ...definition, objectives },
    sourceType: measured[0] ?? null,
    problems,
  };
}

function checkObjective(
  objective: SloObjective,
  { budgetingMethod }: SloDefinition,
  sourceTypes: readonly string[],
): Finding[] {
  const { index, indicator } = objective;
  // Why there is none has been said where it was read.
  if (!indicator) {
    return [];
  }
  const path = `spec.objectives[${index}]`;
  const types = [
    ...new Set(metricSourcesOf(indicator).map(({ type }) => type)),
  ];
  if (types.length > 1) {
    return [
      {
        severity: 'error',
        rule: 'mixed-sources',
        path,
        value: types.join(', '),
        message: 'The parts of a ratio have to come from one system.',
      },
    ];
  }
  if (!sourceTypes.includes(types[0])) {
    return [
      {
        severity: 'error',
        rule: 'source-type-unknown',
        path,
        value: types[0],
        message: `Nothing here measures metrics of type ${types[0]}; there ${
          sourceTypes.length === 0
            ? 'is no source at all'
            : `are ${sourceTypes.join(', ')}`
        }.`,
      },
    ];
  }
  return checkTimeSlices(objective, budgetingMethod) === null
    ? []
    : [describeSlices(objective, path)];
}

/** OpenSLO allows slices of any length, so that the document is right and people have to be told what to write. */
function describeSlices(
  { timeSliceSeconds }: SloObjective,
  path: string,
): Finding {
  const written = timeSliceSeconds ?? 0;
  const countable = printSlice(countableSliceSeconds(written));
  return {
    severity: 'error',
    rule: 'slices-not-measurable',
    path: `${path}.timeSliceWindow`,
    value: printSlice(written),
    message: `Events are counted by the minute or by five minutes, so that a slice is 1m, or a multiple of 5m of which a day consists without a rest. Write timeSliceWindow: ${countable}, with a timeSliceTarget that fits it, or budgetingMethod: Occurrences.`,
  };
}

/** As OpenSLO writes it: `5m`, `2h`. */
function printSlice(seconds: number): string {
  const units: [string, number][] = [
    ['d', 86_400],
    ['h', 3_600],
    ['m', 60],
  ];
  const [unit, length] = units.find(([, size]) => seconds % size === 0)!;
  return `${seconds / length}${unit}`;
}

function checkWindow({ window }: SloDefinition): Finding[] {
  const problem = checkSloWindow(window);
  const texts = {
    bad_duration:
      'A window is at least five minutes and at most ten years long.',
    bad_start:
      'The window begins at no date and time such as 2026-01-01 00:00:00.',
    bad_zone: 'The zone of the window is no IANA time zone.',
  };
  return problem === null
    ? []
    : [
        {
          severity: 'error',
          rule: 'window-not-computable',
          path: 'spec.timeWindow[0]',
          value:
            problem === 'bad_duration' || window.type === 'rolling'
              ? printSloDuration(window.duration)
              : `${window.startTime} ${window.zone}`,
          message: texts[problem],
        },
      ];
}

function checkReviewDay(
  { reviewOn }: SloDefinition,
  { annotations }: CatalogEntity,
): Finding[] {
  const written = annotations[reviewOnAnnotation];
  return written === undefined || reviewOn !== null
    ? []
    : [
        {
          severity: 'warning',
          rule: 'review-day-unknown',
          path: `metadata.annotations["${reviewOnAnnotation}"]`,
          value: written,
          message: 'The day of the next review is no day such as 2027-03-01.',
        },
      ];
}
