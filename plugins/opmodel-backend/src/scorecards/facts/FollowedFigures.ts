import type { FactProvider } from '@opmodel/backstage-plugin-opmodel-node';
import {
  FactInquiry,
  type FactInquiryOptions,
  fewEntities,
} from './FactInquiry';
import type { NewFigures } from './NewFigures';

/** After it was asked because figures were new, a subject is left alone for so long: where data comes all the time, it is told in steps. Milliseconds. */
export const pauseMs = 60_000;

/** A whole run is made no more often, as it reads the figures of the organisation. Milliseconds. */
export const pauseOfRunsMs = 300_000;

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
  /** When each subject was last asked, and when last about everything. Epoch milliseconds. */
  readonly #askedAt = new Map<string, number>();
  readonly #runAt = new Map<string, number>();

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
      const isPaused = this.#isWithin(pauseMs, this.#askedAt.get(subject.id));
      if (!isPaused && (await this.#ask(subject, signal))) {
        isChanged = true;
      }
    }
    return isChanged;
  }

  async #ask(subject: TellingSubject, signal: AbortSignal): Promise<boolean> {
    const { id } = subject;
    const refs = this.#figures.take(id);
    if (!refs) {
      return false;
    }
    const isFew = refs !== 'any' && refs.size <= fewEntities;
    if (!isFew && this.#isWithin(pauseOfRunsMs, this.#runAt.get(id))) {
      this.#figures.add(id, refs);
      return false;
    }
    this.#askedAt.set(id, this.#clock());
    try {
      if (isFew) {
        return await this.#askAbout(subject, [...refs], signal);
      }
      for (const provider of subject.providers) {
        await this.#inquiry.askAll(provider);
      }
      this.#runAt.set(id, this.#clock());
      return false;
    } catch (error) {
      this.#figures.add(id, refs);
      throw error;
    }
  }

  async #askAbout(
    { providers }: TellingSubject,
    refs: readonly string[],
    signal: AbortSignal,
  ): Promise<boolean> {
    let isChanged = false;
    for (const provider of providers) {
      signal.throwIfAborted();
      if (await this.#inquiry.askAbout(provider, refs)) {
        isChanged = true;
      }
    }
    return isChanged;
  }

  #isWithin(pause: number, since: number | undefined): boolean {
    return since !== undefined && this.#clock() - since < pause;
  }
}
