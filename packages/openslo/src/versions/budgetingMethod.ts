import type { OpenSloBudgetingMethod } from './v1';

const methods: Record<string, OpenSloBudgetingMethod> = {
  occurrences: 'Occurrences',
  timeslices: 'Timeslices',
  ratiotimeslices: 'RatioTimeslices',
};

/** The budgeting method that is meant, whatever the case: the specification itself writes `TimeSlices` in places. */
export function budgetingMethodOf(
  written: string,
): OpenSloBudgetingMethod | undefined {
  const key = written.toLowerCase();
  return Object.hasOwn(methods, key) ? methods[key] : undefined;
}
