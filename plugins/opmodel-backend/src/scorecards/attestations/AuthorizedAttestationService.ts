import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
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
    await findScoredEntity(catalog, entityRef, reads);
    const [words, mayAttest] = await Promise.all([
      service.list(entityRef),
      personOf(this.#options, credentials) !== null &&
        mayDo(this.#options, credentials, { permission, entityRef }),
    ]);
    return { ...words, mayAttest };
  }

  /**
   * @throws NotAllowedError for a service, and without the permission for the entity
   * @throws NotFoundError when there is no such entity, or it may not be seen
   * @throws InputError that names the field
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
        await findScoredEntity(catalog, entityRef, reads);
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
