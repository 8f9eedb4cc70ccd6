import {
  FactExpressions,
  type FactSchema,
  type FactValue,
  type ScorecardDefinition,
  type ScorecardCheck,
  type VerdictState,
} from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import type { KnownFacts } from '../facts/FactStore';
import { checkWith, definitionWith } from '../testing/publishedScorecard';
import { CompiledScorecards } from './CompiledScorecards';
import { wholeWork } from './entityWork';
import { evaluateEntity } from './evaluateEntity';
import type {
  EntityWork,
  EvaluationOutcome,
  ResultChange,
  ScorecardResult,
} from './ResultStore';

const cart = 'component:default/cart';
const noon = Date.UTC(2026, 10, 2, 12);
const HOUR = 3_600_000;

const names = ['a', 'b', 'c', 'd'] as const;
const schema: FactSchema = Object.fromEntries(
  names.map(name => [name, { type: 'integer', description: name }]),
);
const expressions = new FactExpressions({
  one: schema,
  two: schema,
  catalog: {
    kind: { type: 'string', description: 'Kind' },
    tier: { type: 'integer', description: 'Tier' },
  },
});

const check = (
  id: string,
  expression: string,
  part: Partial<ScorecardCheck> = {},
) => checkWith({ id, expression, level: 'Bronze', ...part });

function compile(
  definitions: readonly Partial<ScorecardDefinition>[],
  versions: readonly number[] = [],
): CompiledScorecards {
  return new CompiledScorecards(
    definitions.map((definition, at) => ({
      definition: definitionWith(definition),
      version: versions[at] ?? 1,
    })),
    { expressions, revision: 'r' },
  );
}

function factsOf(
  provider: string,
  facts: Record<string, FactValue>,
  part: { reportedAt?: number; problem?: string } = {},
): KnownFacts {
  return {
    entityRef: cart,
    provider,
    facts,
    reportedAt: Object.fromEntries(
      Object.keys(facts).map(name => [name, part.reportedAt ?? noon]),
    ),
    problem: part.problem ?? null,
  };
}

/** An entity that is evaluated again and again, as a store keeps it. */
class Evaluated {
  results = new Map<string, ScorecardResult>();
  changes: ResultChange[] = [];
  exempt = new Set<string>();
  ownerRef: string | null = 'group:default/pay';

  constructor(public scorecards: CompiledScorecards) {}

  evaluate(
    facts: KnownFacts[],
    {
      now = noon,
      work = wholeWork(cart),
    }: { now?: number; work?: EntityWork } = {},
  ): EvaluationOutcome {
    const outcome = evaluateEntity(
      { work, ownerRef: this.ownerRef, facts, results: this.results },
      {
        scorecards: this.scorecards,
        isExempt: (entityRef, scorecardRef, checkId) =>
          this.exempt.has(`${entityRef} ${scorecardRef} ${checkId}`),
        freshnessOf: () => 6 * HOUR,
        now,
      },
    );
    outcome.results.forEach(result =>
      this.results.set(result.scorecardRef, result),
    );
    this.changes.push(...outcome.changes);
    return outcome;
  }

  get(ref = 'scorecard:default/readiness'): ScorecardResult | undefined {
    return this.results.get(ref);
  }

  states(ref?: string): Record<string, VerdictState> {
    return Object.fromEntries(
      [...(this.get(ref)?.verdicts ?? [])].map(([id, { state }]) => [
        id,
        state,
      ]),
    );
  }
}

const workFor = (...facts: string[]): EntityWork => ({
  entityRef: cart,
  facts: new Set(facts),
  checks: new Map(),
  isWhole: false,
  told: [],
});

describe('evaluateEntity', () => {
  it('keeps the first results without a change, and changes with who owned the entity', () => {
    const entity = new Evaluated(
      compile([{ checks: [check('a', 'one.a > 1'), check('b', 'one.b > 1')] }]),
    );
    entity.evaluate([factsOf('one', { a: 2, b: 2 })]);
    expect(entity.changes).toEqual([]);
    expect(entity.get()).toMatchObject({ levelRank: 2, firstAt: noon });
    entity.ownerRef = 'group:default/web';
    entity.evaluate([factsOf('one', { a: 2, b: 0 })], { now: noon + HOUR });
    expect(entity.changes).toEqual([
      {
        entityRef: cart,
        scorecardRef: 'scorecard:default/readiness',
        version: 1,
        ownerRef: 'group:default/web',
        changedAt: noon + HOUR,
        levelBefore: 2,
        levelAfter: 0,
        checks: [
          {
            checkId: 'b',
            before: 'passed',
            after: 'failed',
            isRuleChanged: false,
          },
        ],
      },
    ]);
    expect(entity.get()).toMatchObject({
      levelRank: 0,
      levelSince: noon + HOUR,
      firstAt: noon,
      changedAt: noon + HOUR,
    });
  });

  it('takes a value that changes for no change of the result', () => {
    const entity = new Evaluated(
      compile([{ checks: [check('a', 'one.a > 1')] }]),
    );
    entity.evaluate([factsOf('one', { a: 2 })]);
    const { results, changes } = entity.evaluate([factsOf('one', { a: 3 })], {
      now: noon + HOUR,
    });
    expect(results[0]).toMatchObject({ changedAt: noon });
    expect(results[0].verdicts.get('a')).toMatchObject({
      value: 3,
      since: noon,
    });
    expect(changes).toEqual([]);
  });

  it('counts a change from when its facts were told, within what is known', () => {
    const entity = new Evaluated(
      compile([{ checks: [check('a', 'one.a > 1')] }]),
    );
    const tell = (a: number, reportedAt: number, now: number) =>
      entity.evaluate([factsOf('one', { a }, { reportedAt })], {
        now,
        work: workFor('one.a'),
      });
    tell(2, noon - 3 * HOUR, noon);
    expect(entity.get()).toMatchObject({ firstAt: noon - 3 * HOUR });
    tell(0, noon - HOUR, noon);
    expect(entity.changes[0].changedAt).toBe(noon - HOUR);
    expect(entity.get()?.verdicts.get('a')?.since).toBe(noon - HOUR);
    // Told for a moment before what is known already, and for one that is to come.
    tell(2, noon - 2 * HOUR, noon);
    expect(entity.changes[1].changedAt).toBe(noon - HOUR);
    tell(0, noon + HOUR, noon);
    expect(entity.changes[2].changedAt).toBe(noon);
  });

  it('asks nothing of an entity that its filter leaves out, and keeps the row of one that it asked of', () => {
    const entity = new Evaluated(
      compile([
        { filter: 'catalog.tier == 1', checks: [check('a', 'one.a > 1')] },
      ]),
    );
    expect(entity.evaluate([factsOf('catalog', { tier: 2 })])).toEqual({
      results: [],
      changes: [],
    });
    entity.evaluate([
      factsOf('catalog', { tier: 1 }),
      factsOf('one', { a: 5 }),
    ]);
    entity.evaluate([
      factsOf('catalog', { tier: 2 }),
      factsOf('one', { a: 5 }),
    ]);
    expect(entity.states()).toEqual({ a: 'not_applicable' });
    expect(entity.changes).toMatchObject([
      { levelBefore: 2, levelAfter: null },
    ]);
  });

  it('tells a problem of a provider as an error that hurts nobody', () => {
    const entity = new Evaluated(
      compile([{ checks: [check('a', 'one.a > 1'), check('b', 'two.b > 1')] }]),
    );
    entity.evaluate([factsOf('one', { a: 2 }), factsOf('two', { b: 2 })]);
    entity.evaluate([
      factsOf('one', { a: 2 }, { problem: 'No such repository' }),
      factsOf('two', { b: 2 }),
    ]);
    expect(entity.states()).toEqual({ a: 'error', b: 'passed' });
    expect(entity.get()).toMatchObject({ levelRank: 2 });
    expect(entity.get()?.verdicts.get('a')).toMatchObject({
      detail: 'No such repository',
      standing: 'passed',
    });
  });

  it('tells a broken check as an error of those of whom it is asked', () => {
    const broken = {
      checks: [
        check('a', 'one.a > 1'),
        check('slip', 'one.nothing > 1', { filter: 'catalog.tier == 1' }),
      ],
    };
    const entity = new Evaluated(compile([broken]));
    entity.evaluate([
      factsOf('one', { a: 2 }),
      factsOf('catalog', { tier: 2 }),
    ]);
    expect(entity.states()).toEqual({ a: 'passed', slip: 'not_applicable' });
    entity.evaluate([
      factsOf('one', { a: 2 }),
      factsOf('catalog', { tier: 1 }),
    ]);
    expect(entity.states()).toEqual({ a: 'passed', slip: 'error' });
    expect(entity.get()).toMatchObject({ levelRank: 2 });
  });

  it('asks nothing anew while the filter of a scorecard is broken', () => {
    const checks = [check('a', 'one.a > 1')];
    const entity = new Evaluated(compile([{ checks }]));
    const facts = [factsOf('one', { a: 2 })];
    entity.evaluate(facts);
    entity.scorecards = compile([{ checks, filter: 'catalog.' }], [2]);
    entity.scorecards.keepRules(
      'scorecard:default/readiness',
      1,
      compile([{ checks }]).rulesOf('scorecard:default/readiness', 1)!,
    );
    entity.evaluate(facts);
    expect(entity.states()).toEqual({ a: 'error' });
    expect(entity.get()).toMatchObject({ levelRank: 2 });
    entity.results.clear();
    expect(entity.evaluate(facts).results).toEqual([]);
  });

  it('knows which changes a new rule brought about, and what it left out', () => {
    const first = [check('a', 'one.a > 1'), check('b', 'one.b > 1')];
    const second = [
      check('a', 'one.a > 5', { confirmations: 3 }),
      check('c', 'one.c > 1'),
      check('d', 'one.d > 1'),
    ];
    const ref = 'scorecard:default/readiness';
    const entity = new Evaluated(
      compile([{ checks: [...first, check('d', 'one.d > 1')] }]),
    );
    const earlier = entity.scorecards.rulesOf(ref, 1)!;
    const facts = [factsOf('one', { a: 2, b: 2, c: 0, d: 2 })];
    entity.evaluate(facts);
    entity.scorecards = compile([{ checks: second }], [2]);
    entity.scorecards.keepRules(ref, 1, earlier);
    // Nothing of it is named: what differs is evaluated all the same.
    entity.evaluate([factsOf('one', { a: 2, b: 2, c: 0, d: 0 })], {
      work: workFor('one.d'),
    });
    expect(entity.changes[0].checks).toEqual([
      { checkId: 'a', before: 'passed', after: 'failed', isRuleChanged: true },
      { checkId: 'c', before: null, after: 'failed', isRuleChanged: true },
      { checkId: 'd', before: 'passed', after: 'failed', isRuleChanged: false },
      { checkId: 'b', before: 'passed', after: null, isRuleChanged: true },
    ]);
    expect(entity.get()?.version).toBe(2);
  });

  it('holds what an acceptance covers until it ends', () => {
    const entity = new Evaluated(
      compile([{ checks: [check('a', 'one.a > 1')] }]),
    );
    const facts = [factsOf('one', { a: 0 })];
    entity.exempt.add(`${cart} scorecard:default/readiness a`);
    entity.evaluate(facts);
    expect(entity.states()).toEqual({ a: 'exempt' });
    expect(entity.get()).toMatchObject({ levelRank: 2 });
    entity.exempt.clear();
    entity.evaluate(facts);
    expect(entity.states()).toEqual({ a: 'failed' });
  });

  it('notices that facts grew old and that a check begins, without new facts', () => {
    const entity = new Evaluated(
      compile([
        {
          checks: [
            check('a', 'one.a > 1'),
            check('later', 'one.a > 1', { startsAt: noon + 2 * HOUR }),
          ],
        },
      ]),
    );
    const facts = [factsOf('one', { a: 2 })];
    entity.evaluate(facts);
    expect(entity.states()).toEqual({ a: 'passed', later: 'not_applicable' });
    entity.evaluate(facts, { now: noon + 2 * HOUR });
    expect(entity.states()).toEqual({ a: 'passed', later: 'passed' });
    entity.evaluate(facts, { now: noon + 7 * HOUR });
    expect(entity.states()).toEqual({
      a: 'not_reported',
      later: 'not_reported',
    });
    expect(entity.get()).toMatchObject({ levelRank: 2 });
  });

  it('confirms nothing by looking again', () => {
    const entity = new Evaluated(
      compile([{ checks: [check('a', 'one.a > 1', { confirmations: 2 })] }]),
    );
    entity.evaluate([factsOf('one', { a: 2 })]);
    const failing = [factsOf('one', { a: 0 })];
    entity.evaluate(failing, { now: noon + 1 });
    for (const minutes of [1, 2, 3]) {
      expect(
        entity.evaluate(failing, { now: noon + minutes * 60_000 }),
      ).toEqual({ results: [], changes: [] });
    }
    entity.evaluate([factsOf('one', { a: 0 }, { reportedAt: noon + HOUR })], {
      now: noon + HOUR + 1,
    });
    expect(entity.states()).toEqual({ a: 'failed' });
  });

  it('holds a scorecard at its empty level until those that it asks for are reached', () => {
    const base = 'scorecard:default/base';
    const entity = new Evaluated(
      compile([
        { ref: base, checks: [check('a', 'one.a > 1')] },
        {
          checks: [check('b', 'one.b > 1')],
          requires: [{ scorecard: base, level: 'Silver' }],
        },
      ]),
    );
    entity.evaluate([factsOf('one', { a: 0, b: 2 })]);
    expect(entity.get()).toMatchObject({ levelRank: 0 });
    entity.evaluate([factsOf('one', { a: 2, b: 2 })], {
      work: workFor('one.a'),
      now: noon + HOUR,
    });
    expect(entity.get()).toMatchObject({
      levelRank: 2,
      levelSince: noon + HOUR,
    });
    expect(entity.changes.map(({ scorecardRef }) => scorecardRef)).toEqual([
      base,
      'scorecard:default/readiness',
    ]);
  });

  describe('by its laws', () => {
    const scorecardRefs = ['x', 'y', 'z'].map(id => `scorecard:default/${id}`);
    const anyName = fc.constantFrom(...names);
    const anyCheck = fc
      .record({
        expression: fc.oneof(
          fc
            .tuple(fc.constantFrom('one', 'two'), anyName, fc.nat(3))
            .map(
              ([provider, name, bound]) => `${provider}.${name} >= ${bound}`,
            ),
          fc
            .tuple(anyName, anyName)
            .map(([a, b]) => `one.${a} + two.${b} > 2 || one.${b} == 0`),
        ),
        filter: fc.option(fc.constantFrom('one.d > 0', 'two.d > 1'), {
          nil: undefined,
        }),
        level: fc.constantFrom('Bronze', 'Silver'),
        confirmations: fc.constantFrom(1, 2),
        whenNotReported: fc.constantFrom('wait', 'ignore', 'fail'),
      })
      .map(part => part as Partial<ScorecardCheck>);
    const anyScorecards = fc
      .array(
        fc.record({
          checks: fc
            .array(anyCheck, { minLength: 1, maxLength: 5 })
            .map(parts =>
              parts.map((part, at) => checkWith({ id: `c${at}`, ...part })),
            ),
          filter: fc.option(fc.constant('one.c > 0'), { nil: undefined }),
          requires: fc.array(
            fc.record({
              scorecard: fc.constantFrom(...scorecardRefs),
              level: fc.constantFrom('Bronze', 'Silver'),
            }),
            { maxLength: 2 },
          ),
        }),
        { minLength: 1, maxLength: 3 },
      )
      .map(parts =>
        parts.map((part, at) => ({ ref: scorecardRefs[at], ...part })),
      );
    const anyValues = fc.dictionary(anyName, fc.nat(3), { maxKeys: 4 });
    const anyFacts = fc.record({ one: anyValues, two: anyValues });
    type Values = { one: Record<string, number>; two: Record<string, number> };
    const toFacts = ({ one, two }: Values, at = noon): KnownFacts[] => [
      factsOf('one', one, { reportedAt: at }),
      factsOf('two', two, { reportedAt: at }),
    ];
    const changedBetween = (before: Values, after: Values) =>
      (['one', 'two'] as const).flatMap(provider =>
        names
          .filter(name => before[provider][name] !== after[provider][name])
          .map(name => `${provider}.${name}`),
      );

    it('writes nothing where nothing changed', () => {
      fc.assert(
        fc.property(anyScorecards, anyFacts, (scorecards, values) => {
          const entity = new Evaluated(compile(scorecards));
          entity.evaluate(toFacts(values));
          expect(
            entity.evaluate(toFacts(values), { now: noon + HOUR }),
          ).toEqual({ results: [], changes: [] });
        }),
      );
    });

    it('comes to the same by what changed as by everything', () => {
      fc.assert(
        fc.property(
          anyScorecards,
          fc.array(anyFacts, { minLength: 2, maxLength: 5 }),
          (scorecards, steps) => {
            // Confirmations count what is told again, which is not work where nothing changed.
            const compiled = compile(
              scorecards.map(scorecard => ({
                ...scorecard,
                checks: scorecard.checks.map(one => ({
                  ...one,
                  confirmations: 1,
                })),
              })),
            );
            const partly = new Evaluated(compiled);
            const wholly = new Evaluated(compiled);
            steps.forEach((values, at) => {
              const now = noon + at * HOUR;
              const facts = toFacts(values, now);
              wholly.evaluate(facts, { now });
              partly.evaluate(facts, {
                now,
                work:
                  at === 0
                    ? wholeWork(cart)
                    : workFor(...changedBetween(steps[at - 1], values)),
              });
            });
            const stripped = (entity: Evaluated) =>
              [...entity.results.values()].map(({ verdicts, levelRank }) => [
                levelRank,
                [...verdicts.values()].map(({ state, standing, value }) => [
                  state,
                  standing,
                  value,
                ]),
              ]);
            expect(stripped(partly)).toEqual(stripped(wholly));
          },
        ),
        { numRuns: 300 },
      );
    });

    it('does not depend on the order of scorecards and checks', () => {
      fc.assert(
        fc.property(
          anyScorecards,
          fc.array(anyFacts, { minLength: 1, maxLength: 3 }),
          (scorecards, steps) => {
            const forth = new Evaluated(compile(scorecards));
            const back = new Evaluated(
              compile(
                [...scorecards].reverse().map(scorecard => ({
                  ...scorecard,
                  checks: [...scorecard.checks].reverse(),
                  requires: [...scorecard.requires].reverse(),
                })),
              ),
            );
            steps.forEach((values, at) => {
              const options = { now: noon + at * HOUR };
              forth.evaluate(toFacts(values, options.now), options);
              back.evaluate(
                [...toFacts(values, options.now)].reverse(),
                options,
              );
            });
            // Maps are equal whatever the order in which they were filled.
            expect(back.results).toEqual(forth.results);
          },
        ),
      );
    });

    it('never reaches a level with a check of it or of one below that failed', () => {
      fc.assert(
        fc.property(anyScorecards, anyFacts, (scorecards, values) => {
          const entity = new Evaluated(compile(scorecards));
          entity.evaluate(toFacts(values));
          for (const {
            scorecardRef,
            levelRank,
            verdicts,
          } of entity.results.values()) {
            const { checks } = scorecards.find(
              ({ ref }) => ref === scorecardRef,
            )!;
            const failedRanks = checks
              .filter(({ id }) => verdicts.get(id)?.state === 'failed')
              .map(({ level }) => (level === 'Bronze' ? 1 : 2));
            expect(levelRank ?? 0).toBeLessThan(Math.min(3, ...failedRanks));
          }
        }),
      );
    });
  });
});
