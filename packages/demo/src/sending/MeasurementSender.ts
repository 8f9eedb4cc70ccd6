import type { LoggerService } from '@backstage/backend-plugin-api';
import type { IntakeOutcome } from '@opmodel/backstage-plugin-opmodel-common';
import {
  generateHistory,
  historyStart,
  type HistoryOptions,
} from '../history/generateHistory';
import { isoDay, startOfDay } from '../history/workload';
import { findTroubles } from '../objectives/findTroubles';
import {
  type ChunkSpan,
  chunkSpans,
  drawChunk,
  type DrawnLevel,
} from '../objectives/measurementChunks';
import { serviceLevels } from '../objectives/serviceLevels';
import type { DeliveryProfile } from '../organisation/DeliveryProfile';
import type { Intake } from './Intake';
import type { ProgressStore } from './ProgressStore';

/** What came of one run. */
export type MeasurementReport = Record<IntakeOutcome['status'], number>;

/**
 * Sends what producers counted of the objectives: what is new first, and then the past, back to where this
 * process sent it before. It keeps nothing of its own, because what is sent twice is a duplicate.
 */
export class MeasurementSender {
  readonly #options;
  /** Whether the past is in, as far as this process knows. */
  #isPastSent = false;
  #drawn: { day: number; levels: DrawnLevel[] } | undefined;

  constructor(options: {
    store: Pick<ProgressStore, 'begin'>;
    intake: Pick<Intake, 'measure'>;
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
   * @throws Error when measurements were rejected; what can be done about it is in the log
   */
  async send(signal: AbortSignal): Promise<MeasurementReport> {
    const { store, seed, days, now, profiles } = this.#options;
    const until = now();
    const progress = await store.begin({
      seed,
      days,
      anchorDay: isoDay(until),
    });
    const options = {
      seed: progress.seed,
      days: progress.days,
      anchorDay: Date.parse(progress.anchorDay),
    };
    const levels = this.#levelsOn({
      ...options,
      profiles,
      throughDay: startOfDay(until),
    });
    const report = { accepted: 0, duplicate: 0, unmapped: 0, rejected: 0 };
    const send = async (span: ChunkSpan) => {
      const items = drawChunk(levels, span, options);
      const outcomes: IntakeOutcome[] = [];
      for (let at = 0; at < items.length; at += 1_000) {
        const part = items.slice(at, at + 1_000);
        outcomes.push(...(await this.#options.intake.measure(part, signal)));
      }
      outcomes.forEach(({ status }) => (report[status] += 1));
      return outcomes;
    };
    await this.#sendSpans(
      chunkSpans({ since: historyStart(options), until }),
      send,
    );
    if (report.rejected > 0) {
      throw new Error(
        `The intake rejected ${report.rejected} measurements of the demo organisation`,
      );
    }
    return report;
  }

  /** To make a history takes seconds; within a day it is the same. */
  #levelsOn(options: HistoryOptions): DrawnLevel[] {
    if (this.#drawn?.day !== options.throughDay) {
      const history = generateHistory(options);
      const levels = serviceLevels.map(level => ({
        level,
        troubles: findTroubles(level, history),
      }));
      this.#drawn = { day: options.throughDay, levels };
    }
    return this.#drawn.levels;
  }

  async #sendSpans(
    spans: readonly ChunkSpan[],
    send: (span: ChunkSpan) => Promise<IntakeOutcome[]>,
  ): Promise<void> {
    for (const span of spans) {
      const outcomes = await send(span);
      this.#tellRejection(outcomes);
      const isKnown = outcomes.every(({ status }) => status === 'duplicate');
      if (isKnown && this.#isPastSent) {
        break;
      }
    }
    this.#isPastSent = true;
  }

  #tellRejection(outcomes: readonly IntakeOutcome[]): void {
    const rejected = outcomes.find(({ status }) => status === 'rejected');
    if (rejected) {
      const { id, reason, errors = [] } = rejected;
      this.#options.logger.error(
        `The intake rejected the measurement ${id}: ${[
          reason,
          ...errors.map(({ path, message }) => `${path}: ${message}`),
        ].join('; ')}`,
      );
    }
  }
}
