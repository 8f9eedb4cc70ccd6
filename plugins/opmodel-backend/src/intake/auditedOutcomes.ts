import type { IntakeOutcome } from '@opmodel/backstage-plugin-opmodel-common';
import { describeContractErrors } from '@opmodel/backstage-plugin-opmodel-node';
import type { ReadEvent } from './ReadEvent';

/** Refusals that one auditor event tells of. */
const MAX_REFUSALS = 10;

/** What became of a delivery, as its auditor event tells it. */
export type AuditedOutcomes = {
  /** How many items came to each status. */
  outcomes: Record<string, number>;
  /** The first of what the producer was not allowed to send; absent where there is nothing of the kind. */
  refused?: { source: string | null; id: string | null; why: string }[];
};

/** What was well-formed when it was read, and not admitted. */
export function findRefused(
  read: readonly ReadEvent[],
  admitted: readonly ReadEvent[],
): IntakeOutcome[] {
  return admitted.flatMap((item, index) =>
    'rejected' in item && 'event' in read[index] ? item.rejected : [],
  );
}

/**
 * @param refused - which of the outcomes are there because the producer was not allowed to send that
 */
export function auditOutcomes(
  outcomes: readonly IntakeOutcome[],
  refused: readonly IntakeOutcome[],
): AuditedOutcomes {
  const counts: Record<string, number> = {};
  for (const { status } of outcomes) {
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return {
    outcomes: counts,
    ...(refused.length > 0 && {
      refused: refused
        .slice(0, MAX_REFUSALS)
        .map(({ source, id, errors = [] }) => ({
          source,
          id,
          why: describeContractErrors(errors),
        })),
    }),
  };
}
