import type { FactStore } from '../facts/FactStore';
import type { AttestationStore } from './AttestationStore';
import { type AttestedFacts, attestedProviderId } from './AttestedFacts';

/** Entities that are told of at a time. */
const AT_ONCE = 500;

/** So far back a process that has just begun looks; what is older, its provider has told. Milliseconds. */
const LOOK_BACK = 2 * 3_600_000;

/** Lets checks know at once what somebody vouched for, and within a minute that a word has come to its end. */
export class AttestationTeller {
  readonly #store: Pick<AttestationStore, 'listChanged'>;
  readonly #attested: Pick<AttestedFacts, 'of'>;
  readonly #facts: Pick<FactStore, 'tell'>;
  readonly #clock: () => number;
  /** Up to when this process has told. */
  #toldUntil: number | undefined;

  constructor(options: {
    store: Pick<AttestationStore, 'listChanged'>;
    attested: Pick<AttestedFacts, 'of'>;
    facts: Pick<FactStore, 'tell'>;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#attested = options.attested;
    this.#facts = options.facts;
    this.#clock = options.clock;
  }

  /** Tells what is vouched for of entities now. */
  async tell(entityRefs: readonly string[]): Promise<void> {
    const now = this.#clock();
    const told = await this.#attested.of(entityRefs);
    await this.#facts.tell(
      attestedProviderId,
      told.map(one => ({ ...one, problem: null })),
      { of: entityRefs, now },
    );
  }

  /** Tells of all entities of which a word was given or ended since this process looked last. */
  async tellChanged(signal: AbortSignal): Promise<void> {
    const upTo = this.#clock();
    const span = { after: this.#toldUntil ?? upTo - LOOK_BACK, upTo };
    let last: string | undefined;
    do {
      signal.throwIfAborted();
      const refs = await this.#store.listChanged(span, {
        limit: AT_ONCE,
        after: last,
      });
      if (refs.length > 0) {
        await this.tell(refs);
      }
      last = refs[AT_ONCE - 1];
    } while (last !== undefined);
    this.#toldUntil = upTo;
  }
}
