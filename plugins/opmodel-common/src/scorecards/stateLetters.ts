import { type VerdictState } from './checkVerdict';
import { emptyVerdictTally, type VerdictTally } from './verdictTally';

/**
 * The letter of each state in the short text of a result, which has one for each slot of its scorecard: so ten thousand results with
 * forty checks each are counted by reading as many short texts.
 */
export const stateLetters: Readonly<Record<VerdictState, string>> = {
  passed: 'P',
  warning: 'W',
  failed: 'F',
  exempt: 'X',
  not_reported: 'R',
  error: 'E',
  not_applicable: 'N',
};

/** Stands where nothing was found yet, or where there is no such check any more. */
export const noStateLetter = '-';

const statesByLetter = new Map(
  (Object.keys(stateLetters) as VerdictState[]).map(state => [
    stateLetters[state],
    state,
  ]),
);

/** The state that a letter stands for; null: nothing was found. */
export function stateOfLetter(letter: string | undefined): VerdictState | null {
  return statesByLetter.get(letter ?? noStateLetter) ?? null;
}

const CODES = 128;
const separator = ','.charCodeAt(0);

/** Counts the states of each slot over any number of results. Counts add up, whatever the order and however they are split. */
export class SlotCounts {
  /** By slot, then by the code of the letter. */
  readonly #counts: Uint32Array;
  readonly #slots: number;

  constructor(slots: number) {
    this.#slots = slots;
    this.#counts = new Uint32Array(slots * CODES);
  }

  /**
   * Counts results.
   *
   * @param texts - their short texts, one behind the other with a comma between; slots beyond those of the counts are left out
   */
  add(texts: string): this {
    let slot = 0;
    for (let at = 0; at < texts.length; at += 1) {
      const code = texts.charCodeAt(at);
      if (code === separator) {
        slot = 0;
      } else {
        if (slot < this.#slots && code < CODES) {
          this.#counts[slot * CODES + code] += 1;
        }
        slot += 1;
      }
    }
    return this;
  }

  /** How many verdicts of each state there are in a slot. */
  tallyOf(slot: number): VerdictTally {
    if (!(slot >= 0 && slot < this.#slots)) {
      return emptyVerdictTally;
    }
    return Object.fromEntries(
      Object.entries(stateLetters).map(([state, letter]) => [
        state,
        this.#counts[slot * CODES + letter.charCodeAt(0)],
      ]),
    ) as unknown as VerdictTally;
  }
}
