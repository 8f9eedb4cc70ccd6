import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type {
  DoraCorrection,
  DoraCorrectionPage,
  NewDoraCorrection,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request } from 'express';
import type { VisibilityResolver } from '../../catalog/VisibilityResolver';
import { audited } from '../../lib/audited';
import { resolveDoraCaller } from '../DoraCaller';
import type {
  CorrectionService,
  CorrectionsRequest,
} from './CorrectionService';

/** Who asks, and the request they ask in, which the auditor is told of. */
export interface CorrectionContext {
  credentials: BackstageCredentials;
  request: Request;
}

/**
 * Corrections for somebody: every call resolves what the caller may see and correct, and every decision is an auditor event.
 *
 * Each method throws NotAllowedError when the caller may see nothing of DORA at all.
 */
export class AuthorizedCorrectionService {
  readonly #options: {
    service: CorrectionService;
    auth: AuthService;
    visibility: VisibilityResolver;
    auditor: AuditorService;
  };

  constructor(options: {
    service: CorrectionService;
    auth: AuthService;
    visibility: VisibilityResolver;
    auditor: AuditorService;
  }) {
    this.#options = options;
  }

  async list(
    request: CorrectionsRequest,
    credentials: BackstageCredentials,
  ): Promise<DoraCorrectionPage> {
    const { service } = this.#options;
    return service.list(
      request,
      await resolveDoraCaller(this.#options, credentials),
    );
  }

  async correct(
    entityRef: string,
    body: NewDoraCorrection,
    { credentials, request }: CorrectionContext,
  ): Promise<DoraCorrection> {
    const { service, auditor } = this.#options;
    return audited(
      auditor,
      {
        eventId: 'dora-correction-create',
        request,
        meta: { entityRef, kind: body.kind },
      },
      async () => {
        const result = await service.correct(
          entityRef,
          body,
          await resolveDoraCaller(this.#options, credentials),
        );
        return { result, meta: { correctionId: result.id } };
      },
    );
  }

  async undo(
    key: { entityRef: string; id: string },
    body: { reason: string },
    { credentials, request }: CorrectionContext,
  ): Promise<DoraCorrection> {
    const { service, auditor } = this.#options;
    return audited(
      auditor,
      {
        eventId: 'dora-correction-undo',
        request,
        meta: { entityRef: key.entityRef, correctionId: key.id },
      },
      async () => {
        const result = await service.undo(
          key,
          body,
          await resolveDoraCaller(this.#options, credentials),
        );
        return { result, meta: { kind: result.kind } };
      },
    );
  }
}
