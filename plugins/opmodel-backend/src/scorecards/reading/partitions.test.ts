import fc from 'fast-check';
import {
  type CheckVerdict,
  stateLetters,
  stateOfLetter,
} from '@opmodel/backstage-plugin-opmodel-common';
import { groupBy } from 'lodash';
import type { ComponentFilter } from '../../catalog/ComponentSelection';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { SnapshotStore } from '../../catalog/SnapshotStore';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import { writeOutcome } from '../evaluation/DatabaseResultRows';
import type { ScorecardResult } from '../evaluation/ResultStore';
import { DatabaseScorecardReadStore } from './DatabaseScorecardReadStore';
import { FakeScorecardReadStore } from './FakeScorecardReadStore';
import type {
  ScorecardReadStore,
  ScorecardSelection,
  StateGroup,
} from './ScorecardReadStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const noon = Date.UTC(2026, 10, 22, 12);
const scorecards = [
  'scorecard:default/readiness',
  'scorecard:default/security',
];
const slots = new Map(
  scorecards.map(ref => [ref, ['docs', 'tests', 'alerts', 'scan', 'sign']]),
);

/** The groups with what is directly below each, from the top. */
const groups: Record<string, string[]> = {
  company: ['shop', 'ops'],
  shop: ['mail', 'pay'],
  mail: ['letters'],
  pay: [],
  letters: [],
  ops: [],
};
const group = (name: string) => `group:default/${name}`;
const parentOf = (name: string) =>
  Object.keys(groups).find(parent => groups[parent].includes(name));

interface World {
  snapshot: SnapshotStore;
  reads: ScorecardReadStore;
  keep(results: readonly ScorecardResult[]): Promise<void>;
}

/** One entity, as chance has it. */
const anyEntity = fc.record({
  kind: fc.constantFrom('component', 'api', 'resource'),
  owner: fc.option(fc.constantFrom(...Object.keys(groups))),
  system: fc.option(fc.constantFrom('selling', 'sending')),
  tier: fc.option(fc.constantFrom('1', '2')),
  type: fc.constantFrom('service', 'library'),
  results: fc.array(
    fc.option(
      fc.record({
        rank: fc.option(fc.integer({ min: 0, max: 3 })),
        letters: fc.array(
          fc.constantFrom(...Object.values(stateLetters), '-'),
          {
            minLength: 5,
            maxLength: 5,
          },
        ),
        at: fc.integer({ min: 0, max: 1_000 }),
      }),
    ),
    { minLength: 2, maxLength: 2 },
  ),
});

const [drawn] = fc.sample(
  fc.array(anyEntity, { minLength: 70, maxLength: 70, size: 'max' }),
  { numRuns: 1, seed: 7 },
);
const world = drawn.map((one, at) => ({
  ...one,
  ref: `${one.kind}:default/e${String(at).padStart(2, '0')}`,
}));

const results = world.flatMap(({ ref, results: drawnResults }) =>
  drawnResults.flatMap((one, which): ScorecardResult[] =>
    one === null
      ? []
      : [
          {
            entityRef: ref,
            scorecardRef: scorecards[which],
            version: 1,
            levelRank: one.rank,
            levelSince: noon,
            points: null,
            verdicts: new Map(
              one.letters.flatMap((letter, slot): [string, CheckVerdict][] => {
                const state = stateOfLetter(letter);
                const checkId = slots.get(scorecards[which])![slot];
                const since = noon;
                const rest = { value: null, detail: null, standing: null };
                return state
                  ? [
                      [
                        checkId,
                        { checkId, state, since, ...rest, pending: null },
                      ],
                    ]
                  : [];
              }),
            ),
            firstAt: noon - one.at * 1_000,
            changedAt: noon + one.at * 1_000,
          },
        ],
  ),
);

async function fill({ snapshot, keep }: World): Promise<void> {
  await scanEntities(snapshot, [
    ...Object.keys(groups).map(name => {
      const parent = parentOf(name);
      return entityOf(group(name), parent ? { childOf: group(parent) } : {});
    }),
    entityOf('domain:default/retail', { ownedBy: group('company') }),
    entityOf('system:default/selling', {
      ownedBy: group('shop'),
      partOf: 'domain:default/retail',
    }),
    entityOf('system:default/sending', { ownedBy: group('mail') }),
    ...world.map(({ ref, owner, system, tier, type }) =>
      entityOf(ref, {
        ownedBy: owner === null ? undefined : group(owner),
        partOf: system === null ? undefined : `system:default/${system}`,
        annotations: tier === null ? undefined : { 'opmodel.io/tier': tier },
        spec: { type },
      }),
    ),
  ]);
  await keep(results);
}

/** Of several parts, as if they had been read at once; what parts have in common is counted as often as they have it. */
function put(parts: readonly StateGroup[]): unknown[] {
  const together = groupBy(
    parts,
    ({ scorecardRef, rank }) => `${scorecardRef} ${rank}`,
  );
  return Object.keys(together)
    .sort()
    .map(key => {
      const same = together[key];
      return {
        key,
        entities: same.reduce((sum, { entities }) => sum + entities, 0),
        states: same
          .flatMap(({ states }) => states.split(','))
          .sort()
          .join(),
        firstAt: Math.min(...same.map(({ firstAt }) => firstAt)),
        changedAt: Math.max(...same.map(({ changedAt }) => changedAt)),
      };
    });
}

const anyVisibility: fc.Arbitrary<Visibility> = fc.oneof(
  fc.constant(seesAll),
  fc
    .subarray(world.map(({ ref }) => ref))
    .map((refs): Visibility => ({ type: 'refs', refs: new Set(refs) })),
);

/** Who may not see a group learns nothing of what is below it. */
function withGroups(visibility: Visibility): Visibility {
  return visibility.type === 'refs'
    ? {
        type: 'refs',
        refs: new Set([...visibility.refs, ...Object.keys(groups).map(group)]),
      }
    : visibility;
}

const anySelection: fc.Arbitrary<ScorecardSelection> = fc.record({
  visibility: anyVisibility,
  kind: fc.constantFrom(undefined, 'component', 'api'),
  filter: fc.constantFrom<ComponentFilter | undefined>(
    undefined,
    { ownerRefs: [group('shop')], descendants: true },
    { type: 'service' },
    { systemRef: 'system:default/selling' },
    { tier: '1' },
  ),
});

eachStore<World>(
  {
    name: 'A roll-up',
    fake: () => {
      const catalog = new FakeComponentCatalog();
      const kept: ScorecardResult[] = [];
      return {
        snapshot: catalog,
        reads: new FakeScorecardReadStore({
          catalog,
          results: { results: () => kept, changes: () => [] },
          slotsOf: ref => slots.get(ref) ?? [],
        }),
        async keep(given) {
          kept.push(...given);
        },
      };
    },
    database: knex => ({
      snapshot: new DatabaseSnapshotStore(knex),
      reads: new DatabaseScorecardReadStore(knex),
      keep: given => writeOutcome(knex, { results: given, changes: [] }, slots),
    }),
  },
  createStore => {
    let reads: ScorecardReadStore;

    beforeAll(async () => {
      const stores = await createStore();
      reads = stores.reads;
      await fill(stores);
    });

    const wholeOf = async (selection: ScorecardSelection) =>
      put(await reads.listStates(selection, scorecards));

    it('is large enough to tell something', async () => {
      const whole = await reads.listStates({ visibility: seesAll }, scorecards);
      expect(whole.length).toBeGreaterThan(6);
      expect(
        await reads.countScored({ visibility: seesAll }, scorecards),
      ).toBeGreaterThan(40);
    });

    it.each(['owner', 'system', 'domain', 'tier'] as const)(
      'is what its parts by %s are together',
      by =>
        fc.assert(
          fc.asyncProperty(anySelection, async selection => {
            const parts = await Promise.all(
              scorecards.map(ref => reads.listStatesBy(selection, ref, { by })),
            );
            expect(put(parts.flat())).toEqual(await wholeOf(selection));
          }),
          { numRuns: 25 },
        ),
    );

    it('is what its scorecards and its entities are one by one', () =>
      fc.assert(
        fc.asyncProperty(anyVisibility, async visibility => {
          const whole = await wholeOf({ visibility });
          const one = await Promise.all(
            scorecards.map(ref => reads.listStates({ visibility }, [ref])),
          );
          expect(put(one.flat())).toEqual(whole);
          const each = await Promise.all(
            [0, 1, 2].map(rest =>
              reads.listStates(
                {
                  visibility,
                  filter: {
                    entityRefs: world
                      .filter((_, at) => at % 3 === rest)
                      .map(({ ref }) => ref),
                  },
                },
                scorecards,
              ),
            ),
          );
          expect(put(each.flat())).toEqual(whole);
        }),
        { numRuns: 15 },
      ));

    it('of a group is what it owns itself and what the groups below it are, each entity once', () =>
      fc.assert(
        fc.asyncProperty(
          anyVisibility.map(withGroups),
          fc.constantFrom(...Object.keys(groups)),
          async (visibility, name) => {
            const read = (filter: ComponentFilter) =>
              reads.listStates({ visibility, filter }, scorecards);
            const whole = await read({
              ownerRefs: [group(name)],
              descendants: true,
            });
            const own = await read({ ownerRefs: [group(name)] });
            const below = await Promise.all(
              groups[name].map(child =>
                read({ ownerRefs: [group(child)], descendants: true }),
              ),
            );
            expect(put([...own, ...below.flat()])).toEqual(put(whole));
            // The heat map finds the same for the group as a scope.
            const scoped = await Promise.all(
              scorecards.map(ref =>
                reads.listStatesBy({ visibility, kind: 'component' }, ref, {
                  by: 'scope',
                  scopeRefs: [group(name)],
                }),
              ),
            );
            expect(put(scoped.flat())).toEqual(
              put(
                await reads.listStates(
                  {
                    visibility,
                    kind: 'component',
                    filter: { ownerRefs: [group(name)], descendants: true },
                  },
                  scorecards,
                ),
              ),
            );
          },
        ),
        { numRuns: 25 },
      ));

    it('counts each entity that is asked something once, at its weakest level', () =>
      fc.assert(
        fc.asyncProperty(anySelection, async selection => {
          const levels = [0, 1, 2, 3].flatMap(rank =>
            scorecards.map(scorecardRef => ({ scorecardRef, rank })),
          );
          const counts = await reads.countWeakest(selection, levels);
          const scored = await reads.countScored(selection, scorecards);
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(scored);
          expect(scored).toBeLessThanOrEqual(
            await reads.countEntities(selection),
          );
        }),
        { numRuns: 25 },
      ));

    it('lists the same entities page by page as it counts', () =>
      fc.assert(
        fc.asyncProperty(
          anySelection,
          fc.integer({ min: 1, max: 9 }),
          fc.constantFrom(...scorecards),
          async (selection, limit, scorecardRef) => {
            const seen: string[] = [];
            let after;
            let total = 0;
            do {
              const page = await reads.listMatrix(selection, {
                scorecardRef,
                limit,
                after,
              });
              seen.push(
                ...page.items.map(({ rank, states }) => `${rank} ${states}`),
              );
              total = page.total;
              after =
                page.items.length === limit
                  ? page.items[limit - 1].position
                  : undefined;
            } while (after);
            const counted = (
              await reads.listStates(selection, [scorecardRef])
            ).flatMap(({ rank, states }) =>
              states.split(',').map(text => `${rank} ${text}`),
            );
            expect(seen.sort()).toEqual(counted.sort());
            expect(total).toBe(seen.length);
          },
        ),
        { numRuns: 10 },
      ));
  },
);
