import type { LoggerService } from '@backstage/backend-plugin-api';
import type { IntakeOutcome } from '@opmodel/backstage-plugin-opmodel-common';
import { createHash } from 'node:crypto';
import { cleanText } from '../catalog/cleanText';
import { describeRejection } from './describeRejection';
import type { OutcomeListener } from './OutcomeListener';
import type {
  RejectionCount,
  RejectionStore,
  RejectionSummary,
} from './RejectionStore';

const HOUR = 60 * 60 * 1000;

/** Groups that are told apart within an hour. Whoever varies the reason endlessly fills no disk. */
const GROUPS_PER_HOUR = 200;

/** Characters that are kept of a producer, a source and an id. */
const IDENTIFIER_LENGTH = 200;

/** What is counted together once an hour has its groups. */
const OTHER = { producer: '', source: null, reason: 'other reasons' };

/**
 * Remembers what intake rejected, so that an operator sees that a sender has it wrong, and why. It counts, and keeps no content;
 * reasons are kept without the values that led to them.
 */
export class RejectionLog implements OutcomeListener {
  readonly #store: RejectionStore;
  readonly #logger: LoggerService;

  constructor(options: { store: RejectionStore; logger: LoggerService }) {
    this.#store = options.store;
    this.#logger = options.logger;
  }

  /**
   * Counts the rejected among the outcomes. It never fails: the sender's answer must not depend on it.
   *
   * @param options - `producer`: who delivered; `now` in epoch milliseconds
   */
  async record(
    outcomes: IntakeOutcome[],
    options: { producer: string; now: number },
  ): Promise<void> {
    const rejected = outcomes.filter(({ status }) => status === 'rejected');
    if (rejected.length === 0) {
      return;
    }
    try {
      const hour = Math.floor(options.now / HOUR) * HOUR;
      const counts = new Map<string, RejectionCount>();
      const known = await this.#store.listKeys(hour);
      for (const outcome of rejected) {
        const one = countOf(outcome, hour, options);
        const other = countedAs({ ...one, ...OTHER });
        const counted =
          known.has(one.key) || known.size < GROUPS_PER_HOUR ? one : other;
        known.add(counted.key);
        counts.set(counted.key, {
          ...counted,
          events: (counts.get(counted.key)?.events ?? 0) + 1,
        });
      }
      await this.#store.add([...counts.values()]);
    } catch (error) {
      this.#logger.warn(
        `${rejected.length} rejected events could not be counted`,
        error as Error,
      );
    }
  }

  /**
   * What was rejected, groups with most events first.
   *
   * @param options - `since`: to the hour, epoch milliseconds
   */
  async summarize(options: {
    since: number;
    limit: number;
  }): Promise<RejectionSummary> {
    return this.#store.summarize(options);
  }

  /**
   * The number of events that were rejected.
   *
   * @param options - `since`: to the hour, epoch milliseconds
   */
  async count(options: { since: number }): Promise<number> {
    return this.#store.count(options);
  }
}

function cut(text: string): string {
  return cleanText(text).slice(0, IDENTIFIER_LENGTH);
}

function countOf(
  outcome: IntakeOutcome,
  hour: number,
  { producer, now }: { producer: string; now: number },
): RejectionCount {
  return countedAs({
    hour,
    key: '',
    producer: cut(producer),
    source: outcome.source === null ? null : cut(outcome.source),
    reason: describeRejection(outcome),
    events: 1,
    lastEventId: outcome.id === null ? null : cut(outcome.id),
    lastRejectedAt: now,
  });
}

function countedAs(count: RejectionCount): RejectionCount {
  const { producer, source, reason } = count;
  return {
    ...count,
    key: createHash('sha256')
      .update(JSON.stringify([producer, source, reason]))
      .digest('hex')
      .slice(0, 32),
  };
}
