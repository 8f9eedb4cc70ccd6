import {
  SLI_BUCKET_SECONDS,
  SLI_MINUTE_SECONDS,
  type SliBucket,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { SliAnswer, SliContext, SliRequest, SliSource } from './SliSource';

/** Length of the buckets that a request asks for. Milliseconds. */
const lengthOf = ({ bucketSeconds = SLI_BUCKET_SECONDS }: SliRequest) =>
  bucketSeconds * 1000;

/** A source with a system that stands still, for one check of the contract. */
export interface SliContractFixture {
  source: SliSource;
  /** At least one, for which the system knows something in each half of the time asked for: an hour or more, all the same time. */
  requests: SliRequest[];
  /** One for the same time that the source cannot answer, such as one whose query is not valid. */
  brokenRequest: SliRequest;
  /** One for a time of which the system knows nothing. */
  silentRequest: SliRequest;
}

/** One rule that every source of indicators keeps. */
export interface SliContractCheck {
  name: string;
  /**
   * @throws when the source breaks the rule, saying how
   */
  check(fixture: SliContractFixture): Promise<void>;
}

/**
 * The rules that the engine relies on. A module holds its source against them in its own tests, with any test runner:
 *
 * ```ts
 * it.each(sliSourceContract)('$name', ({ check }) => check(createFixture()));
 * ```
 */
export const sliSourceContract: SliContractCheck[] = [
  {
    name: 'has a type and a title',
    async check({ source: { type, title } }) {
      hold(
        /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(type),
        `the type "${type}" is not in kebab-case`,
      );
      hold(title.trim(), 'the title is empty');
    },
  },
  {
    name: 'counts by buckets of the length that it is asked for',
    async check({ source, requests }) {
      const answers = await source.measure(requests, contextOf());
      holdAnswersOf(requests, answers);
      for (const request of requests) {
        const buckets = bucketsOf(answers, request.id);
        hold(buckets.length > 0, `it knows nothing of ${request.id}`);
        holdBuckets(request, buckets);
        const { queries } = answers.find(({ id }) => id === request.id)!;
        hold(
          queries.length > 0 && queries.every(query => query.trim()),
          `nobody can repeat what it asked for ${request.id}`,
        );
      }
    },
  },
  {
    name: 'counts by the minute where it is asked to, or says why not',
    async check({ source, requests }) {
      const asked = requests.map(
        (request): SliRequest => ({
          ...request,
          bucketSeconds: SLI_MINUTE_SECONDS,
        }),
      );
      const answers = await source.measure(asked, contextOf());
      holdAnswersOf(asked, answers);
      for (const request of asked) {
        const answer = answers.find(({ id }) => id === request.id)!;
        if ('buckets' in answer) {
          holdBuckets(request, answer.buckets);
          hold(
            answer.buckets.length === 0 ||
              answer.buckets.some(
                ({ start }) => start % (SLI_BUCKET_SECONDS * 1000) !== 0,
              ),
            `it was asked to count ${request.id} by the minute and counts by five`,
          );
        }
      }
    },
  },
  {
    name: 'says the same again',
    async check({ source, requests }) {
      const [first, second] = [
        await source.measure(requests, contextOf()),
        await source.measure(requests, contextOf()),
      ];
      for (const { id } of requests) {
        hold(
          isSame(bucketsOf(first, id), bucketsOf(second, id)),
          `of ${id} it says something else when it is asked again`,
        );
      }
    },
  },
  {
    name: 'says of a time what it says of its parts',
    async check({ source, requests }) {
      const whole = await source.measure(requests, contextOf());
      const borders = requests.map(
        request =>
          request.from +
          Math.floor((request.to - request.from) / lengthOf(request) / 2) *
            lengthOf(request),
      );
      const [early, late] = [
        await source.measure(
          requests.map((request, index) => ({
            ...request,
            to: borders[index],
          })),
          contextOf(),
        ),
        await source.measure(
          requests.map((request, index) => ({
            ...request,
            from: borders[index],
          })),
          contextOf(),
        ),
      ];
      for (const { id } of requests) {
        const [before, after] = [bucketsOf(early, id), bucketsOf(late, id)];
        hold(
          before.length > 0 && after.length > 0,
          `it knows nothing of a half of ${id}`,
        );
        hold(
          isSame(bucketsOf(whole, id), [...before, ...after]),
          `what it says of the halves of ${id} is not what it says of the whole`,
        );
      }
    },
  },
  {
    name: 'leaves out buckets of which nothing is known',
    async check({ source, silentRequest }) {
      const answers = await source.measure([silentRequest], contextOf());
      holdAnswersOf([silentRequest], answers);
      const count = bucketsOf(answers, silentRequest.id).length;
      hold(count === 0, `it makes ${count} buckets out of nothing`);
    },
  },
  {
    name: 'answers with a problem what it cannot measure, and measures the others',
    async check({ source, requests, brokenRequest }) {
      const asked = [brokenRequest, ...requests];
      const answers = await source.measure(asked, contextOf());
      holdAnswersOf(asked, answers);
      const broken = answers.find(({ id }) => id === brokenRequest.id)!;
      hold(
        'problem' in broken && broken.problem.trim(),
        `it says nothing of what is wrong with ${brokenRequest.id}`,
      );
      const alone = await source.measure(requests, contextOf());
      for (const { id } of requests) {
        hold(
          isSame(bucketsOf(answers, id), bucketsOf(alone, id)),
          `one broken request changes what it says of ${id}`,
        );
      }
    },
  },
  {
    name: 'asks nothing where it is asked nothing',
    async check({ source }) {
      let requests = 0;
      const answers = await source.measure([], {
        ...contextOf(),
        reportProgress: progress => {
          requests = progress.requests ?? requests;
        },
      });
      hold(answers.length === 0, 'it tells of what nobody asked for');
      hold(requests === 0, `it made ${requests} requests`);
    },
  },
  {
    name: 'does not start work when it is told to stop',
    async check({ source, requests }) {
      const controller = new AbortController();
      controller.abort();
      let failed = false;
      try {
        await source.measure(requests, contextOf(controller.signal));
      } catch {
        failed = true;
      }
      hold(failed, 'it answered all the same');
    },
  },
  {
    name: 'leads people to an address on the web, or nowhere',
    async check({ source, requests, brokenRequest }) {
      for (const request of [...requests, brokenRequest]) {
        const link = source.link?.(request) ?? null;
        hold(
          link === null || /^https?:\/\//.test(link),
          `${request.id} leads to "${link}", which is no address on the web`,
        );
      }
    },
  },
];

function holdAnswersOf(
  requests: readonly SliRequest[],
  answers: readonly SliAnswer[],
): void {
  hold(
    isSame(
      answers.map(({ id }) => id).sort(),
      requests.map(({ id }) => id).sort(),
    ),
    `it was asked for ${requests.length} objectives and answers for other ones, or not once for each`,
  );
}

function holdBuckets(request: SliRequest, buckets: readonly SliBucket[]): void {
  const length = lengthOf(request);
  let previous = -Infinity;
  for (const { start, good, total } of buckets) {
    const where = `the bucket of ${request.id} at ${start}`;
    hold(start % length === 0, `${where} begins within a bucket`);
    hold(
      start >= request.from && start + length <= request.to,
      `${where} lies outside of what was asked for`,
    );
    hold(start > previous, `${where} is not after the one before it`);
    hold(
      Number.isFinite(total) && good >= 0 && good <= total,
      `${where} counts ${good} good of ${total}`,
    );
    previous = start;
  }
}

/**
 * @throws when the source could not answer
 */
function bucketsOf(answers: readonly SliAnswer[], id: string): SliBucket[] {
  const answer = answers.find(candidate => candidate.id === id);
  hold(answer, `it says nothing of ${id}`);
  if ('problem' in answer) {
    throw breachOf(`it cannot answer for ${id}: ${answer.problem}`);
  }
  return answer.buckets;
}

function contextOf(
  signal: AbortSignal = new AbortController().signal,
): SliContext {
  return { signal, budgetShare: 1, reportProgress() {} };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function hold(condition: unknown, breach: string): asserts condition {
  if (!condition) {
    throw breachOf(breach);
  }
}

function breachOf(breach: string): Error {
  return new Error(`The source breaks its contract: ${breach}`);
}
