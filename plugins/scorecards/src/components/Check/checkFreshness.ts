import type { FactEvidence } from '@opmodel/backstage-plugin-opmodel-common';

/** How fresh what a verdict rests on is. */
export interface CheckFreshness {
  /** When the fact that was told longest ago was told. ISO 8601. */
  reportedAt: string;
  /** Whether one of the facts is older than it is believed. */
  isStale: boolean;
}

/** A verdict is as fresh as the oldest fact that it rests on; undefined: it rests on none that was ever told. */
export function checkFreshness(
  evidence: readonly Pick<FactEvidence, 'reportedAt' | 'isStale'>[],
): CheckFreshness | undefined {
  const told = evidence.flatMap(({ reportedAt }) => reportedAt ?? []);
  return told.length === 0
    ? undefined
    : {
        reportedAt: told.reduce((oldest, next) =>
          Date.parse(next) < Date.parse(oldest) ? next : oldest,
        ),
        isStale: evidence.some(({ isStale }) => isStale),
      };
}
