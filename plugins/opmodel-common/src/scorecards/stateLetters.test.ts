import fc from 'fast-check';
import { verdictStates } from './checkVerdict';
import {
  noStateLetter,
  SlotCounts,
  stateLetters,
  stateOfLetter,
} from './stateLetters';
import {
  addVerdictTallies,
  emptyVerdictTally,
  tallyVerdicts,
} from './verdictTally';

const SLOTS = 5;

const results = fc.array(
  fc.array(fc.option(fc.constantFrom(...verdictStates)), { maxLength: SLOTS }),
);

type States = ReturnType<typeof stateOfLetter>[];

const print = (some: States[]) =>
  some
    .map(states =>
      states
        .map(state => (state ? stateLetters[state] : noStateLetter))
        .join(''),
    )
    .join(',');

const count = (some: States[]) => new SlotCounts(SLOTS).add(print(some));

const slots = Array.from({ length: SLOTS }, (_, slot) => slot);

describe('stateLetters', () => {
  it('gives each state a letter of its own', () => {
    expect(
      verdictStates.map(state => stateOfLetter(stateLetters[state])),
    ).toEqual(verdictStates);
    expect(stateOfLetter(noStateLetter)).toBeNull();
    expect(stateOfLetter(undefined)).toBeNull();
  });
});

describe('SlotCounts', () => {
  it('counts as tallies of the verdicts themselves do', () => {
    fc.assert(
      fc.property(results, some => {
        const counts = count(some);
        for (const slot of slots) {
          const verdicts = some.flatMap(states => {
            const state = states[slot];
            return state ? [{ state }] : [];
          });
          expect(counts.tallyOf(slot)).toEqual(tallyVerdicts(verdicts));
        }
      }),
    );
  });

  it('comes to the whole from the parts of a partition, in any order', () => {
    fc.assert(
      fc.property(results, results, (a, b) => {
        const whole = count([...a, ...b]);
        const added = new SlotCounts(SLOTS).add(print(b)).add(print(a));
        for (const slot of slots) {
          expect(added.tallyOf(slot)).toEqual(whole.tallyOf(slot));
          expect(
            addVerdictTallies(count(a).tallyOf(slot), count(b).tallyOf(slot)),
          ).toEqual(whole.tallyOf(slot));
        }
      }),
    );
  });

  it('counts nothing of slots that it does not have', () => {
    const counts = new SlotCounts(2).add('PFP,FFP');
    expect(counts.tallyOf(0)).toMatchObject({ passed: 1, failed: 1 });
    expect(counts.tallyOf(1)).toMatchObject({ passed: 0, failed: 2 });
    expect(counts.tallyOf(2)).toEqual(emptyVerdictTally);
    expect(counts.tallyOf(-1)).toEqual(emptyVerdictTally);
  });
});
