import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  MAX_BATCH_EVENTS,
  type IntakeOutcome,
} from '@opmodel/backstage-plugin-opmodel-common';
import { timeline, type Delivery } from '../events/timeline';
import { isoDay } from '../history/workload';
import { catalogSize } from '../organisation/catalogSize';
import type { DeliveryProfile } from '../organisation/DeliveryProfile';
import type { Intake } from './Intake';
import type { Progress, ProgressStore } from './ProgressStore';

/** Requests under way at a time; a round of them is saved as a whole. */
const PARALLEL_REQUESTS = 3;
const ROUND_SIZE = PARALLEL_REQUESTS * MAX_BATCH_EVENTS;
/** Rejected events that are named in the log one by one. */
const NAMED_REJECTIONS = 20;

/** What came of one run. */
export interface SendingReport {
  sent: number;
  outcomes: Record<IntakeOutcome['status'], number>;
}

/** Sends the demo organisation's events to the intake, from where the last run ended up to now. */
export class HistorySender {
  readonly #options;

  constructor(options: {
    store: ProgressStore;
    intake: Intake;
    logger: LoggerService;
    profiles: readonly DeliveryProfile[];
    seed: string;
    days: number;
    /** Epoch milliseconds. */
    now: () => number;
  }) {
    this.#options = options;
  }

  /**
   * @throws ConflictError when the seed or the length differ from those that were begun with; Error when events were rejected
   */
  async send(signal: AbortSignal): Promise<SendingReport> {
    const { intake, logger, profiles } = this.#options;
    const until = this.#options.now();
    const progress = await this.#begin(until);
    await intake.waitUntilReady(catalogSize, signal);

    const begun = performance.now();
    const deliveries = timeline({
      profiles,
      seed: progress.seed,
      anchorDay: Date.parse(progress.anchorDay),
      days: progress.days,
      // The instant itself again: the run that ended there may have sent a part of it. Twice is as good as once.
      from: progress.sentUntil ?? undefined,
      until,
    });
    const report = await this.#sendRounds(deliveries, signal);
    const { rejected } = report.outcomes;
    if (rejected > 0) {
      throw new Error(
        `The intake rejected ${rejected} of ${report.sent} events of the demo organisation`,
      );
    }
    await this.#options.store.advance(until);
    if (report.sent > 0) {
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      logger.info(
        `The demo organisation is up to date: ${describe(
          report,
        )} in ${seconds} s`,
      );
    }
    return report;
  }

  async #begin(now: number): Promise<Progress> {
    const { store, seed, days } = this.#options;
    const progress = await store.begin({ seed, days, anchorDay: isoDay(now) });
    if (progress.seed !== seed || progress.days !== days) {
      throw new ConflictError(
        `The demo organisation was begun with seed '${progress.seed}' and ${progress.days} days; to begin anew with seed '${seed}' and ${days} days, delete the portal's databases`,
      );
    }
    return progress;
  }

  async #sendRounds(
    deliveries: Delivery[],
    signal: AbortSignal,
  ): Promise<SendingReport> {
    const { store, logger } = this.#options;
    const report: SendingReport = {
      sent: 0,
      outcomes: { accepted: 0, duplicate: 0, unmapped: 0, rejected: 0 },
    };
    for (let first = 0; first < deliveries.length; first += ROUND_SIZE) {
      const round = deliveries.slice(first, first + ROUND_SIZE);
      const outcomes = await this.#sendRound(round, signal);
      report.sent += round.length;
      this.#count(outcomes, report);
      // What was rejected is sent again by the next run, and is an error again.
      if (report.outcomes.rejected === 0) {
        await store.advance(round[round.length - 1].at);
      }
      if (report.sent < deliveries.length) {
        logger.info(
          `Sending the demo organisation, ${report.sent} of ${
            deliveries.length
          } events, up to ${isoDay(round[round.length - 1].at)}`,
        );
      }
    }
    return report;
  }

  async #sendRound(
    round: Delivery[],
    signal: AbortSignal,
  ): Promise<IntakeOutcome[]> {
    const requests = (['events', 'incidents'] as const).flatMap(route => {
      const bodies = round
        .filter(delivery => delivery.route === route)
        .map(({ body }) => body);
      return chunksOf(bodies, MAX_BATCH_EVENTS).map(chunk =>
        this.#options.intake.post(route, chunk, signal),
      );
    });
    return (await Promise.all(requests)).flat();
  }

  #count(outcomes: IntakeOutcome[], report: SendingReport): void {
    for (const outcome of outcomes) {
      report.outcomes[outcome.status] += 1;
      const { rejected } = report.outcomes;
      if (outcome.status === 'rejected' && rejected <= NAMED_REJECTIONS) {
        const errors = (outcome.errors ?? []).map(
          ({ path, message }) => `${path}: ${message}`,
        );
        this.#options.logger.error(
          `The intake rejected event ${outcome.id} of ${outcome.source}: ${[
            outcome.reason ?? 'no reason given',
            ...errors,
          ].join('; ')}`,
        );
      }
    }
  }
}

function describe({ sent, outcomes }: SendingReport): string {
  const parts = Object.entries(outcomes)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status}`);
  return `${sent} events (${parts.join(', ')})`;
}

function chunksOf<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, place) =>
    items.slice(place * size, (place + 1) * size),
  );
}
