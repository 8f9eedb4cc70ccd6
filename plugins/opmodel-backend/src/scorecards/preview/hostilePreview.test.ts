import { mockServices } from '@backstage/backend-test-utils';
import {
  maximumSetSize,
  maximumTextLength,
  type ScorecardSpec,
} from '@opmodel/backstage-plugin-opmodel-common';
import { seesAll } from '../../catalog/Visibility';
import { entityOf } from '../../testing/catalog';
import { Evaluator } from '../evaluation/Evaluator';
import { FactProviders } from '../facts/FactProviders';
import { checkWith, publishedWith } from '../testing/publishedScorecard';
import { fakeScoredStores } from '../testing/scoredStores';
import { createPreviews } from './createPreviewPart';

jest.setTimeout(300_000);

const noon = Date.UTC(2026, 10, 2, 12);
const refs = Array.from({ length: 2 }, (_, at) => `component:default/c${at}`);

/**
 * For how long others of the process may have to wait, milliseconds of the processor, and how much memory may be taken. Without a test around
 * it, it is half a second and 40 MB; with one it is ten times as long. What is held off here took many minutes.
 */
const longestWait = 20_000;
const mostMegabytes = 500;

const providers = new FactProviders({
  asked: [
    {
      id: 'c',
      title: 'C',
      schema: {
        set: { type: 'set', description: 'Texts' },
        text: { type: 'string', description: 'A text' },
        untold: { type: 'boolean', description: 'Told by nobody' },
      },
      cadence: { hours: 1 },
      freshness: { hours: 6 },
      provide: async () => [],
    },
  ],
  pushed: [],
});

const times = (part: string, count: number, between: string) =>
  Array(count).fill(part).join(between);

/** As many checks as a scorecard may have, all of whose expressions are these. */
const specOf = (
  part: Record<string, string>,
  whole: Record<string, unknown> = {},
): ScorecardSpec =>
  ({
    owner: 'group:default/pay',
    levels: [{ name: 'Bronze', rank: 1 }],
    checks: Array.from({ length: 100 }, (_, at) => ({
      id: `check-${at}`,
      name: 'A check',
      level: 'Bronze',
      expression: 'c.text != ""',
      ...part,
    })),
    ...whole,
  } as unknown as ScorecardSpec);

const everywhere = (expression: string) => ({
  expression,
  filter: expression,
  warning: expression,
  value: expression,
});

const hostile: [string, ScorecardSpec][] = [
  [
    'walks in walks',
    specOf(everywhere('c.set.all(x, c.set.all(y, c.set.all(z, true)))')),
  ],
  [
    'as much as an expression may do',
    specOf(everywhere('c.set.all(x, c.set.all(y, x != ""))')),
  ],
  [
    'a dear filter for all checks',
    specOf({}, { filter: 'c.set.all(x, c.set.all(y, x != ""))' }),
  ],
  [
    'patterns over very much text',
    specOf(everywhere('c.set.all(x, !x.matches("(.*)(.*)(.*)[^!0-9a-z]$"))')),
  ],
  [
    'patterns that are too large',
    specOf(everywhere(times('c.text.matches("(a{1000}){9}")', 50, ' || '))),
  ],
  [
    'many patterns that are just not too large',
    specOf(
      everywhere(
        Array.from(
          { length: 9 },
          (_, at) => `c.text.matches("x${at}a{49}")`,
        ).join(' || '),
      ),
    ),
  ],
  [
    'large texts',
    specOf(everywhere(`size(${times('c.text', 90, ' + ')}) > 1`)),
  ],
  [
    'errors upon errors',
    specOf(everywhere(`c.set.exists(x, ${times('c.untold', 9, ' || ')})`)),
  ],
  [
    'no expressions at all',
    specOf(everywhere(`${times('(', 900, '')}true${times(')', 900, '')}`)),
  ],
  [
    'texts with thousands of names',
    specOf({
      failureMessage: Array.from(
        { length: 200 },
        (_, at) => `{{a${at}.b}}`,
      ).join(''),
      solution: Array.from({ length: 400 }, (_, at) => `{{b${at}.c}}`).join(''),
    }),
  ],
  [
    'what every object has',
    specOf(everywhere('c.constructor.constructor("return 1") == 1'), {
      filter: 'c.__proto__ == "a"',
    }),
  ],
];

/**
 * The longest that something else had to wait for its turn while this ran, by what the process itself did meanwhile, and how much memory it
 * took.
 */
async function measure(run: () => Promise<unknown>) {
  let longest = 0;
  let last = process.cpuUsage();
  const heap = process.memoryUsage().heapUsed;
  let peak = heap;
  const look = () => {
    const { user, system } = process.cpuUsage(last);
    longest = Math.max(longest, (user + system) / 1_000);
    last = process.cpuUsage();
    peak = Math.max(peak, process.memoryUsage().heapUsed);
  };
  const timer = setInterval(look, 1);
  try {
    await run();
  } finally {
    look();
    clearInterval(timer);
  }
  return { longest, megabytes: (peak - heap) / 1e6 };
}

describe('hostile scorecards', () => {
  async function createScored() {
    const stores = fakeScoredStores();
    const ground = {
      ...stores,
      providers,
      acceptances: {
        listInForce: async () => [],
        listRequested: async () => [],
      },
      logger: mockServices.logger.mock(),
      clock: () => noon,
    };
    await stores.scan(refs.map(ref => entityOf(ref)));
    await stores.facts.register(providers.list(), { now: noon });
    await stores.facts.tell(
      'c',
      refs.map(entityRef => ({
        entityRef,
        facts: {
          set: Array.from({ length: maximumSetSize }, (_, at) =>
            String(at).padStart(maximumTextLength, 'a'),
          ),
          text: 'a'.repeat(maximumTextLength),
        },
        problem: null,
      })),
      { of: refs, now: noon },
    );
    return {
      ...stores,
      evaluator: new Evaluator(ground as never),
      previews: createPreviews({ ...ground, zone: 'UTC' } as never),
    };
  }

  it.each(hostile)(
    'keep nobody waiting while they are tried out: %s',
    async (_, spec) => {
      const { previews } = await createScored();
      const { longest, megabytes } = await measure(() =>
        previews.preview(
          { name: 'hostile', spec, entityRefs: refs.slice(1) },
          seesAll,
        ),
      );
      expect(longest).toBeLessThan(longestWait);
      expect(megabytes).toBeLessThan(mostMegabytes);
    },
  );

  it.each([
    ['too many steps', 'c.set.all(x, c.set.all(y, c.set.all(z, true)))'],
    ['too large a pattern', 'c.text.matches("(a{1000}){9}")'],
    ['what every object has', 'c.constructor == "a"'],
    ['a length that is a fact', 'duration(c.text) > duration("1h")'],
  ])('are refused by the name of the field: %s', async (_, expression) => {
    const { previews } = await createScored();
    const { problems } = await previews.preview(
      { name: 'hostile', spec: specOf(everywhere(expression)) },
      seesAll,
    );
    const paths = new Set(problems.map(({ path }) => path));
    for (const field of ['expression', 'filter', 'warning', 'value']) {
      expect(paths).toContain(`checks[7].${field}`);
    }
  });

  it('that hold all the same make an error of the check that is one, and of no other', async () => {
    const { evaluator, results, scorecards } = await createScored();
    const sound = { level: 'Bronze', expression: 'c.text != ""' };
    const check = (id: string, expression: string) =>
      checkWith({ ...sound, id, expression });
    await scorecards.publish(
      [
        publishedWith({
          levels: [{ name: 'Bronze', rank: 1 }],
          checks: [
            check('sound', sound.expression),
            check('endless', 'c.set.all(x, c.set.all(y, c.set.all(z, true)))'),
            check('pattern', 'c.set.all(x, !x.matches("(a+)+(b+)+$"))'),
            check('object', 'c.constructor == "a"'),
            check('failing', 'c.set.exists(x, int(x) > 3)'),
            check('also-sound', sound.expression),
          ],
        }),
      ],
      { now: noon },
    );
    const { longest } = await measure(() => evaluator.workOff());
    expect(longest).toBeLessThan(longestWait);
    for (const { levelRank, verdicts } of await results.read(refs)) {
      expect(
        [...verdicts.values()].map(({ checkId, state }) => [checkId, state]),
      ).toEqual([
        ['sound', 'passed'],
        ['endless', 'error'],
        ['pattern', 'error'],
        ['object', 'error'],
        ['failing', 'error'],
        ['also-sound', 'passed'],
      ]);
      expect(levelRank).toBe(1);
      expect(verdicts.get('pattern')?.detail).toContain('matches()');
      expect(verdicts.get('endless')?.detail).toContain('steps');
    }
  });
});
