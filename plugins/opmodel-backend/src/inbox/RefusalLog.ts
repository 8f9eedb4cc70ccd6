import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import type { Refusal } from './verifyDelivery';

/** How often the refusals of one source become an auditor event at most. */
const INTERVAL_MS = 60_000;

/** Under which name deliveries for sources that do not exist are told. */
const UNKNOWN_SOURCE = 'unknown';

/** Why a delivery was not taken. */
export type RefusalReason = Refusal | 'source-unknown';

/** What has been refused since the last event, and when that is told. */
interface Untold {
  refusals: Partial<Record<RefusalReason, number>>;
  timer: NodeJS.Timeout;
}

/**
 * Tells the auditor of deliveries that were refused. Anybody can send such, as many as he likes, so one event a minute and
 * source stands for all of them: it says how often each reason was met since the event before. What is refused within a minute of
 * an event is told when that minute is over, whether or not anything follows.
 */
export class RefusalLog {
  readonly #auditor: AuditorService;
  readonly #logger: LoggerService;
  /** The sources of which an event has told within the last minute. */
  readonly #untold = new Map<string, Untold>();

  constructor(options: { auditor: AuditorService; logger: LoggerService }) {
    this.#auditor = options.auditor;
    this.#logger = options.logger;
  }

  /**
   * @param source - id of a configured source; undefined for one that does not exist, whose name anybody can make up
   */
  async note(source: string | undefined, reason: RefusalReason): Promise<void> {
    const id = source ?? UNKNOWN_SOURCE;
    const untold = this.#untold.get(id);
    if (untold) {
      const { refusals } = untold;
      refusals[reason] = (refusals[reason] ?? 0) + 1;
      return;
    }
    this.#wait(id);
    await this.#tell(id, { [reason]: 1 });
  }

  /** Tells at once what waits to be told. Call it before the process ends. */
  async flush(): Promise<void> {
    const waiting = [...this.#untold];
    this.#untold.clear();
    for (const [id, { refusals, timer }] of waiting) {
      clearTimeout(timer);
      if (Object.keys(refusals).length > 0) {
        await this.#tell(id, refusals);
      }
    }
  }

  #wait(id: string): void {
    const timer = setTimeout(() => {
      this.#tellRest(id).catch(error =>
        this.#logger.error(
          `The auditor was not told of refused deliveries of ${id}`,
          error,
        ),
      );
    }, INTERVAL_MS);
    timer.unref();
    this.#untold.set(id, { refusals: {}, timer });
  }

  async #tellRest(id: string): Promise<void> {
    const refusals = this.#untold.get(id)?.refusals ?? {};
    this.#untold.delete(id);
    if (Object.keys(refusals).length > 0) {
      this.#wait(id);
      await this.#tell(id, refusals);
    }
  }

  async #tell(id: string, refusals: Untold['refusals']): Promise<void> {
    // Without the request: the auditor would take the sender's own Authorization header for one of the portal's tokens.
    const audited = await this.#auditor.createEvent({
      eventId: 'delivery-refuse',
      severityLevel: 'medium',
      meta: { source: id, refusals },
    });
    await audited.fail({
      error: new AuthenticationError(Object.keys(refusals).join(', ')),
    });
  }
}
