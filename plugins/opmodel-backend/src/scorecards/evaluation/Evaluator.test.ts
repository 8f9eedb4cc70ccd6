import { mockServices } from '@backstage/backend-test-utils';
import type { ScorecardDefinition } from '@opmodel/backstage-plugin-opmodel-common';
import type { AcceptanceRecord } from '../../acceptances/Acceptances';
import { entityOf } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import { FactProviders } from '../facts/FactProviders';
import type { FactStatement } from '../facts/FactStore';
import { checkWith, publishedWith } from '../testing/publishedScorecard';
import {
  databaseScoredStores,
  fakeScoredStores,
  type ScoredStores,
} from '../testing/scoredStores';
import { Evaluator } from './Evaluator';
import { listenToExemptions } from './listenToExemptions';
import type { ResultStore } from './ResultStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const noon = Date.UTC(2026, 10, 2, 12);
const HOUR = 3_600_000;
const readiness = 'scorecard:default/readiness';
const refs = Array.from(
  { length: 23 },
  (_, at) => `component:default/c${String(at).padStart(2, '0')}`,
);

const providers = new FactProviders({
  asked: [
    {
      id: 'repository',
      title: 'Repository',
      schema: {
        commits: { type: 'integer', description: 'Commits' },
        hasReadme: { type: 'boolean', description: 'README' },
      },
      cadence: { hours: 1 },
      freshness: { hours: 6 },
      provide: async () => [],
    },
  ],
  pushed: [],
});

const checks = [
  checkWith({
    id: 'commits',
    level: 'Bronze',
    expression: 'repository.commits > 5',
  }),
  checkWith({
    id: 'readme',
    level: 'Silver',
    expression: 'repository.hasReadme',
  }),
];

function tellOf(
  entityRef: string,
  commits: number,
  hasReadme = true,
): FactStatement {
  return { entityRef, facts: { commits, hasReadme }, problem: null };
}

/** A store in whose transactions some entities cannot be evaluated. */
function breaking(
  results: ResultStore,
  isBroken: (entityRef: string) => boolean,
): ResultStore {
  const breakOff: (
    evaluate: Parameters<ResultStore['evaluate']>[1],
  ) => Parameters<ResultStore['evaluate']>[1] = evaluate => basis => {
    const outcome = evaluate(basis);
    if (isBroken(basis.work.entityRef)) {
      throw new Error('It broke');
    }
    return outcome;
  };
  return {
    workOff: (request, evaluate) =>
      results.workOff(request, breakOff(evaluate)),
    evaluate: (request, evaluate) =>
      results.evaluate(request, breakOff(evaluate)),
    lastWork: () => results.lastWork(),
    listEntities: page => results.listEntities(page),
    putOff: (entityRefs, options) => results.putOff(entityRefs, options),
  } as Partial<ResultStore> as ResultStore;
}

eachStore<ScoredStores>(
  {
    name: 'Evaluator',
    fake: fakeScoredStores,
    database: databaseScoredStores,
  },
  (createStores, backing) => {
    async function createScored() {
      const stores = await createStores();
      const state = { now: noon, accepted: [] as AcceptanceRecord[] };
      const evaluatorOf = (part: Partial<ScoredStores> = {}) =>
        new Evaluator({
          ...stores,
          ...part,
          providers,
          acceptances: { listInForce: async () => state.accepted },
          logger: mockServices.logger.mock(),
          clock: () => state.now,
        });
      await stores.scan(
        refs.map(ref => entityOf(ref, { ownedBy: 'group:default/pay' })),
      );
      await stores.facts.register(providers.list(), { now: noon });
      const publish = (part: Partial<ScorecardDefinition> = {}) =>
        stores.scorecards.publish([publishedWith({ checks, ...part })], {
          now: state.now,
        });
      const tell = (statements: FactStatement[]) =>
        stores.facts.tell('repository', statements, {
          of: statements.map(({ entityRef }) => entityRef),
          now: state.now,
        });
      await publish();
      await tell(refs.map((ref, at) => tellOf(ref, at)));
      return { ...stores, state, evaluatorOf, publish, tell };
    }

    const levelsOf = async ({ results }: ScoredStores) =>
      (await results.read(refs)).map(({ levelRank }) => levelRank);
    const expected = refs.map((_, at) => (at > 5 ? 2 : 0));

    it('evaluates what waits, and nothing when nothing does', async () => {
      const stores = await createScored();
      const evaluator = stores.evaluatorOf();
      expect(await evaluator.workOff()).toBe(refs.length);
      expect(await levelsOf(stores)).toEqual(expected);
      expect(await evaluator.workOff()).toBe(0);
      expect(await stores.changes()).toEqual([]);
    });

    it('evaluates only the checks and entities of a fact that changed', async () => {
      const stores = await createScored();
      const evaluator = stores.evaluatorOf();
      await evaluator.workOff();
      const before = await stores.results.read(refs);
      stores.state.now += HOUR;
      await stores.tell([tellOf(refs[20], 20, false)]);
      expect(await evaluator.workOff()).toBe(1);
      const after = await stores.results.read(refs);
      expect(after.filter((_, at) => at !== 20)).toEqual(
        before.filter((_, at) => at !== 20),
      );
      expect(await stores.changes()).toMatchObject([
        {
          entityRef: refs[20],
          ownerRef: 'group:default/pay',
          levelBefore: 2,
          levelAfter: 1,
          checks: [{ checkId: 'readme', before: 'passed', after: 'failed' }],
        },
      ]);
    });

    it('evaluates everything now and then, and writes only what time changed', async () => {
      const stores = await createScored();
      const evaluator = stores.evaluatorOf();
      await evaluator.workOff();
      const before = await stores.results.read(refs);
      stores.state.now += 5 * HOUR;
      expect(await evaluator.sweep()).toBe(refs.length);
      expect(await stores.results.read(refs)).toEqual(before);
      stores.state.now += 2 * HOUR;
      await evaluator.sweep();
      const results = await stores.results.read(refs);
      expect(results[20]).toMatchObject({
        levelRank: 2,
        // Since the facts were no longer believed, not since somebody looked.
        changedAt: noon + 6 * HOUR,
      });
      expect(results[20].verdicts.get('commits')).toMatchObject({
        state: 'not_reported',
        standing: 'passed',
      });
    });

    it('evaluates one entity now', async () => {
      const stores = await createScored();
      const evaluator = stores.evaluatorOf();
      await evaluator.evaluateNow(refs[7]);
      await evaluator.evaluateNow('component:default/nobody');
      expect(await stores.results.read(refs)).toMatchObject([
        { entityRef: refs[7], levelRank: 2 },
      ]);
    });

    it('evaluates the pair of an exemption when it begins and when it ends', async () => {
      const stores = await createScored();
      const evaluator = stores.evaluatorOf();
      await evaluator.workOff();
      let tellAcceptance = async (_: AcceptanceRecord) => {};
      listenToExemptions({
        acceptances: {
          onChanged: (_, listener) => {
            tellAcceptance = listener;
          },
        },
        evaluator,
        results: stores.results,
        clock: () => stores.state.now,
      });
      const record = {
        subject: 'check',
        subjectRef: `${readiness}#commits`,
        entityRefs: [refs[0]],
      } as AcceptanceRecord;
      stores.state.accepted = [record];
      await tellAcceptance(record);
      const [exempt] = await stores.results.read([refs[0]]);
      expect(exempt.levelRank).toBe(2);
      expect(exempt.verdicts.get('commits')?.state).toBe('exempt');
      stores.state.accepted = [];
      await tellAcceptance(record);
      const [failed] = await stores.results.read([refs[0]]);
      expect(failed.verdicts.get('commits')?.state).toBe('failed');
    });

    it('does what a process left that ended between facts and evaluation', async () => {
      const stores = await createScored();
      await expect(
        stores
          .evaluatorOf({
            results: {
              ...breaking(stores.results, () => true),
              putOff: async () => {
                throw new Error('The process has ended');
              },
            },
          })
          .workOff(),
      ).rejects.toThrow('The process has ended');
      expect(await stores.results.read(refs)).toEqual([]);
      expect(await stores.evaluatorOf().workOff()).toBe(refs.length);
      expect(await levelsOf(stores)).toEqual(expected);
    });

    it('goes by the definition that was published while it evaluated', async () => {
      const stores = await createScored();
      const [, readme] = checks;
      let isPublished = false;
      const evaluator = stores.evaluatorOf({
        scorecards: {
          revision: () => stores.scorecards.revision(),
          getVersion: (...given: [string, number]) =>
            stores.scorecards.getVersion(...given),
          // Read by the evaluator, and another one before it has written.
          list: async () => {
            const held = await stores.scorecards.list();
            if (!isPublished) {
              isPublished = true;
              await stores.publish({
                checks: [
                  checkWith({
                    id: 'commits',
                    level: 'Bronze',
                    expression: 'repository.commits > 10',
                  }),
                  readme,
                ],
              });
            }
            return held;
          },
        } as ScoredStores['scorecards'],
      });
      await evaluator.workOff();
      expect(await levelsOf(stores)).toEqual(
        refs.map((_, at) => (at > 10 ? 2 : 0)),
      );
      const [{ version }] = await stores.results.read(refs);
      expect(version).toBe(2);
      expect(await stores.changes()).toEqual([]);
    });

    it('tells apart what a new definition changed, also since versions that it never read', async () => {
      const stores = await createScored();
      await stores.evaluatorOf().workOff();
      stores.state.now += HOUR;
      await stores.publish({
        checks: [
          checkWith({
            id: 'commits',
            level: 'Bronze',
            expression: 'repository.commits > 6',
          }),
          checks[1],
        ],
      });
      await stores.evaluatorOf().workOff();
      expect(await stores.changes()).toEqual([
        expect.objectContaining({
          entityRef: refs[6],
          version: 2,
          checks: [
            {
              checkId: 'commits',
              before: 'passed',
              after: 'failed',
              isRuleChanged: true,
            },
          ],
        }),
      ]);
    });

    it('isolates an entity that cannot be evaluated, and tries it again later', async () => {
      const stores = await createScored();
      const evaluator = stores.evaluatorOf({
        results: breaking(
          stores.results,
          ref => ref === refs[3] && stores.state.now === noon,
        ),
      });
      await expect(evaluator.workOff()).rejects.toThrow('It broke');
      expect(await stores.results.read(refs)).toHaveLength(refs.length - 1);
      expect(await stores.results.waiting()).toMatchObject({
        entities: 1,
        failed: 1,
        failures: [
          { entityRef: refs[3], error: expect.stringContaining('It broke') },
        ],
      });
      expect(await evaluator.workOff()).toBe(0);
      await expect(evaluator.sweep()).rejects.toThrow('It broke');
      stores.state.now += HOUR;
      expect(await evaluator.workOff()).toBe(1);
      expect(await levelsOf(stores)).toEqual(expected);
    });

    it('stops when it is told to', async () => {
      const stores = await createScored();
      const evaluator = stores.evaluatorOf();
      await expect(evaluator.workOff(AbortSignal.abort())).rejects.toThrow();
      await expect(evaluator.sweep(AbortSignal.abort())).rejects.toThrow();
      expect(await stores.results.read(refs)).toEqual([]);
    });

    if (backing === 'POSTGRES_18') {
      it('comes to the same in two processes as in one', async () => {
        const stores = await createScored();
        const evaluators = [stores.evaluatorOf(), stores.evaluatorOf()];
        await Promise.all(evaluators.map(one => one.workOff()));
        expect(await levelsOf(stores)).toEqual(expected);
        // Facts swing while both evaluate, by work, by hand and in sweeps.
        for (let round = 1; round <= 8; round += 1) {
          stores.state.now += 1_000;
          await Promise.all([
            stores.tell(
              refs.map((ref, at) => tellOf(ref, at + (round % 2) * 9)),
            ),
            evaluators[0].workOff(),
            evaluators[1].workOff(),
            evaluators[0].sweep(),
            evaluators[1].evaluateNow(refs[round]),
          ]);
          await Promise.all(evaluators.map(one => one.workOff()));
        }
        expect(await levelsOf(stores)).toEqual(expected);
        // Each change follows on the one before: nothing was written over what somebody else had written.
        const levels = new Map<string, number | null>();
        for (const {
          entityRef,
          levelBefore,
          levelAfter,
        } of await stores.changes()) {
          const known = levels.has(entityRef)
            ? levels.get(entityRef)
            : levelBefore;
          expect(levelBefore).toBe(known);
          levels.set(entityRef, levelAfter);
        }
        expect(levels.size).toBe(6);
      });
    }
  },
);
