import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type {
  Acceptance,
  NewCheckExemption,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request } from 'express';
import { audited } from '../../lib/audited';
import {
  requireScorecardPerson,
  resolveScorecardReads,
  type ScorecardCallerOptions,
} from '../ScorecardCaller';
import type { ExemptionService } from './ExemptionService';

/** Exemptions for somebody: only people ask, of what they may see, and every request is an auditor event. */
export class AuthorizedExemptionService {
  readonly #options: ScorecardCallerOptions & {
    service: ExemptionService;
    auditor: AuditorService;
  };

  constructor(
    options: ScorecardCallerOptions & {
      service: ExemptionService;
      auditor: AuditorService;
    },
  ) {
    this.#options = options;
  }

  /** @throws NotAllowedError for a service, and when the caller may read no scorecards at all */
  async request(
    entityRef: string,
    body: NewCheckExemption,
    {
      credentials,
      request,
    }: { credentials: BackstageCredentials; request: Request },
  ): Promise<Acceptance> {
    const { auditor, service } = this.#options;
    const { scorecard, check } = body;
    return audited(
      auditor,
      {
        eventId: 'scorecard-exemption',
        request,
        meta: { entityRef, scorecard, check },
      },
      async () => {
        const reads = await resolveScorecardReads(this.#options, credentials);
        requireScorecardPerson(
          this.#options,
          credentials,
          'ask for exemptions',
        );
        const result = await service.request(
          entityRef,
          body,
          credentials,
          reads,
        );
        return { result, meta: { acceptanceId: result.id } };
      },
    );
  }
}
