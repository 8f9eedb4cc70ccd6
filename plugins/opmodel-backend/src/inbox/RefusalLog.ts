import type { AuditorService } from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import type { Refusal } from './verifyDelivery';

/** How often the refusals of one source become an auditor event at most. */
const INTERVAL_MS = 60_000;

/** Under which name deliveries for sources that do not exist are told. */
const UNKNOWN_SOURCE = 'unknown';

/** Why a delivery was not taken. */
export type RefusalReason = Refusal | 'source-unknown';

/**
 * Tells the auditor of deliveries that were refused. Anybody can send such, as many as he likes, so one event a minute and
 * source stands for all of them: it says how often each reason was met since the event before.
 */
export class RefusalLog {
  readonly #auditor: AuditorService;
  readonly #clock: () => number;
  readonly #told = new Map<string, number>();
  readonly #counts = new Map<string, Partial<Record<RefusalReason, number>>>();

  constructor(options: {
    auditor: AuditorService;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#auditor = options.auditor;
    this.#clock = options.clock;
  }

  /**
   * @param source - id of a configured source; undefined for one that does not exist, whose name anybody can make up
   */
  async note(source: string | undefined, reason: RefusalReason): Promise<void> {
    const id = source ?? UNKNOWN_SOURCE;
    const counts = this.#counts.get(id) ?? {};
    counts[reason] = (counts[reason] ?? 0) + 1;
    this.#counts.set(id, counts);
    const now = this.#clock();
    const told = this.#told.get(id);
    if (told !== undefined && Math.abs(now - told) < INTERVAL_MS) {
      return;
    }
    this.#told.set(id, now);
    this.#counts.delete(id);
    // Without the request: the auditor would take the sender's own Authorization header for one of the portal's tokens.
    const audited = await this.#auditor.createEvent({
      eventId: 'delivery-refuse',
      severityLevel: 'medium',
      meta: { source: id, refusals: counts },
    });
    await audited.fail({ error: new AuthenticationError(reason) });
  }
}
