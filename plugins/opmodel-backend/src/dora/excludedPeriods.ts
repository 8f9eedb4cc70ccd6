import type { ReportedPeriod } from '@opmodel/backstage-plugin-opmodel-common';
import type { CalendarFreeze } from '../calendarConfig';
import type { Visibility } from '../catalog/Visibility';
import type { CorrectionReader } from './corrections/CorrectionStore';
import type { DaySpan } from './DoraStore';
import type { ScopeIdentity } from './identifyScope';

/**
 * The periods that touch a window and count for nothing, earliest first: those of the calendar, and of a single component those
 * that somebody excluded.
 */
export async function listExcludedPeriods(
  sources: {
    freezes?: readonly CalendarFreeze[];
    corrections: CorrectionReader;
  },
  { ref, rollUp }: ScopeIdentity,
  { from, to }: DaySpan,
  visibility: Visibility,
): Promise<ReportedPeriod[]> {
  const decided = rollUp
    ? []
    : (await sources.corrections.listActive([ref], visibility)).get(ref) ?? [];
  const periods: ReportedPeriod[] = [
    ...(sources.freezes ?? []).map(freeze => ({
      ...freeze,
      origin: 'calendar' as const,
    })),
    ...decided.flatMap(correction =>
      correction.kind === 'excluded_period'
        ? [
            {
              from: correction.from!,
              to: correction.to!,
              cause: correction.cause!,
              origin: 'correction' as const,
              reason: correction.reason,
            },
          ]
        : [],
    ),
  ];
  return periods
    .filter(period => period.from <= to && period.to >= from)
    .sort((a, b) => a.from.localeCompare(b.from));
}
