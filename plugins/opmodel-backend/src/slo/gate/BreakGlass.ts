import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  type Acceptance,
  dayOf,
  type NewBreakGlass,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Acceptances } from '../../acceptances/Acceptances';
import type { CatalogEntity } from '../../catalog/CatalogStore';
import { seesAll } from '../../catalog/Visibility';
import { toInstant } from '../../lib/instants';
import { readText } from '../../lib/readText';
import type { PolicyExceptions } from '../policies/PolicyExceptions';

/** For how long broken glass lets releases pass. Milliseconds. */
const BROKEN_FOR = 86_400_000;

/** Lets releases of entities pass at once, whatever policies say: as acceptances that hold before anybody has decided. */
export class BreakGlass {
  readonly #acceptances: Pick<Acceptances, 'request' | 'listInForce'>;
  readonly #exceptions: Pick<PolicyExceptions, 'endOf'>;
  readonly #zone: string;
  readonly #clock: () => number;

  constructor(options: {
    acceptances: Pick<Acceptances, 'request' | 'listInForce'>;
    exceptions: Pick<PolicyExceptions, 'endOf'>;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#acceptances = options.acceptances;
    this.#exceptions = options.exceptions;
    this.#zone = options.zone;
    this.#clock = options.clock;
  }

  /**
   * @param entity - that the caller may see and release
   * @throws ConflictError when the glass is broken already
   * @throws InputError that names the field
   */
  async breakFor(
    entity: CatalogEntity,
    body: NewBreakGlass,
    credentials: BackstageCredentials,
  ): Promise<Acceptance> {
    const reason = readText('reason', body.reason);
    const reference =
      body.reference === undefined
        ? null
        : readText('reference', body.reference);
    const now = this.#clock();
    const broken = await this.findEnd(entity.ref, now);
    if (broken !== null) {
      throw new ConflictError(
        `Releases of '${entity.ref}' pass already, until ${toInstant(broken)}`,
      );
    }
    const until = now + BROKEN_FOR;
    return this.#acceptances.request(
      {
        subject: 'gate',
        subjectRef: `break-glass ${toInstant(now)}`,
        title: `Broken glass: releases of ${entity.title ?? entity.name} pass`,
        entityRefs: [entity.ref],
        riskLevel: 'high',
        reason,
        expiresOn: dayOf(until, this.#zone),
        urgentUntil: until,
        details: { until: toInstant(until), reference },
      },
      credentials,
    );
  }

  /** Until when releases pass whatever policies say, epoch milliseconds; null: they do not. */
  async findEnd(entityRef: string, now: number): Promise<number | null> {
    const inForce = await this.#acceptances.listInForce(
      { subject: 'gate', entityRefs: [entityRef] },
      seesAll,
    );
    const ends = inForce
      // What was urgent is no longer than that, also once it is approved.
      .map(accepted => accepted.urgentUntil ?? this.#exceptions.endOf(accepted))
      .filter(end => end > now);
    return ends.length > 0 ? Math.max(...ends) : null;
  }
}
