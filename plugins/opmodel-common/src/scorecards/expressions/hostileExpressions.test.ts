import fc from 'fast-check';
import {
  type EntityFacts,
  type FactSchema,
  maximumSetSize,
  maximumTextLength,
} from '../factSchema';
import { maximumSteps } from './estimateSteps';
import { FactExpressions } from './FactExpressions';

/*
 * What can be written is bounded before it runs: with facts as large as they can be, an expression takes some 60 ms at most and a few
 * megabytes. The bounds here are generous, of time of the processor, as machines that run many tests at once are slow; what they hold off takes
 * minutes, or all memory.
 */
const mostMilliseconds = 2_000;
const mostMegabytes = 150;

const schema: FactSchema = {
  set: { type: 'set', description: 'Texts' },
  text: { type: 'string', description: 'A text' },
  count: { type: 'integer', description: 'A number' },
  digits: { type: 'string', description: 'Many digits' },
  untold: { type: 'boolean', description: 'Told by nobody' },
};
const expressions = new FactExpressions({ c: schema });
const told = (value: EntityFacts[string][string]['value']) => ({
  value,
  reportedAt: 0,
});
/** As large as facts can be. */
const facts: EntityFacts = {
  c: {
    set: told(
      Array.from({ length: maximumSetSize }, (_, at) =>
        String(at).padStart(maximumTextLength, 'a'),
      ),
    ),
    text: told(`${'a'.repeat(maximumTextLength - 1)}!`),
    digits: told('9'.repeat(maximumTextLength)),
    count: told(1),
  },
};

const times = (part: string, count: number, between: string) =>
  Array(count).fill(part).join(between);
const set = (count: number) => `(${times('c.set', count, ' + ')})`;
const text = (count: number) => `(${times('c.text', count, ' + ')})`;

function measure<T>(run: () => T): { milliseconds: number; megabytes: number } {
  const heap = process.memoryUsage().heapUsed;
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return {
    milliseconds: (user + system) / 1_000,
    megabytes: (process.memoryUsage().heapUsed - heap) / 1e6,
  };
}

describe('hostile expressions', () => {
  it.each([
    ['walks in walks', 'c.set.all(x, c.set.all(y, c.set.all(z, true)))'],
    [
      'a walk over lists put together, in another',
      `${set(8)}.all(x, ${set(4)}.all(y, true))`,
    ],
    ['lists made in a walk', `c.set.all(x, size(${set(80)}) > 1)`],
    ['a list of lists', `size(c.set.map(x, ${set(50)})) > 1`],
    ['a list of lists of texts', `size(c.set.map(x, ${set(9)})) > 1`],
    ['a list that grows by its half', `size(${set(90)}) > 1`],
    ['texts made in a walk', `c.set.all(x, size(${text(90)}) > 1)`],
    [
      'large texts that are kept',
      `size(c.set.map(x, ${text(80)}.lowerAscii())) > 1`,
    ],
    [
      'a list in a list, for each of a list',
      'c.set.all(x, c.set.all(y, x in c.set))',
    ],
    ['texts within texts', 'c.set.all(x, x.contains(c.text))'],
    [
      'texts within texts that almost match',
      `c.set.all(x, !x.contains("${'a'.repeat(500)}b${'a'.repeat(500)}"))`,
    ],
    [
      'errors in walks',
      'c.set.exists(x, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].exists(y, c.untold))',
    ],
    [
      'hours of zones in a walk',
      'c.set.exists(x, now.getHours("Europe/Berlin") + now.getHours(x) > 30)',
    ],
    [
      'many errors in a walk',
      `c.set.exists(x, ${times('1 / 0 == 1', 40, ' || ')})`,
    ],
  ])('are refused as too long: %s', (_, source) => {
    let problem;
    const { milliseconds } = measure(() => {
      ({ problem } = expressions.compile(source));
    });
    expect(problem).toMatchObject({
      message: expect.stringContaining(`more than ${maximumSteps} steps`),
    });
    expect(milliseconds).toBeLessThan(mostMilliseconds);
  });

  it.each([
    ['a length that is a fact', 'duration(c.digits) > duration("1h")'],
    [
      'a length that is made while it runs',
      'duration(string(c.count) + "h") > duration("1h")',
    ],
    ['a long length', `duration("${'9'.repeat(41)}") > duration("1h")`],
    ['a pattern of many instructions', 'c.text.matches("(a{1000}){9}")'],
    [
      'patterns that lie in each other',
      'c.text.matches("((a{0,30}){0,30}){0,30}")',
    ],
    ['many patterns', times('c.text.matches("(a{30}){9}")', 50, ' || ')],
  ])('are refused at once: %s', (_, source) => {
    let problem: { message: string } | null = null;
    const { milliseconds } = measure(() => {
      ({ problem } = expressions.compile(source));
    });
    expect(problem).toMatchObject({
      message: expect.stringMatching(/needs its length|too large a pattern/),
    });
    expect(milliseconds).toBeLessThan(mostMilliseconds);
  });

  it.each([
    ['the most that walks can do', 'c.set.all(x, c.set.all(y, x != ""))'],
    ['a list looked through in a walk', 'c.set.all(x, x in c.set)'],
    ['lists compared in a walk', 'c.set.all(x, c.set == c.set)'],
    ['all texts in small letters', 'c.set.all(x, x.lowerAscii() != "")'],
    ['all texts counted', 'c.set.all(x, size(x) > 1)'],
    ['texts put together', `size(c.set.map(x, (x + x).lowerAscii())) > 1`],
    ['lists put together', `size(${set(30)}) > 1`],
    ['a large text', `size(${text(90)}) > 1`],
    ['a fact that is missing again and again', 'c.set.exists(x, c.untold)'],
    ['texts that are no numbers', 'c.set.exists(x, int(x) > 1)'],
    [
      'a list of lists that are there already',
      'size(c.set.map(x, c.set.map(y, y))) > 1',
    ],
  ])('are bounded where they are allowed: %s', (_, source) => {
    const { expression, problem } = expressions.compile(source);
    expect(problem).toBeNull();
    expect(expression!.steps).toBeLessThanOrEqual(maximumSteps);
    const { milliseconds, megabytes } = measure(() =>
      expression!.evaluate(facts, 0),
    );
    expect(milliseconds).toBeLessThan(mostMilliseconds);
    expect(megabytes).toBeLessThan(mostMegabytes);
  });

  it.each(['(a|a|b)*!$', '(.*)(.*)(.*)(.*)(.*)[^!0-9a-z]$', '^(a+)+$'])(
    'break off in an error of their own: %s on very much text',
    pattern => {
      const { expression } = expressions.compile(
        `c.set.all(x, !x.matches("${pattern}"))`,
      );
      let outcome;
      const { milliseconds } = measure(() => {
        outcome = expression!.evaluate(facts, 0);
      });
      expect(outcome).toEqual({
        kind: 'error',
        message: 'matches() would take too long on that much text',
      });
      expect(milliseconds).toBeLessThan(mostMilliseconds);
      // The next one begins anew.
      expect(
        expressions
          .compile('c.text.matches("a!$")')
          .expression!.evaluate(facts, 0),
      ).toEqual({ kind: 'value', value: true });
    },
  );

  it('find patterns in the usual facts however many there are', () => {
    const usual = Array.from({ length: 500 }, (_, at) =>
      `team-${at}-of-the-department-of-payments`.padEnd(60, 'x'),
    );
    const { expression } = expressions.compile(
      'c.set.all(x, x.matches("^team-[0-9]+-of-the-[a-z-]+$"))',
    );
    expect(expression!.evaluate({ c: { set: told(usual) } }, 0)).toEqual({
      kind: 'value',
      value: true,
    });
  });

  it('leave nothing behind for each pattern that was tried out', () => {
    const compile = (from: number) => {
      for (let at = from; at < from + 2_000; at += 1) {
        expressions.compile(`c.text.matches("${at}[a-z]{300}")`);
      }
    };
    compile(0);
    const { megabytes } = measure(() => {
      for (let round = 1; round <= 4; round += 1) {
        compile(round * 2_000);
      }
    });
    expect(megabytes).toBeLessThan(mostMegabytes);
  });

  it('take no more time than was told of them, whatever they are made of', () => {
    const { expression } = fc.letrec<{ expression: string; list: string }>(
      tie => ({
        list: fc.oneof(
          { depthSize: 'small' },
          fc.constantFrom('c.set', '["a", "b"]', 'c.set + c.set'),
          fc
            .tuple(tie('list'), tie('list'))
            .map(([left, right]) => `(${left} + ${right})`),
          fc
            .tuple(tie('list'), tie('expression'))
            .map(([list, part]) => `(${list}).filter(x, ${part})`),
          tie('list').map(list => `(${list}).map(x, x + c.text)`),
        ),
        expression: fc.oneof(
          { depthSize: 'small' },
          fc.constantFrom(
            'c.untold',
            'c.text.contains("aab")',
            'int(c.text) > 1',
            'c.text.lowerAscii().matches("(a|a)*b")',
          ),
          fc
            .tuple(
              tie('list'),
              fc.constantFrom('all', 'exists', 'exists_one'),
              tie('expression'),
            )
            .map(([list, walk, part]) => `(${list}).${walk}(x, ${part})`),
          tie('list').map(list => `size(${list}) > 3`),
          tie('list').map(list => `c.text in (${list})`),
          fc
            .tuple(tie('expression'), tie('expression'))
            .map(([left, right]) => `(${left} || ${right})`),
        ),
      }),
    );
    fc.assert(
      fc.property(expression, source => {
        const compiled = expressions.compile(source).expression;
        const { milliseconds } = measure(() => compiled?.evaluate(facts, 0));
        expect(milliseconds).toBeLessThan(mostMilliseconds);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    'constructor',
    '__proto__',
    'toString',
    'valueOf',
    'hasOwnProperty',
  ])('never reach what is no fact: %s', name => {
    for (const source of [
      `c.${name} == ""`,
      `c["${name}"] == ""`,
      `has(c.${name})`,
      `c.text.${name} == ""`,
      `c.${name}.${name}("return 1")`,
      `${name} == ""`,
      `${name}("return 1")`,
    ]) {
      expect(expressions.compile(source).expression).toBeNull();
    }
    const { expression } = expressions.compile(`{"a": "b"}["${name}"] == "b"`);
    const outcome = expression?.evaluate(facts, 0) ?? { kind: 'error' };
    expect(outcome).toMatchObject({ kind: 'error' });
  });

  it('read facts that are called like what every object has as any other', () => {
    const type = (of: 'string' | 'integer') => ({ type: of, description: 'x' });
    const ofObjects = new FactExpressions({
      c: Object.fromEntries([
        ['constructor', type('string')],
        ['toString', type('string')],
        ['valueOf', type('integer')],
      ]),
    });
    const read = (source: string, given: EntityFacts) =>
      ofObjects.compile(source).expression!.evaluate(given, 0);
    const source =
      'c.constructor == "ACME" && c.toString == "x" && c.valueOf == 3';
    expect(
      read(source, {
        c: {
          constructor: told('ACME'),
          toString: told('x'),
          valueOf: told(3),
        },
      }),
    ).toEqual({ kind: 'value', value: true });
    // Where they were not told, what every object has is not taken for them.
    for (const name of ['constructor', 'toString', 'valueOf']) {
      const missing = { kind: 'missing', fact: `c.${name}` };
      for (const given of [{ c: {} }, {}] as EntityFacts[]) {
        expect(read(`string(c.${name}) == "x"`, given)).toEqual(missing);
        expect(read(`has(c.${name})`, given)).toEqual({
          kind: 'value',
          value: false,
        });
      }
    }
  });
});
