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

/** Something else than an event that was read from a request. */
export interface SentItem {
  /** By which its sender knows it. */
  identity: Pick<IntakeOutcome, 'source' | 'id'>;
  /** Where the sender wrote a field of it. */
  pathOf(field: string): string;
}

/** What became of such items. */
export interface TakenItems {
  /** One for each, in their order. */
  outcomes: IntakeOutcome[];
  /** Those of them that are there because the producer was not allowed to send that. */
  refused: IntakeOutcome[];
}

/** What an item that was read is rejected for, in the words of its sender. */
export function rejectAsSent(
  { identity, pathOf }: SentItem,
  errors: ContractError[],
): { rejected: IntakeOutcome } {
  return rejectForErrors(
    identity,
    errors.map(({ path, message }) => ({ path: pathOf(path), message })),
  );
}

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
