import fc from 'fast-check';
import { type VerdictState, verdictStates } from './checkVerdict';
import {
  printStates,
  type ReplayedChange,
  type ReplayedResult,
  ResultReplay,
} from './ResultReplay';
import { emptyVerdictTally } from './verdictTally';

const SLOTS = 3;

interface Step {
  entity: number;
  gap: number;
  rank: number | null;
  states: (VerdictState | null)[];
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    entity: fc.integer({ min: 0, max: 3 }),
    gap: fc.integer({ min: 0, max: 3 }),
    rank: fc.option(fc.integer({ min: 0, max: 2 })),
    states: fc.array(fc.option(fc.constantFrom(...verdictStates)), {
      minLength: SLOTS,
      maxLength: SLOTS,
    }),
  }),
  { maxLength: 30 },
);

interface Moment {
  at: number;
  results: ReadonlyMap<string, Pick<Step, 'rank' | 'states'>>;
}

/** Carries steps out as an evaluation does, and keeps how everything stood after each of them. */
function carryOut(taken: readonly Step[]) {
  const results = new Map<string, Pick<Step, 'rank' | 'states'>>();
  const firstAt = new Map<string, number>();
  const changes: ReplayedChange[] = [];
  const moments: Moment[] = [];
  let at = 100;
  for (const { entity, gap, rank, states } of taken) {
    at += gap;
    const entityRef = `component:default/c${entity}`;
    const before = results.get(entityRef);
    if (before) {
      changes.push({
        entityRef,
        changedAt: at,
        rankBefore: before.rank,
        rankAfter: rank,
        checks: states.flatMap((after, slot) =>
          after === before.states[slot]
            ? []
            : [{ slot, before: before.states[slot], after }],
        ),
      });
    } else {
      firstAt.set(entityRef, at);
    }
    results.set(entityRef, { rank, states });
    moments.push({ at, results: new Map(results) });
  }
  const now = [...results].map(
    ([entityRef, { rank, states }]): ReplayedResult => ({
      entityRef,
      rank,
      states: printStates(states),
      firstAt: firstAt.get(entityRef)!,
    }),
  );
  return { now, changes, moments };
}

function standingAt(moments: readonly Moment[], instant: number) {
  const last = [...moments].reverse().find(({ at }) => at <= instant);
  return last?.results ?? new Map<string, Pick<Step, 'rank' | 'states'>>();
}

describe('ResultReplay', () => {
  it('finds every moment as it was', () => {
    fc.assert(
      fc.property(
        steps,
        fc.uniqueArray(fc.integer({ min: 95, max: 200 }), { maxLength: 5 }),
        (taken, instants) => {
          const { now, changes, moments } = carryOut(taken);
          const replay = new ResultReplay(now, changes, 0);
          for (const instant of [...instants].sort((a, b) => b - a)) {
            replay.backTo(instant);
            const then = standingAt(moments, instant);
            const asked = [...then.values()].filter(
              ({ rank }) => rank !== null,
            );
            const tally: Record<VerdictState, number> = {
              ...emptyVerdictTally,
            };
            const ranks = new Map<number, number>();
            for (const { rank, states } of asked) {
              ranks.set(rank!, (ranks.get(rank!) ?? 0) + 1);
              states.forEach(state => {
                if (state) {
                  tally[state] += 1;
                }
              });
            }
            expect(replay.counts()).toEqual({
              entities: asked.length,
              ranks,
              tally,
            });
            for (const ref of replay.touched()) {
              expect(replay.resultOf(ref)).toEqual(then.get(ref) ?? null);
            }
          }
        },
      ),
    );
  });

  it('finds what its entity was lost with', () => {
    const replay = new ResultReplay(
      [
        {
          entityRef: 'component:default/lost',
          rank: 1,
          states: 'PF',
          firstAt: 10,
          goneAt: 80,
        },
      ],
      [
        {
          entityRef: 'component:default/lost',
          changedAt: 60,
          rankBefore: 0,
          rankAfter: 1,
          checks: [{ slot: 0, before: 'failed', after: 'passed' }],
        },
      ],
      50,
    );
    expect(replay.counts()).toMatchObject({ entities: 0 });
    expect(replay.resultOf('component:default/lost')).toBeNull();
    replay.backTo(79);
    expect(replay.counts()).toMatchObject({
      entities: 1,
      tally: { passed: 1, failed: 1 },
    });
    replay.backTo(50);
    expect(replay.resultOf('component:default/lost')).toEqual({
      rank: 0,
      states: ['failed', 'failed'],
    });
  });

  it('leaves alone what did not happen within the time that is replayed', () => {
    const result = {
      entityRef: 'component:default/old',
      rank: 1,
      states: 'PF',
      firstAt: 10,
    };
    const replay = new ResultReplay(
      [result],
      [
        {
          entityRef: 'component:default/other',
          changedAt: 60,
          rankBefore: 1,
          rankAfter: 2,
          checks: [],
        },
      ],
      50,
    );
    replay.backTo(50);
    expect(replay.touched()).toEqual([]);
    expect(replay.resultOf(result.entityRef)).toBeNull();
    expect(replay.counts()).toMatchObject({
      entities: 1,
      tally: { passed: 1, failed: 1 },
    });
  });
});
