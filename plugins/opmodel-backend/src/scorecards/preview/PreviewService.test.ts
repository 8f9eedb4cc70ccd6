import type {
  ScorecardDefinition,
  ScorecardSpec,
} from '@opmodel/backstage-plugin-opmodel-common';
import { writeScorecardSpec } from '@opmodel/backstage-plugin-opmodel-common';
import { mockServices } from '@backstage/backend-test-utils';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import { entityOf } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import { Evaluator } from '../evaluation/Evaluator';
import { FactProviders } from '../facts/FactProviders';
import {
  checkWith,
  definitionWith,
  publishedWith,
} from '../testing/publishedScorecard';
import {
  databaseScoredStores,
  fakeScoredStores,
  type ScoredStores,
} from '../testing/scoredStores';
import { createPreviews } from './createPreviewPart';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const noon = Date.UTC(2026, 10, 2, 12);
const base = 'scorecard:default/base';
const ref = (name: string) => `component:default/${name}`;
const pay = 'group:default/pay';
const web = 'group:default/web';

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

const commits = checkWith({
  id: 'commits',
  name: 'Is worked on',
  level: 'Bronze',
  expression: 'repository.commits > 1',
  failureMessage: '{{ entity.name }} has {{ value }} commits',
});
const readme = checkWith({
  id: 'readme',
  name: 'Has a README',
  level: 'Silver',
  expression: 'repository.hasReadme',
});
const holding = { checks: [commits, readme] };

const specOf = (part: Partial<ScorecardDefinition>): ScorecardSpec =>
  writeScorecardSpec(definitionWith(part), {
    zone: 'UTC',
  }) as unknown as ScorecardSpec;

eachStore<ScoredStores>(
  {
    name: 'PreviewService',
    fake: fakeScoredStores,
    database: databaseScoredStores,
  },
  createStores => {
    /** Of pay: `a` with 9 commits and a README, `b` with 3 and none; of web: `c` with 5 and one, `d` with none of both; nobody's: `e`. */
    async function createScored() {
      const stores = await createStores();
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
      await stores.scan([
        entityOf(pay, { title: 'Payments' }),
        entityOf(web),
        entityOf(ref('a'), { ownedBy: pay }),
        entityOf(ref('b'), { ownedBy: pay }),
        entityOf(ref('c'), { ownedBy: web }),
        entityOf(ref('d'), { ownedBy: web }),
        entityOf(ref('e')),
      ]);
      await stores.facts.register(providers.list(), { now: noon });
      await stores.scorecards.publish(
        [publishedWith(holding, { origin: 'portal' })],
        { now: noon },
      );
      const told: Record<string, [number, boolean]> = {
        a: [9, true],
        b: [3, false],
        c: [5, true],
        d: [0, false],
        e: [7, true],
      };
      await stores.facts.tell(
        'repository',
        Object.entries(told).map(([name, [count, hasReadme]]) => ({
          entityRef: ref(name),
          facts: { commits: count, hasReadme },
          problem: null,
        })),
        { of: Object.keys(told).map(ref), now: noon },
      );
      const evaluator = new Evaluator(ground as never);
      await evaluator.workOff();
      const previews = createPreviews({ ...ground, zone: 'UTC' } as never);
      const preview = (
        part: Partial<ScorecardDefinition>,
        {
          visibility = seesAll,
          entityRefs,
          name = 'readiness',
        }: {
          visibility?: Visibility;
          entityRefs?: string[];
          name?: string;
        } = {},
      ) =>
        previews.preview({ name, spec: specOf(part), entityRefs }, visibility);
      return { ...stores, preview, previews, evaluator };
    }

    it('changes nothing where the definition is the one that holds, and writes nothing', async () => {
      const { preview, results, changes } = await createScored();
      const before = await results.read(['a', 'b', 'c', 'd', 'e'].map(ref));
      expect(await preview(holding)).toEqual({
        problems: [],
        // Groups are asked too, and nothing is told of them.
        counts: {
          entities: 7,
          up: 0,
          down: 0,
          same: 7,
          joining: 0,
          leaving: 0,
        },
        teamsDown: 0,
        teams: expect.any(Array),
        levelsLost: [],
        moves: [],
        samples: [],
      });
      await preview({ checks: [{ ...commits, expression: 'false' }, readme] });
      expect(await results.read(['a', 'b', 'c', 'd', 'e'].map(ref))).toEqual(
        before,
      );
      expect(await changes()).toEqual([]);
      expect((await results.waiting()).entities).toBe(0);
    });

    it('makes ten at once at most, and more when those are made', async () => {
      const { preview } = await createScored();
      const asked = await Promise.allSettled(
        Array.from({ length: 12 }, () => preview(holding)),
      );
      expect(asked.map(({ status }) => status)).toEqual([
        ...Array(10).fill('fulfilled'),
        'rejected',
        'rejected',
      ]);
      expect(asked[11]).toMatchObject({
        reason: { name: 'ServiceUnavailableError' },
      });
      expect(await preview(holding)).toMatchObject({ problems: [] });
    });

    it('tells who would move, whose team loses which level, and by which checks', async () => {
      const { preview } = await createScored();
      const answer = await preview({
        checks: [{ ...commits, expression: 'repository.commits > 4' }, readme],
        filter: 'has(repository.commits)',
      });
      expect(answer.counts).toEqual({
        entities: 7,
        up: 0,
        down: 1,
        same: 4,
        joining: 0,
        leaving: 2,
      });
      // Of pay, b has Bronze now and would have nothing.
      expect(answer.teamsDown).toBe(1);
      expect(answer.levelsLost).toEqual([
        { level: expect.objectContaining({ name: 'Bronze' }), teams: 1 },
      ]);
      expect(answer.teams[0]).toEqual({
        ownerRef: pay,
        ownerTitle: 'Payments',
        counts: {
          entities: 2,
          up: 0,
          down: 1,
          same: 1,
          joining: 0,
          leaving: 0,
        },
        lowestBefore: expect.objectContaining({ name: 'Bronze' }),
        lowestAfter: expect.objectContaining({ name: 'Basic', rank: 0 }),
      });
      expect(answer.moves[0]).toEqual({
        entityRef: ref('b'),
        title: 'b',
        ownerRef: pay,
        levelBefore: expect.objectContaining({ name: 'Bronze' }),
        levelAfter: expect.objectContaining({ name: 'Basic' }),
        checks: [
          {
            checkId: 'commits',
            name: 'Is worked on',
            before: 'passed',
            after: 'failed',
            cause: 'rule',
          },
        ],
      });
      expect(
        answer.moves.map(({ entityRef, levelAfter }) => [
          entityRef,
          levelAfter?.name ?? null,
        ]),
      ).toEqual([
        [ref('b'), 'Basic'],
        [pay, null],
        [web, null],
      ]);
    });

    it('comes to what publishing comes to', async () => {
      const { preview, scorecards, evaluator, results } = await createScored();
      const part = {
        checks: [
          {
            ...commits,
            expression: 'repository.commits > 4',
            confirmations: 2,
          },
          { ...readme, level: 'Bronze' },
          checkWith({
            id: 'busy',
            level: 'Silver',
            expression: 'repository.commits > 6',
          }),
        ],
      };
      const { moves, counts } = await preview(part);
      const refs = ['a', 'b', 'c', 'd', 'e'].map(ref);
      const before = new Map(
        (await results.read(refs)).map(one => [one.entityRef, one.levelRank]),
      );
      await scorecards.publish([publishedWith(part, { origin: 'portal' })], {
        now: noon,
      });
      await evaluator.workOff();
      const after = await results.read(refs);
      const fallen = after.filter(
        one => one.levelRank! < before.get(one.entityRef)!,
      );
      expect(counts.down).toBe(fallen.length);
      for (const { entityRef, levelRank } of after) {
        const move = moves.find(one => one.entityRef === entityRef);
        expect(move?.levelAfter?.rank ?? before.get(entityRef)).toBe(levelRank);
      }
    });

    it('moves nobody by a level that is put between two others', async () => {
      const { preview } = await createScored();
      const { counts } = await preview({
        levels: [
          { name: 'Bronze', rank: 1 },
          { name: 'Copper', rank: 2 },
          { name: 'Silver', rank: 3 },
        ],
        checks: [commits, { ...readme, id: 'copper', level: 'Copper' }, readme],
      });
      expect(counts).toMatchObject({ up: 0, down: 0 });
    });

    it('counts nothing that may not be seen', async () => {
      const { preview } = await createScored();
      const visibility: Visibility = {
        type: 'refs',
        refs: new Set([ref('a'), ref('b'), ref('d')]),
      };
      const answer = await preview(
        { checks: [{ ...commits, expression: 'false' }, readme] },
        { visibility, entityRefs: [ref('c'), ref('a')] },
      );
      expect(answer.counts).toMatchObject({ entities: 3, down: 2, same: 1 });
      // Whoever owns them may not be seen either.
      expect(answer.teams).toMatchObject([
        { ownerRef: null, ownerTitle: null, counts: { entities: 3 } },
      ]);
      expect(answer.teamsDown).toBe(0);
      expect(answer.samples.map(({ entityRef }) => entityRef)).toEqual([
        ref('a'),
      ]);
      expect(JSON.stringify(answer)).not.toMatch(/default\/(c|e|pay|web)/);
    });

    it('shows entities as they would stand, in the order asked', async () => {
      const { preview } = await createScored();
      const { samples } = await preview(
        {
          checks: [
            { ...commits, expression: 'repository.commits > 4' },
            readme,
          ],
        },
        {
          entityRefs: ['Component:default/B', ref('none'), ref('a'), ref('b')],
        },
      );
      expect(samples.map(({ entityRef }) => entityRef)).toEqual([
        ref('b'),
        ref('a'),
      ]);
      expect(samples[0].standing).toMatchObject({
        isAsked: true,
        level: { name: 'Basic' },
        next: { name: 'Bronze' },
        missing: [{ checkId: 'commits', bearing: 'missed' }],
        checks: [
          { state: 'failed', value: 3, message: 'b has 3 commits' },
          { state: 'failed' },
        ],
      });
    });

    it('holds to the levels that it asks of others, as far as they may be seen', async () => {
      const { preview, scorecards, evaluator } = await createScored();
      await scorecards.publish(
        [
          publishedWith({
            ref: base,
            checks: [{ ...commits, expression: 'repository.commits > 6' }],
            levels: [{ name: 'Bronze', rank: 1 }],
          }),
        ],
        { now: noon },
      );
      await evaluator.workOff();
      const part = {
        ...holding,
        requires: [{ scorecard: base, level: 'Bronze' }],
      };
      const { moves, samples } = await preview(part, {
        entityRefs: [ref('c')],
      });
      expect(moves.map(({ entityRef }) => entityRef).sort()).toEqual([
        ref('b'),
        ref('c'),
      ]);
      expect(samples[0].standing.requires).toMatchObject([
        { scorecardRef: base, isMet: false },
      ]);
      // To somebody who may not see its document it does not exist.
      const hidden = await preview(part, {
        visibility: { type: 'refs', refs: new Set([ref('c')]) },
        entityRefs: [ref('c')],
      });
      expect(hidden.moves.filter(({ levelBefore }) => levelBefore)).toEqual([]);
      expect(hidden.samples[0].standing.requires).toEqual([]);
    });

    it('begins with a scorecard that is new', async () => {
      const { preview } = await createScored();
      const answer = await preview(holding, { name: 'another' });
      expect(answer.counts).toMatchObject({ entities: 7, joining: 7 });
      expect(answer.moves[0]).toMatchObject({
        levelBefore: null,
        checks: [{ checkId: 'commits', before: null }, { before: null }],
      });
    });

    it('names what is wrong, and counts nothing where nothing can be carried out', async () => {
      const { previews, preview } = await createScored();
      const { problems, counts, moves } = await previews.preview(
        { name: 'readiness', spec: { levels: 'none' } as never },
        seesAll,
      );
      expect(problems.length).toBeGreaterThan(0);
      expect(counts.entities).toBe(0);
      expect(moves).toEqual([]);
      // A broken check hurts nobody.
      const broken = await preview({
        checks: [commits, { ...readme, expression: 'repository.hasReadm' }],
      });
      expect(broken.problems).toHaveLength(1);
      expect(broken.counts.down).toBe(0);
    });
  },
);
