import type { WorkingCalendar } from '../calendar/WorkingCalendar';
import type { LeadTimeDefinition } from './doraProfile';
import type { ChangeExclusion, LeadTimeStages } from './facts';

/** The instants on the way of one change, epoch milliseconds; null: not known. */
export interface ChangeInstants {
  firstCommitAt: number | null;
  openedAt: number | null;
  firstReviewAt: number | null;
  mergedAt: number | null;
}

/** A sample of change lead time, or the reason why there is none. */
export type ChangeLeadTime =
  | { seconds: number; stages: LeadTimeStages; exclusion: null }
  | { seconds: null; stages: null; exclusion: ChangeExclusion };

/**
 * Change lead time of one change: from where the definition starts its clock to its deployment in production.
 *
 * A negative span means that a clock or a rewritten commit is wrong, so it is left out and reported, unless the definition
 * takes it for zero. A stage with a negative span is unknown. Where the definition sums up stages, one that is unknown adds nothing, as in the tools that do so.
 *
 * @param deployedAt - epoch milliseconds at which the deployment finished
 * @param workingTime - counts only what lies on working days, so that a span may be zero; absent: all time counts
 * @returns seconds, a whole number of the definition's unit
 */
export function computeChangeLeadTime(
  change: ChangeInstants,
  deployedAt: number,
  definition: LeadTimeDefinition,
  workingTime?: WorkingCalendar,
): ChangeLeadTime {
  const round = (from: number | null, to: number | null) =>
    roundSpan(from, to, definition, workingTime);
  const start = clockStartOf(change, definition);
  const stages: LeadTimeStages = {
    coding: round(change.firstCommitAt, change.openedAt),
    pickup: round(change.openedAt, change.firstReviewAt),
    review: round(change.firstReviewAt, change.mergedAt),
    commitToMerge: round(change.firstCommitAt, change.mergedAt),
    mergeToDeploy: round(change.mergedAt, deployedAt),
  };
  const seconds =
    definition.sum === 'span'
      ? wholeSpan(start, deployedAt, definition, workingTime)
      : sumKnown(
          definition.start === 'merge'
            ? [stages.mergeToDeploy]
            : [
                ...(change.openedAt === null
                  ? [stages.commitToMerge]
                  : [stages.coding, round(change.openedAt, change.mergedAt)]),
                stages.mergeToDeploy,
              ],
        );
  if (seconds === null) {
    return leftOut(start === null ? 'no_commit_time' : 'negative_span');
  }
  return seconds === 0 && definition.zeroSpans === 'leave_out'
    ? leftOut('zero_span')
    : { seconds, stages, exclusion: null };
}

/** Where the clock of a change starts; null: not known. */
export function clockStartOf(
  change: ChangeInstants,
  definition: LeadTimeDefinition,
): number | null {
  return definition.start === 'merge' ? change.mergedAt : change.firstCommitAt;
}

function leftOut(exclusion: ChangeExclusion): ChangeLeadTime {
  return { seconds: null, stages: null, exclusion };
}

function wholeSpan(
  from: number | null,
  to: number,
  definition: LeadTimeDefinition,
  workingTime?: WorkingCalendar,
): number | null {
  return from !== null &&
    to < from &&
    definition.negativeSpans === 'count_as_zero'
    ? 0
    : roundSpan(from, to, definition, workingTime);
}

function roundSpan(
  from: number | null,
  to: number | null,
  { unitSeconds, rounding }: LeadTimeDefinition,
  workingTime?: WorkingCalendar,
): number | null {
  if (from === null || to === null || to < from) {
    return null;
  }
  const seconds = workingTime?.workingSeconds(from, to) ?? (to - from) / 1000;
  const units = seconds / unitSeconds;
  return (
    (rounding === 'up' ? Math.ceil(units) : Math.floor(units)) * unitSeconds
  );
}

function sumKnown(parts: readonly (number | null)[]): number | null {
  const known = parts.filter((part): part is number => part !== null);
  return known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0);
}
