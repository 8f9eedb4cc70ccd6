import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  type Acceptance,
  appliesToSlo,
  type NewPolicyException,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import type {
  AcceptanceRecord,
  Acceptances,
} from '../../acceptances/Acceptances';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import { readText } from '../../lib/readText';
import { hiddenName } from '../hiddenName';
import type { KnownPolicy } from './PolicyDocuments';
import type { SloPolicyStore } from './SloPolicyStore';

/** Excepts entities from policies for a time: as acceptances, which somebody else approves. */
export class PolicyExceptions {
  readonly #options: {
    acceptances: Acceptances;
    catalog: Pick<CatalogStore, 'getEntity'>;
    store: Pick<SloPolicyStore, 'getEntitySubject'>;
    zone: string;
  };

  constructor(options: {
    acceptances: Acceptances;
    catalog: Pick<CatalogStore, 'getEntity'>;
    store: Pick<SloPolicyStore, 'getEntitySubject'>;
    /** IANA zone of the days. */
    zone: string;
  }) {
    this.#options = options;
  }

  /**
   * Asks for an exception in the name of the caller.
   *
   * @param policy - that the caller may see
   * @throws NotFoundError when the entity does not exist or may not be seen
   * @throws InputError that names the field
   */
  async request(
    policy: KnownPolicy,
    body: NewPolicyException,
    visibility: Visibility,
    credentials: BackstageCredentials,
  ): Promise<Acceptance> {
    const { acceptances, catalog, store } = this.#options;
    const entityRef = readText('entityRef', body.entityRef).toLocaleLowerCase(
      'en-US',
    );
    const entity = await catalog.getEntity(entityRef, visibility);
    if (!entity) {
      throw new NotFoundError(`No entity '${entityRef}' in the catalog`);
    }
    const { appliesTo } = policy.spec;
    const namesSlos = appliesTo.some(ref => ref.startsWith('slo:'));
    if (
      !namesSlos &&
      !appliesToSlo(policy.spec, await store.getEntitySubject(entityRef))
    ) {
      throw new InputError(
        `'entityRef' must be an entity to which the policy applies, got '${body.entityRef}'`,
      );
    }
    return acceptances.request(
      {
        subject: 'slo_policy',
        // Whoever sees the entity may not see the policy, so neither this nor the title names it.
        subjectRef: hiddenName(policy.ref),
        title: `Exception from an error budget policy for ${
          entity.title ?? entity.name
        }`,
        entityRefs: [entityRef],
        riskLevel: body.riskLevel ?? 'medium',
        reason: body.reason,
        expiresOn: body.expiresOn,
        compensatingControl: body.compensatingControl,
        details: { policy: policy.ref, version: policy.spec.version },
      },
      credentials,
    );
  }

  /** Whether an exception is one from a policy. */
  isFrom(
    policyRef: string,
    { details }: Pick<AcceptanceRecord, 'details'>,
  ): boolean {
    return details.policy === policyRef;
  }

  /** Exceptions in force of these entities, or of all. */
  async listInForce(
    entityRefs: readonly string[] | undefined,
    visibility: Visibility = seesAll,
  ): Promise<AcceptanceRecord[]> {
    return this.#options.acceptances.listInForce(
      { subject: 'slo_policy', entityRefs },
      visibility,
    );
  }

  /** When an acceptance ends: with its last day. Epoch milliseconds; far away where it does not end. */
  endOf({ expiresOn }: Pick<AcceptanceRecord, 'expiresOn'>): number {
    return expiresOn === null
      ? Date.UTC(9999, 0)
      : DateTime.fromISO(expiresOn, { zone: this.#options.zone })
          .endOf('day')
          .toMillis();
  }
}
