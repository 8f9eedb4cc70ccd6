import type {
  ContractError,
  IntakeEvent,
  IntakeOutcome,
} from '@opmodel/backstage-plugin-opmodel-common';

/** What came of reading one event of a request: an event for intake, or the reason why it is none. */
export type ReadEvent =
  | {
      event: IntakeEvent;
      /** The id that the sender knows, where the event's own is made from its content. */
      statedId?: string;
      /** It states no time and so speaks as of now; its id is that of its content until it is known what it follows. */
      asOfNow?: boolean;
      /** Where the sender wrote what stands at a path of the event: `observation.finishedAt` may be `customData.finishedAt`. */
      pathOf(path: string): string;
    }
  | { rejected: IntakeOutcome };

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/**
 * An event that does not meet its contract.
 *
 * @param identity - source and id as far as the event states them
 */
export function rejectForErrors(
  identity: { source?: unknown; id?: unknown },
  errors: ContractError[],
): { rejected: IntakeOutcome } {
  return {
    rejected: {
      source: textOrNull(identity.source),
      id: textOrNull(identity.id),
      status: 'rejected',
      reason: 'the event does not meet its contract',
      errors,
    },
  };
}

/** An event that is well-formed and yet nothing for intake. */
export function rejectForReason(
  identity: { source?: unknown; id?: unknown },
  reason: string,
): { rejected: IntakeOutcome } {
  return {
    rejected: {
      source: textOrNull(identity.source),
      id: textOrNull(identity.id),
      status: 'rejected',
      reason,
    },
  };
}
