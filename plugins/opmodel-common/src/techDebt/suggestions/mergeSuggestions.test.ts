import fc from 'fast-check';
import {
  type DebtSuggestion,
  isToDecide,
  type SuggestionState,
  suggestionSources,
} from './debtSuggestion';
import { mergeSuggestions, type SuggestionSighting } from './mergeSuggestions';
import { anySuggestion, suggestionWith } from './__testUtils__/anySuggestion';

const cart = 'component:default/cart';
const till = 'component:default/till';
const everywhere = [cart, till].flatMap(entityRef =>
  suggestionSources.map(source => ({ source, entityRef })),
);
const anyLook = fc
  .record({
    found: fc.array(anySuggestion, { maxLength: 12 }),
    lookedAt: fc.subarray(everywhere),
  })
  .map(look => ({ ...look, at: 0 }));
/** Looks in the order of their time. */
const anyLooks = fc
  .array(anyLook, { maxLength: 5 })
  .map(looks => looks.map((look, place) => ({ ...look, at: place + 1 })));
const anyState: fc.Arbitrary<SuggestionState> = fc.constantFrom(
  { type: 'new' },
  { type: 'promoted', itemId: 'item-1', by: 'user:default/ada', at: 1 },
  { type: 'dismissed', reason: 'Is meant so', by: 'user:default/bo', at: 1 },
);

function mergeAll(
  looks: readonly SuggestionSighting[],
  known: readonly DebtSuggestion[] = [],
): DebtSuggestion[] {
  return looks.reduce<DebtSuggestion[]>(mergeSuggestions, [...known]);
}

describe('mergeSuggestions', () => {
  it('changes nothing when the same is looked at twice', () => {
    fc.assert(
      fc.property(anyLooks, anyLook, (looks, look) => {
        const last = { ...look, at: looks.length + 1 };
        const once = mergeAll([...looks, last]);
        expect(mergeSuggestions(once, last)).toEqual(once);
      }),
    );
  });

  it('comes to the same in whatever order things were found', () => {
    fc.assert(
      fc.property(
        anyLooks,
        anyLook,
        fc.infiniteStream(fc.nat()),
        (looks, look, dice) => {
          const shuffle = <T>(list: readonly T[]): T[] =>
            list
              .map(each => ({ each, key: dice.next().value }))
              .sort((a, b) => a.key - b.key)
              .map(({ each }) => each);
          const known = mergeAll(looks);
          const at = looks.length + 1;
          expect(
            mergeSuggestions(shuffle(known), {
              at,
              found: shuffle(look.found),
              lookedAt: shuffle(look.lookedAt),
            }),
          ).toEqual(mergeSuggestions(known, { ...look, at }));
        },
      ),
    );
  });

  it('keeps whatever people decided, through all later looks', () => {
    fc.assert(
      fc.property(
        anyLook,
        fc.array(anyState, { minLength: 12, maxLength: 12 }),
        anyLooks,
        (first, states, later) => {
          const known = mergeSuggestions([], first).map((each, at) => ({
            ...each,
            state: states[at],
          }));
          const stateOf = new Map(
            known.map(({ fingerprint, state }) => [fingerprint, state]),
          );
          for (const { fingerprint, state } of mergeAll(later, known)) {
            expect(state).toEqual(stateOf.get(fingerprint) ?? { type: 'new' });
          }
        },
      ),
    );
  });

  it('holds each fingerprint once, and loses none', () => {
    fc.assert(
      fc.property(anyLooks, looks => {
        const kept = mergeAll(looks).map(({ fingerprint }) => fingerprint);
        const all = new Set(
          looks.flatMap(({ found }) => found.map(each => each.fingerprint)),
        );
        expect([...kept].sort()).toEqual([...all].sort());
      }),
    );
  });

  it('calls stale exactly what was looked for in vain since it was last found', () => {
    fc.assert(
      fc.property(anyLooks, looks => {
        for (const each of mergeAll(looks)) {
          const inVain = looks.find(
            ({ at, lookedAt }) =>
              at > each.lastSeen &&
              lookedAt.some(
                ({ source, entityRef }) =>
                  source === each.source && entityRef === each.entityRef,
              ),
          );
          expect(each.staleSince).toBe(inVain?.at ?? null);
        }
      }),
    );
  });

  it('brings nothing back that was dismissed, however often it goes and comes', () => {
    const found = [suggestionWith({ severity: 'low' })];
    const lookedAt = [{ source: 'todo' as const, entityRef: cart }];
    const state = {
      type: 'dismissed' as const,
      reason: 'Half up is what the tax office wants',
      by: 'user:default/ada',
      at: 15,
    };
    const dismissed = mergeAll([{ at: 10, found, lookedAt }]).map(each => ({
      ...each,
      state,
    }));
    const [gone] = mergeSuggestions(dismissed, { at: 20, found: [], lookedAt });
    expect(gone).toMatchObject({ state, staleSince: 20, lastSeen: 10 });
    const [back] = mergeSuggestions([gone], {
      at: 30,
      found: [suggestionWith({ severity: 'high', title: 'Moved' })],
      lookedAt,
    });
    expect(back).toMatchObject({
      state,
      staleSince: null,
      firstSeen: 10,
      lastSeen: 30,
      title: 'Moved',
      severity: 'high',
    });
    expect(isToDecide(back)).toBe(false);
  });

  it('leaves alone what nobody looked for', () => {
    const known = mergeAll([
      { at: 10, found: [suggestionWith()], lookedAt: [] },
    ]);
    const after = mergeSuggestions(known, {
      at: 20,
      found: [],
      lookedAt: [
        { source: 'sarif', entityRef: cart },
        { source: 'todo', entityRef: till },
      ],
    });
    expect(after).toEqual(known);
    expect(isToDecide(after[0])).toBe(true);
  });

  it('takes what is beyond a bound neither for gone nor for new', () => {
    const lookedAt = [{ source: 'todo' as const, entityRef: cart }];
    const known = mergeAll([{ at: 10, found: [suggestionWith()], lookedAt }]);
    expect(
      mergeSuggestions(known, {
        at: 20,
        found: [],
        lookedAt,
        leftOut: [known[0].fingerprint, 'todo:0000000000000002'],
      }),
    ).toEqual([{ ...known[0], lastSeen: 20 }]);
  });

  it('takes nothing from a look that is older than what is known', () => {
    const lookedAt = [{ source: 'todo' as const, entityRef: cart }];
    const known = mergeAll([
      { at: 10, found: [suggestionWith({ title: 'Now' })], lookedAt },
    ]);
    const [after] = mergeSuggestions(known, {
      at: 5,
      found: [suggestionWith({ title: 'Then' })],
      lookedAt,
    });
    expect(after).toEqual({ ...known[0], firstSeen: 5 });
    expect(
      mergeSuggestions(known, { at: 5, found: [], lookedAt })[0].staleSince,
    ).toBeNull();
  });

  it('tells the worst first', () => {
    const found = (['low', null, 'critical', 'medium'] as const).map(
      (severity, at) =>
        suggestionWith({ severity, fingerprint: `todo:${at}`, since: 1 }),
    );
    expect(
      mergeSuggestions([], { at: 1, found, lookedAt: [] }).map(
        ({ severity }) => severity,
      ),
    ).toEqual(['critical', 'medium', 'low', null]);
  });
});
