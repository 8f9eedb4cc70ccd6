import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  type Attestation,
  type AttestationList,
  type NewAttestation,
  opmodelScorecardAttestPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request } from 'express';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { audited } from '../../lib/audited';
import {
  findScoredEntity,
  mayDo,
  personOf,
  requireEntityPermission,
  requireScorecardPerson,
  resolveScorecardReads,
  type ScorecardCallerOptions,
} from '../ScorecardCaller';
import { unscoredKinds } from '../scoredKinds';
import type { AttestationService } from './AttestationService';

const permission = opmodelScorecardAttestPermission;

/**
 * Attestations for somebody: reading takes the entity's scorecards, vouching a permission of its own and a person, and every word is an
 * auditor event.
 */
export class AuthorizedAttestationService {
  readonly #options: ScorecardCallerOptions & {
    service: AttestationService;
    auditor: AuditorService;
    catalog: CatalogStore;
  };

  constructor(
    options: ScorecardCallerOptions & {
      service: AttestationService;
      auditor: AuditorService;
      catalog: CatalogStore;
    },
  ) {
    this.#options = options;
  }

  /**
   * @throws NotAllowedError when the caller may read no scorecards at all
   * @throws NotFoundError when there is no such entity, or it may not be seen
   */
  async list(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<AttestationList> {
    const { catalog, service } = this.#options;
    const reads = await resolveScorecardReads(this.#options, credentials);
    const { kind } = await findScoredEntity(catalog, entityRef, reads);
    const [words, mayAttest] = await Promise.all([
      service.list(entityRef),
      !unscoredKinds.includes(kind) &&
        personOf(this.#options, credentials) !== null &&
        mayDo(this.#options, credentials, { permission, entityRef }),
    ]);
    return { ...words, mayAttest };
  }

  /**
   * @throws NotAllowedError for a service, and without the permission for the entity
   * @throws NotFoundError when there is no such entity, or it may not be seen
   * @throws InputError that names the field, also for a person, who is judged by nothing
   */
  async attest(
    entityRef: string,
    body: NewAttestation,
    {
      credentials,
      request,
    }: { credentials: BackstageCredentials; request: Request },
  ): Promise<Attestation> {
    const { auditor, catalog, service } = this.#options;
    const { name, holds } = body;
    return audited(
      auditor,
      {
        eventId: 'scorecard-attest',
        request,
        meta: { entityRef, name, holds },
      },
      async () => {
        const reads = await resolveScorecardReads(this.#options, credentials);
        const person = requireScorecardPerson(
          this.#options,
          credentials,
          'vouch for anything',
        );
        const { kind } = await findScoredEntity(catalog, entityRef, reads);
        if (unscoredKinds.includes(kind)) {
          throw new InputError(
            `'kind' must be one that scorecards judge, which ${kind} is not`,
          );
        }
        await requireEntityPermission(this.#options, credentials, {
          permission,
          entityRef,
        });
        const result = await service.attest(entityRef, body, person);
        return { result, meta: { expiresOn: result.expiresOn } };
      },
    );
  }
}
