import type { LoggerService } from '@backstage/backend-plugin-api';
import type { IntakeOutcome } from '@opmodel/backstage-plugin-opmodel-common';
import { historyStart } from '../history/generateHistory';
import { isoDay } from '../history/workload';
import type { DeliveryProfile } from '../organisation/DeliveryProfile';
import {
  drawPipelineFacts,
  type PipelineFacts,
  pipelineProvider,
} from '../standards/drawPipelineFacts';
import type { Intake } from './Intake';
import type { ProgressStore } from './ProgressStore';

/** What is sent of one component at one time, as intake takes it. */
export interface FactItem {
  provider: string;
  entityRef: string;
  facts: Record<string, boolean | number | string | null>;
  /** ISO instant. */
  toldAt: string;
}

/** Most statements of one request. */
const MOST_ITEMS = 1_000;

/**
 * Sends what the pipelines of the demo organisation tell of their components: the year before the first start, and then each week. It
 * keeps nothing of its own, because what is sent twice is a duplicate.
 */
export class PipelineFactSender {
  readonly #options;
  /** Up to where this process sent everything, epoch milliseconds. */
  #sentUntil = -Infinity;

  constructor(options: {
    store: Pick<ProgressStore, 'begin'>;
    intake: Pick<Intake, 'tellFacts'>;
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
   * @returns how many statements were sent
   * @throws Error when one was rejected; what can be done about it is in the log
   */
  async send(signal: AbortSignal): Promise<number> {
    const { store, seed, days, now, profiles, intake } = this.#options;
    const until = now();
    const progress = await store.begin({
      seed,
      days,
      anchorDay: isoDay(until),
    });
    const anchorDay = Date.parse(progress.anchorDay);
    const told = drawPipelineFacts(profiles, {
      seed: progress.seed,
      days: progress.days,
      anchorDay,
      from: Math.max(
        historyStart({ anchorDay, days: progress.days }),
        this.#sentUntil,
      ),
      until,
    });
    for (let at = 0; at < told.length; at += MOST_ITEMS) {
      const items = told.slice(at, at + MOST_ITEMS).map(toItem);
      this.#refuseRejections(await intake.tellFacts(items, signal));
    }
    this.#sentUntil = until;
    return told.length;
  }

  #refuseRejections(outcomes: readonly IntakeOutcome[]): void {
    const rejected = outcomes.find(({ status }) => status === 'rejected');
    if (rejected) {
      const { reason, errors = [] } = rejected;
      this.#options.logger.error(
        `The intake rejected facts of the demo organisation: ${[
          ...(reason ? [reason] : []),
          ...errors.map(({ path, message }) => `${path}: ${message}`),
        ].join('; ')}`,
      );
      throw new Error(
        'The intake rejected facts of the pipelines of the demo organisation',
      );
    }
  }
}

function toItem({ component, at, facts }: PipelineFacts): FactItem {
  const { rollbackRehearsedAt, ...values } = facts;
  return {
    provider: pipelineProvider,
    entityRef: `component:default/${component}`,
    facts: {
      ...values,
      rollbackRehearsedAt:
        typeof rollbackRehearsedAt === 'number'
          ? new Date(rollbackRehearsedAt).toISOString()
          : null,
    },
    toldAt: new Date(at).toISOString(),
  };
}
