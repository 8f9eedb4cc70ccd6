import { isError } from '@backstage/errors';
import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import { matchesGlobOfName } from '../lib/globs';
import type { ClaimedDelivery } from './InboxStore';
import type { WebhookSource } from './WebhookSource';

/** Why a delivery can be nothing for intake, however often it is tried. What to do about it stands in the message. */
export class UnreadableDeliveryError extends Error {}

/** The name of the error by which readers say that a body is not what its type promises. */
const CONTRACT_ERROR = 'WebhookContractError';

/** Holds the events against what the source may speak for: its reader for its type, its secret perhaps for some repositories alone. */
function checkSources(events: IntakeEvent[], source: WebhookSource): void {
  const { id, type, repositories } = source;
  const prefix = `${type}:`;
  for (const event of events) {
    if (!event.source.startsWith(prefix)) {
      throw new UnreadableDeliveryError(
        `The reader of ${type} gave an event of the source ${event.source}, which does not start with ${prefix}`,
      );
    }
    const named = event.source.slice(prefix.length);
    if (
      repositories &&
      !repositories.some(pattern => matchesGlobOfName(pattern, named))
    ) {
      throw new UnreadableDeliveryError(
        `The source ${id} may not speak for ${named}. If it should, add it to opmodel.intake.sources.${id}.repositories and replay it`,
      );
    }
  }
}

/**
 * What a delivery says, by the reader of its source's type.
 *
 * @throws UnreadableDeliveryError when trying again would not help
 */
export function readDelivery(
  delivery: ClaimedDelivery,
  sources: ReadonlyMap<string, WebhookSource>,
): IntakeEvent[] {
  const source = sources.get(delivery.source);
  if (!source) {
    throw new UnreadableDeliveryError(
      `The source ${delivery.source} is not configured any more. Configure opmodel.intake.sources.${delivery.source} and replay it`,
    );
  }
  const { reader, type } = source;
  if (!reader) {
    throw new UnreadableDeliveryError(
      `No installed module reads deliveries of the type ${type}. Install one, or correct opmodel.intake.sources.${source.id}.type, and replay it`,
    );
  }
  try {
    const events = reader.read({
      type: delivery.type,
      body: JSON.parse(delivery.body),
      receivedAt: delivery.receivedAt,
    });
    checkSources(events, source);
    return events;
  } catch (error) {
    throw isError(error) && error.name === CONTRACT_ERROR
      ? new UnreadableDeliveryError(error.message)
      : error;
  }
}
