import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  addDays,
  type Attestation,
  type AttestationKind,
  type AttestationList,
  dayOf,
  type NewAttestation,
} from '@opmodel/backstage-plugin-opmodel-common';
import { randomUUID } from 'node:crypto';
import { toInstant } from '../../lib/instants';
import { readText } from '../../lib/readText';
import { startOfDay } from '../startOfDay';
import type { AttestationRecord, AttestationStore } from './AttestationStore';
import type { AttestationTeller } from './AttestationTeller';

/** Lets people vouch for what no system tells of an entity, for a time. */
export class AttestationService {
  readonly #options: {
    kinds: readonly AttestationKind[];
    store: AttestationStore;
    teller: Pick<AttestationTeller, 'tell'>;
    afterFacts: () => Promise<void>;
    logger: LoggerService;
    zone: string;
    clock: () => number;
  };

  constructor(options: {
    /** What may be vouched for. */
    kinds: readonly AttestationKind[];
    store: AttestationStore;
    teller: Pick<AttestationTeller, 'tell'>;
    /** Has what was told evaluated. */
    afterFacts: () => Promise<void>;
    logger: LoggerService;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /** The last word about each thing that was vouched for, in the order of the configuration, and then what is not asked any more. */
  async list(entityRef: string): Promise<Omit<AttestationList, 'mayAttest'>> {
    const { kinds, store } = this.#options;
    const words = await store.listLast([entityRef]);
    const placeOf = ({ name }: AttestationRecord) => {
      const place = kinds.findIndex(kind => kind.name === name);
      return place < 0 ? kinds.length : place;
    };
    return {
      items: [...words]
        .sort((a, b) => placeOf(a) - placeOf(b))
        .map(word => this.#describe(word)),
      kinds: [...kinds],
    };
  }

  /**
   * Gives a person's word about an entity, in the place of the last one.
   *
   * @throws InputError that names the field
   */
  async attest(
    entityRef: string,
    body: NewAttestation,
    person: string,
  ): Promise<Attestation> {
    const { kinds, store, teller, afterFacts, logger, clock } = this.#options;
    const kind = kinds.find(({ name }) => name === body.name);
    if (!kind) {
      const known = kinds.map(({ name }) => name).join(', ') || 'nothing';
      throw new InputError(
        `'name' must be something that may be vouched for, which is ${known}, got '${body.name}'`,
      );
    }
    const now = clock();
    const word: AttestationRecord = {
      id: randomUUID(),
      entityRef,
      name: kind.name,
      holds: body.holds,
      comment: readText('comment', body.comment),
      attestedBy: person,
      attestedAt: now,
      expiresAt: this.#readEnd(body.expiresOn, kind, now),
      supersededAt: null,
    };
    await store.add(word);
    try {
      await teller.tell([entityRef]);
      await afterFacts();
    } catch (error) {
      // The word is given; what follows from it comes with the next look at what has changed.
      logger.warn(
        `What was vouched for of ${entityRef} is not known to its checks yet`,
        error as Error,
      );
    }
    return this.#describe(word);
  }

  /** When the last day of a word is over. */
  #readEnd(
    expiresOn: string | undefined,
    { maximumDays }: AttestationKind,
    now: number,
  ): number {
    const { zone } = this.#options;
    const today = dayOf(now, zone);
    const latest = addDays(today, maximumDays);
    const day = expiresOn ?? latest;
    startOfDay('expiresOn', day, zone);
    if (day < today || day > latest) {
      throw new InputError(
        `'expiresOn' must be a day from ${today} to ${latest}, ${maximumDays} days from now at most, got '${day}'`,
      );
    }
    return startOfDay('expiresOn', addDays(day, 1), zone);
  }

  #describe(word: AttestationRecord): Attestation {
    const { kinds, zone, clock } = this.#options;
    const kind = kinds.find(({ name }) => name === word.name);
    return {
      id: word.id,
      name: word.name,
      title: kind?.title ?? word.name,
      holds: word.holds,
      comment: word.comment,
      attestedBy: word.attestedBy,
      attestedAt: toInstant(word.attestedAt),
      expiresOn: dayOf(word.expiresAt - 1, zone),
      isExpired: word.expiresAt <= clock(),
    };
  }
}
