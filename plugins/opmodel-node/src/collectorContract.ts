import { MAX_BATCH_EVENTS } from '@opmodel/backstage-plugin-opmodel-common';
import { isSourceOfCollector } from './collectorSource';
import { checkContract, describeContractErrors } from './contractErrors';
import { intakeEventSchema } from './intakeEventSchema';
import {
  type CollectorContractFixture,
  contentOf,
  hold,
  holdNothingIsLost,
  identityOf,
  observeRun,
} from './observeCollector';

export type { CollectorContractFixture } from './observeCollector';

/** One rule that every collector keeps. */
export interface CollectorContractCheck {
  name: string;
  /**
   * @throws when the collector breaks the rule, saying how
   */
  check(fixture: CollectorContractFixture): Promise<void>;
}

/**
 * The rules that intake and the collector runner rely on. A module holds its collector against them in its own tests, with
 * any test runner:
 *
 * ```ts
 * it.each(collectorContract)('$name', ({ check }) => check(createFixture()));
 * ```
 *
 * The fixture must emit at least one event, and its outside world must not change between two runs.
 */
export const collectorContract: CollectorContractCheck[] = [
  {
    name: 'has an id, a title, annotations and a schedule',
    async check({ collector }) {
      hold(
        /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(collector.id),
        `the id "${collector.id}" is not in kebab-case`,
      );
      hold(collector.title.trim(), 'the title is empty');
      hold(
        collector.annotations.length > 0,
        'it names no annotation, so that no entity can concern it',
      );
      hold(
        collector.schedule.frequency && collector.schedule.timeout,
        'its schedule lacks a frequency or a timeout',
      );
    },
  },
  {
    name: 'emits valid events in batches that intake takes',
    async check(fixture) {
      const { batches, events } = await observeRun(fixture);
      hold(events.length > 0, 'it emitted nothing');
      for (const batch of batches) {
        hold(
          batch.length <= MAX_BATCH_EVENTS,
          `a batch holds ${batch.length} events, more than ${MAX_BATCH_EVENTS}`,
        );
      }
      for (const event of events) {
        const result = checkContract(intakeEventSchema, event);
        hold(
          result.success,
          `the event ${identityOf(
            event,
          )} is not valid: ${describeContractErrors(
            result.success ? [] : result.errors,
          )}`,
        );
        const { id } = fixture.collector;
        hold(
          isSourceOfCollector(event.source, id),
          `the source ${event.source} does not start with ${id}: as the sources of ${id} must`,
        );
      }
    },
  },
  {
    name: 'says the same again when it starts afresh',
    async check(fixture) {
      const first = contentOf((await observeRun(fixture)).events);
      const second = contentOf((await observeRun(fixture)).events);
      hold(
        first.size === second.size,
        `one run emitted ${first.size} events, and the next ${second.size}`,
      );
      for (const [identity, content] of first) {
        hold(
          second.get(identity) === content,
          `the event ${identity} differs between two runs, so that a repeated run would be taken for news or lost`,
        );
      }
    },
  },
  {
    name: 'goes on from a watermark that it can read again',
    async check(fixture) {
      const first = await observeRun(fixture);
      hold(
        first.watermark !== undefined,
        'it saved no watermark, so that each run would read everything',
      );
      const parsed = fixture.collector.watermark.safeParse(first.watermark);
      hold(
        parsed.success,
        'the watermark that it saved does not meet its own contract',
      );
      const before = contentOf(first.events);
      const { events } = await observeRun(fixture, first.watermark);
      for (const [identity, content] of contentOf(events)) {
        hold(
          before.get(identity) === content,
          `nothing had changed since the watermark, and yet the event ${identity} is new`,
        );
      }
    },
  },
  {
    name: 'saves only watermarks that it can go on from, none before another',
    async check(fixture) {
      const { watermark, compareWatermarks } = fixture.collector;
      const { saved } = await observeRun(fixture);
      for (const [index, value] of saved.entries()) {
        hold(
          watermark.safeParse(value).success,
          'a watermark that it saved on the way does not meet its own contract',
        );
        hold(
          index === 0 ||
            !compareWatermarks ||
            compareWatermarks(value, saved[index - 1]) >= 0,
          'it saved a watermark that lies before the one that it saved before, by its own order',
        );
      }
    },
  },
  {
    name: 'loses nothing when intake does not take a batch',
    check: fixture =>
      holdNothingIsLost(fixture, 'refuse', 'intake refused events'),
  },
  {
    name: 'loses nothing when the backend stops on the way',
    check: fixture => holdNothingIsLost(fixture, 'stop', 'the backend stopped'),
  },
  {
    name: 'tells of its progress only what can be',
    async check(fixture) {
      const { progress } = await observeRun(fixture);
      for (const { completeUntil = 0, requests = 0, budget } of progress) {
        hold(
          Number.isFinite(completeUntil) && completeUntil <= Date.now(),
          `it is complete until ${completeUntil}, which is no instant of the past`,
        );
        hold(
          Number.isSafeInteger(requests) && requests >= 0,
          `it made ${requests} requests`,
        );
        hold(
          !budget || (budget.remaining >= 0 && (budget.limit ?? 0) >= 0),
          `its budget is ${JSON.stringify(budget)}`,
        );
      }
    },
  },
  {
    name: 'does not start work when it is told to stop',
    async check({ collector, entities }) {
      const controller = new AbortController();
      controller.abort();
      let emitted = 0;
      try {
        await collector.collect({
          since: undefined,
          signal: controller.signal,
          overlapMs: 0,
          budgetShare: 1,
          async *entities() {
            yield entities;
          },
          async emit(events) {
            emitted += events.length;
          },
          async saveWatermark() {},
          reportProblem() {},
          reportResolved() {},
          reportProgress() {},
        });
      } catch (error) {
        // Both ways of stopping are fine: to return, and to throw what the signal says.
        hold(
          error === controller.signal.reason ||
            (error instanceof Error && error.name === 'AbortError'),
          `it failed with "${error}" instead of stopping`,
        );
      }
      hold(emitted === 0, `it emitted ${emitted} events all the same`);
    },
  },
];
