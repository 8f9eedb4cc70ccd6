import type { FactProvider } from '@opmodel/backstage-plugin-opmodel-node';
import {
  FactInquiry,
  type FactInquiryOptions,
  fewEntities,
} from './FactInquiry';
import type { NewFigures } from './NewFigures';

/**
 * After it was asked because figures were new, a subject is left alone for so long: where data comes all the time, what it tells follows in
 * steps, and a whole run is made no more often. Milliseconds.
 */
export const pauseMs = 120_000;

/** A subject that tells facts. */
export interface TellingSubject {
  id: string;
  providers: readonly FactProvider[];
}

/**
 * Has the providers of subjects asked soon after the subject computed figures anew, the first time at once, so that nobody waits for their
 * next run: about the entities concerned where these are few, else about everything.
 */
export class FollowedFigures {
  readonly #inquiry: FactInquiry;
  readonly #figures: NewFigures;
  readonly #subjects: readonly TellingSubject[];
  readonly #clock: () => number;
  /** When each subject was last asked. Epoch milliseconds. */
  readonly #askedAt = new Map<string, number>();

  constructor(
    options: FactInquiryOptions & {
      figures: NewFigures;
      subjects: readonly TellingSubject[];
    },
  ) {
    this.#inquiry = new FactInquiry(options);
    this.#figures = options.figures;
    this.#subjects = options.subjects;
    this.#clock = options.clock;
  }

  /**
   * Asks about what is new, of the subjects whose pause is over. Call it often.
   *
   * @returns whether any facts changed
   */
  async follow(signal: AbortSignal): Promise<boolean> {
    let isChanged = false;
    for (const subject of this.#subjects) {
      signal.throwIfAborted();
      const askedAt = this.#askedAt.get(subject.id) ?? -Infinity;
      if (
        this.#clock() - askedAt >= pauseMs &&
        (await this.#ask(subject, signal))
      ) {
        isChanged = true;
      }
    }
    return isChanged;
  }

  async #ask(
    { id, providers }: TellingSubject,
    signal: AbortSignal,
  ): Promise<boolean> {
    const refs = this.#figures.take(id);
    if (!refs) {
      return false;
    }
    this.#askedAt.set(id, this.#clock());
    let isChanged = false;
    try {
      for (const provider of providers) {
        signal.throwIfAborted();
        if (refs === 'any' || refs.size > fewEntities) {
          await this.#inquiry.askAll(provider);
        } else if (await this.#inquiry.askAbout(provider, [...refs])) {
          isChanged = true;
        }
      }
    } catch (error) {
      this.#figures.add(id, refs);
      throw error;
    }
    return isChanged;
  }
}
