import type { OnCallContext, OnCallProvider } from './OnCallProvider';

/** A provider with an on-call system that stands still, for one check of the contract. */
export interface OnCallContractFixture {
  provider: OnCallProvider;
  /** That the on-call system knows; somebody is on call by at least one of them. */
  schedules: string[];
  /** One that it does not know. */
  unknownSchedule: string;
}

/** One rule that every provider keeps. */
export interface OnCallContractCheck {
  name: string;
  /**
   * @throws when the provider breaks the rule, saying how
   */
  check(fixture: OnCallContractFixture): Promise<void>;
}

/**
 * The rules that the engine relies on. A module holds its provider against them in its own tests, with any test runner:
 *
 * ```ts
 * it.each(onCallProviderContract)('$name', ({ check }) => check(createFixture()));
 * ```
 */
export const onCallProviderContract: OnCallContractCheck[] = [
  {
    name: 'has an id, a title and an annotation',
    async check({ provider: { id, title, annotation } }) {
      hold(
        /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id),
        `the id "${id}" is not in kebab-case`,
      );
      hold(title.trim(), 'the title is empty');
      hold(
        /^[a-z0-9.-]+\/[a-zA-Z0-9._-]+$/.test(annotation),
        `"${annotation}" is not the name of an annotation`,
      );
    },
  },
  {
    name: 'tells who is on call by each schedule',
    async check({ provider, schedules }) {
      const startedAt = Date.now();
      const answers = await provider.read(schedules, contextOf());
      for (const schedule of schedules) {
        hold(answers.has(schedule), `it tells nothing of ${schedule}`);
      }
      let told = 0;
      for (const [schedule, { entries, asOf, url }] of answers) {
        hold(schedules.includes(schedule), `nobody asked for ${schedule}`);
        hold(
          asOf >= startedAt - 24 * 60 * 60 * 1000 && asOf <= Date.now(),
          `${schedule} is as of ${asOf}, which is not about now`,
        );
        hold(
          url === null || /^https?:\/\//.test(url),
          `${schedule} leads to "${url}", which is no address on the web`,
        );
        for (const [index, entry] of entries.entries()) {
          hold(
            Number.isInteger(entry.level) &&
              entry.level >= (entries[index - 1]?.level ?? 1),
            `the levels of ${schedule} are not whole numbers from 1 in their order`,
          );
          hold(entry.label.trim(), `${schedule} has an entry without a label`);
          hold(
            entry.userRef === null || /^user:[^/]+\/[^/]+$/.test(entry.userRef),
            `"${entry.userRef}" is not the ref of a person`,
          );
          hold(
            entry.until === null || Number.isFinite(entry.until),
            `a shift of ${schedule} ends at ${entry.until}`,
          );
        }
        told += entries.length;
      }
      hold(told > 0, 'nobody is on call by any of the schedules');
    },
  },
  {
    name: 'leaves out what the on-call system does not know, and tells of the others',
    async check({ provider, schedules, unknownSchedule }) {
      const answers = await provider.read(
        [unknownSchedule, ...schedules],
        contextOf(),
      );
      hold(
        !answers.has(unknownSchedule),
        `it tells of ${unknownSchedule}, which there is not`,
      );
      hold(
        schedules.every(schedule => answers.has(schedule)),
        'one schedule that there is not makes it forget the others',
      );
    },
  },
  {
    name: 'asks nothing where it is asked nothing',
    async check({ provider }) {
      let requests = 0;
      const answers = await provider.read([], {
        ...contextOf(),
        reportProgress: progress => {
          requests = progress.requests ?? requests;
        },
      });
      hold(answers.size === 0, 'it tells of what nobody asked for');
      hold(requests === 0, `it made ${requests} requests`);
    },
  },
  {
    name: 'does not start work when it is told to stop',
    async check({ provider, schedules }) {
      const controller = new AbortController();
      controller.abort();
      let failed = false;
      try {
        await provider.read(schedules, contextOf(controller.signal));
      } catch {
        failed = true;
      }
      hold(failed, 'it answered all the same');
    },
  },
];

function contextOf(
  signal: AbortSignal = new AbortController().signal,
): OnCallContext {
  return { signal, budgetShare: 1, reportProgress() {} };
}

function hold(condition: unknown, breach: string): asserts condition {
  if (!condition) {
    throw new Error(`The provider breaks its contract: ${breach}`);
  }
}
