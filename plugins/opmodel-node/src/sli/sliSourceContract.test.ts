import type { SliBucket } from '@opmodel/backstage-plugin-opmodel-common';
import type { SliAnswer, SliRequest, SliSource } from './SliSource';
import { sliSourceContract } from './sliSourceContract';

const BUCKET = 300_000;
const HOUR = 12 * BUCKET;

const requestOf = (id: string, overrides: Partial<SliRequest> = {}) => ({
  id,
  indicator: {
    type: 'threshold' as const,
    metric: { type: 'made-up', dataSource: null, connection: {}, spec: {} },
  },
  comparison: null,
  entityRef: null,
  from: 0,
  to: HOUR,
  ...overrides,
});

function* bucketsBetween(
  from: number,
  to: number,
  length: number = BUCKET,
): Iterable<SliBucket> {
  for (let start = from; start < to; start += length) {
    yield { start, good: 9, total: 10 };
  }
}

const answerTo = ({
  id,
  from,
  to,
  bucketSeconds = 300,
}: SliRequest): SliAnswer => {
  if (id === 'broken') {
    return { id, problem: 'The query is not valid', queries: [] };
  }
  return {
    id,
    buckets:
      from < HOUR ? [...bucketsBetween(from, to, bucketSeconds * 1_000)] : [],
    queries: ['up'],
  };
};

const sourceOf = (
  overrides: Partial<SliSource> = {},
  alter: (answer: SliAnswer) => SliAnswer = answer => answer,
): SliSource => ({
  type: 'made-up',
  title: 'Made up',
  async measure(requests, { signal }) {
    signal.throwIfAborted();
    return requests.map(request => alter(answerTo(request)));
  },
  link: () => 'https://metrics.example.com',
  ...overrides,
});

const alterBuckets =
  (change: (buckets: SliBucket[]) => SliBucket[]) =>
  (answer: SliAnswer): SliAnswer =>
    'buckets' in answer
      ? { ...answer, buckets: change(answer.buckets) }
      : answer;

async function breaches(source: SliSource): Promise<string> {
  const found: string[] = [];
  for (const { check } of sliSourceContract) {
    await check({
      source,
      requests: [requestOf('a'), requestOf('b')],
      brokenRequest: requestOf('broken'),
      silentRequest: requestOf('silent', { from: HOUR, to: 2 * HOUR }),
    }).catch(error => found.push(error.message));
  }
  return found
    .map(message => message.replace('The source breaks its contract: ', ''))
    .join('; ');
}

describe('sliSourceContract', () => {
  it('has nothing against a source that keeps it', async () => {
    expect(await breaches(sourceOf())).toBe('');
    expect(await breaches(sourceOf({ link: undefined }))).toBe('');
  });

  it('has nothing against a source that says that it cannot count by the minute', async () => {
    const onlyFive = sourceOf({
      measure: async (requests, { signal }) => {
        signal.throwIfAborted();
        return requests.map(request =>
          request.bucketSeconds === 60
            ? { id: request.id, problem: 'Five minutes at least', queries: [] }
            : answerTo(request),
        );
      },
    });
    expect(await breaches(onlyFive)).toBe('');
  });

  let asked = 0;
  it.each([
    ['its type', sourceOf({ type: 'Made Up' }), 'is not in kebab-case'],
    ['its title', sourceOf({ title: ' ' }), 'the title is empty'],
    [
      'buckets that begin anywhere',
      sourceOf(
        {},
        alterBuckets(([first, ...rest]) => [
          { ...first, start: first.start + 1 },
          ...rest,
        ]),
      ),
      'begins within a bucket',
    ],
    [
      'five minutes in place of one',
      sourceOf({
        measure: async requests =>
          requests.map(({ bucketSeconds, ...request }) => answerTo(request)),
      }),
      'was asked to count a by the minute and counts by five',
    ],
    [
      'buckets that nobody asked for',
      sourceOf(
        {},
        alterBuckets(buckets => [
          ...buckets,
          { start: 5 * HOUR, good: 1, total: 1 },
        ]),
      ),
      'lies outside of what was asked for',
    ],
    [
      'buckets out of order',
      sourceOf(
        {},
        alterBuckets(buckets => buckets.reverse()),
      ),
      'is not after the one before it',
    ],
    [
      'more that is good than there is',
      sourceOf(
        {},
        alterBuckets(buckets => buckets.map(it => ({ ...it, good: 11 }))),
      ),
      'counts 11 good of 10',
    ],
    [
      'what is no number',
      sourceOf(
        {},
        alterBuckets(buckets => buckets.map(it => ({ ...it, total: NaN }))),
      ),
      'counts 9 good of NaN',
    ],
    [
      'queries that are not told',
      sourceOf({}, answer => ({ ...answer, queries: [] })),
      'nobody can repeat what it asked for a',
    ],
    [
      'another answer to the same question',
      sourceOf(
        {},
        alterBuckets(buckets =>
          buckets.map(it => ({ ...it, total: 10 + ++asked })),
        ),
      ),
      'something else when it is asked again',
    ],
    [
      'counts that follow from what is asked for',
      sourceOf(
        {},
        alterBuckets(buckets =>
          buckets.map(it => ({ ...it, total: 10 + buckets.length })),
        ),
      ),
      'what it says of the halves of a is not what it says of the whole',
    ],
    [
      'no data as zero',
      sourceOf({
        measure: async requests =>
          requests.map(({ id, from, to }) => ({
            id,
            buckets: [...bucketsBetween(from, to)],
            queries: ['up'],
          })),
      }),
      'it makes 12 buckets out of nothing',
    ],
    [
      'a problem that is not told',
      sourceOf({}, answer =>
        'problem' in answer ? { ...answer, problem: '' } : answer,
      ),
      'it says nothing of what is wrong with broken',
    ],
    [
      'an answer that is missing',
      sourceOf({
        measure: async requests => requests.slice(1).map(answerTo),
      }),
      'answers for other ones, or not once for each',
    ],
    [
      'one request for nothing',
      sourceOf({
        async measure(requests, { reportProgress }) {
          reportProgress({ requests: 1 });
          return requests.map(answerTo);
        },
      }),
      'it made 1 requests',
    ],
    [
      'an answer after it was told to stop',
      sourceOf({ measure: async requests => requests.map(answerTo) }),
      'it answered all the same',
    ],
    [
      'an address that is not on the web',
      sourceOf({ link: () => 'ftp://metrics.example.com' }),
      'which is no address on the web',
    ],
  ])('finds %s', async (_what, source, breach) => {
    expect(await breaches(source)).toContain(breach);
  });
});
