import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  type Acceptance,
  type NewSloCorrection,
  opmodelSloCorrectPermission,
  type SloCorrectionPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request } from 'express';
import { audited } from '../../lib/audited';
import {
  requireEntityPermission,
  requireSloPerson,
  resolveSloReads,
  type SloCallerOptions,
} from '../SloCaller';
import type { SloCorrectionService } from './SloCorrectionService';

/** Corrections for somebody: every call resolves what the caller may see and correct, and every request is an auditor event. */
export class AuthorizedSloCorrectionService {
  readonly #options: SloCallerOptions & {
    service: SloCorrectionService;
    auditor: AuditorService;
  };

  constructor(
    options: SloCallerOptions & {
      service: SloCorrectionService;
      auditor: AuditorService;
    },
  ) {
    this.#options = options;
  }

  async list(
    sloRef: string,
    page: { limit: number; cursor?: string },
    credentials: BackstageCredentials,
  ): Promise<SloCorrectionPage> {
    const { service } = this.#options;
    const reads = await resolveSloReads(this.#options, credentials);
    return service.list(await service.find(sloRef, reads), page, reads);
  }

  async request(
    sloRef: string,
    body: NewSloCorrection,
    {
      credentials,
      request,
    }: { credentials: BackstageCredentials; request: Request },
  ): Promise<Acceptance> {
    const { service, auditor } = this.#options;
    return audited(
      auditor,
      {
        eventId: 'slo-correction',
        request,
        meta: { sloRef, from: body.from, to: body.to },
      },
      async () => {
        const reads = await resolveSloReads(this.#options, credentials);
        requireSloPerson(this.#options, credentials, 'ask for corrections');
        const slo = await service.find(sloRef, reads);
        await requireEntityPermission(this.#options, credentials, {
          permission: opmodelSloCorrectPermission,
          entityRef: slo.entityRef ?? slo.ref,
        });
        const result = await service.request(slo, body, credentials);
        return { result, meta: { acceptanceId: result.id } };
      },
    );
  }
}
