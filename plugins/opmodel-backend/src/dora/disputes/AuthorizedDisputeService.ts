import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type {
  Dispute,
  DisputeAnswer,
  DisputePage,
  NewDispute,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request } from 'express';
import type { VisibilityResolver } from '../../catalog/VisibilityResolver';
import { audited } from '../../lib/audited';
import { type DoraCaller, resolveDoraCaller } from '../DoraCaller';
import type { DisputesRequest, DisputeService } from './DisputeService';

/** Who asks, and the request they ask in, which the auditor is told of. */
export interface DisputeContext {
  credentials: BackstageCredentials;
  request: Request;
}

/**
 * Disputes for somebody: every call resolves what the caller may see and answer, and every change is an auditor event.
 *
 * Each method throws NotAllowedError when the caller may see nothing of DORA at all.
 */
export class AuthorizedDisputeService {
  readonly #options: {
    service: DisputeService;
    auth: AuthService;
    visibility: VisibilityResolver;
    auditor: AuditorService;
  };

  constructor(options: {
    service: DisputeService;
    auth: AuthService;
    visibility: VisibilityResolver;
    auditor: AuditorService;
  }) {
    this.#options = options;
  }

  async listOf(
    scopeRef: string,
    request: DisputesRequest,
    credentials: BackstageCredentials,
  ): Promise<DisputePage> {
    const { service } = this.#options;
    return service.listOf(scopeRef, request, await this.#resolve(credentials));
  }

  async list(
    request: DisputesRequest & { owners?: string[] },
    credentials: BackstageCredentials,
  ): Promise<DisputePage> {
    const { service } = this.#options;
    return service.list(request, await this.#resolve(credentials));
  }

  async open(
    scopeRef: string,
    body: NewDispute,
    context: DisputeContext,
  ): Promise<Dispute> {
    return this.#change(
      'open',
      { scopeRef, metric: body.metric },
      context,
      caller => this.#options.service.open(scopeRef, body, caller),
    );
  }

  async answer(
    key: { scopeRef: string; id: string },
    body: DisputeAnswer,
    context: DisputeContext,
  ): Promise<Dispute> {
    const { scopeRef, id } = key;
    return this.#change(
      'answer',
      { scopeRef, disputeId: id, verdict: body.verdict },
      context,
      caller => this.#options.service.answer(key, body, caller),
    );
  }

  async withdraw(
    key: { scopeRef: string; id: string },
    context: DisputeContext,
  ): Promise<Dispute> {
    const { scopeRef, id } = key;
    return this.#change(
      'withdraw',
      { scopeRef, disputeId: id },
      context,
      caller => this.#options.service.withdraw(key, caller),
    );
  }

  #resolve(credentials: BackstageCredentials): Promise<DoraCaller> {
    return resolveDoraCaller(this.#options, credentials);
  }

  #change(
    deed: 'open' | 'answer' | 'withdraw',
    meta: Record<string, string>,
    { credentials, request }: DisputeContext,
    work: (caller: DoraCaller) => Promise<Dispute>,
  ): Promise<Dispute> {
    return audited(
      this.#options.auditor,
      { eventId: `dora-dispute-${deed}`, request, meta },
      async () => {
        const result = await work(await this.#resolve(credentials));
        return { result, meta: { disputeId: result.id } };
      },
    );
  }
}
