import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type {
  Acceptance,
  AcceptancePage,
  AcceptanceVerdict,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';
import { audited } from '../lib/audited';
import {
  type AcceptanceCaller,
  type AcceptanceCallerOptions,
  resolveAcceptanceCaller,
} from './AcceptanceCaller';
import type { AcceptanceInput } from './Acceptances';
import type { AcceptanceReader, AcceptancesRequest } from './AcceptanceReader';
import type { AcceptanceService } from './AcceptanceService';

/** Who asks, and the request they ask in, which the auditor is told of. */
export interface AcceptanceContext {
  credentials: BackstageCredentials;
  /** Absent where a subject asks in the name of somebody. */
  request?: Request;
}

/**
 * Acceptances for somebody: every call resolves what the caller may see, ask for and decide, and every change is an auditor event.
 *
 * Each method throws NotAllowedError when the caller may see nothing of acceptances at all.
 */
export class AuthorizedAcceptanceService {
  readonly #options: AcceptanceCallerOptions & {
    service: AcceptanceService;
    reader: AcceptanceReader;
    auditor: AuditorService;
  };

  constructor(
    options: AcceptanceCallerOptions & {
      service: AcceptanceService;
      reader: AcceptanceReader;
      auditor: AuditorService;
    },
  ) {
    this.#options = options;
  }

  async list(
    request: AcceptancesRequest,
    credentials: BackstageCredentials,
  ): Promise<AcceptancePage> {
    const { reader } = this.#options;
    return reader.list(request, await this.#resolve(credentials));
  }

  async get(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<Acceptance> {
    const { reader } = this.#options;
    const caller = await this.#resolve(credentials);
    return reader.describe(await reader.find(id, caller), caller);
  }

  async request(
    input: AcceptanceInput,
    context: AcceptanceContext,
  ): Promise<Acceptance> {
    const { subject, entityRefs, riskLevel, urgentUntil } = input;
    return this.#change(
      'request',
      {
        subject,
        entityRefs,
        riskLevel,
        ...(urgentUntil !== undefined && { urgent: true }),
      },
      context,
      caller => this.#options.service.request(input, caller),
    );
  }

  async decide(
    id: string,
    kind: 'approve' | 'deny',
    { note }: AcceptanceVerdict,
    context: AcceptanceContext,
  ): Promise<Acceptance> {
    return this.#change(kind, { acceptanceId: id }, context, caller =>
      this.#options.service.decide(id, { kind, note }, caller),
    );
  }

  async end(
    id: string,
    kind: 'withdraw' | 'revoke',
    body: AcceptanceVerdict,
    context: AcceptanceContext,
  ): Promise<Acceptance> {
    return this.#change(kind, { acceptanceId: id }, context, caller =>
      this.#options.service[kind](id, body, caller),
    );
  }

  #resolve(credentials: BackstageCredentials): Promise<AcceptanceCaller> {
    return resolveAcceptanceCaller(this.#options, credentials);
  }

  #change(
    deed: 'request' | 'approve' | 'deny' | 'withdraw' | 'revoke',
    meta: JsonObject,
    { credentials, request }: AcceptanceContext,
    work: (caller: AcceptanceCaller) => Promise<Acceptance>,
  ): Promise<Acceptance> {
    return audited(
      this.#options.auditor,
      { eventId: `acceptance-${deed}`, request, meta },
      async () => {
        const caller = await this.#resolve(credentials);
        const result = await work(caller);
        return {
          result,
          meta: {
            acceptanceId: result.id,
            state: result.state,
            by: caller.person,
          },
        };
      },
    );
  }
}
