import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type {
  ChangedDecision,
  Decision,
  DecisionPage,
  NewDecision,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request } from 'express';
import type { VisibilityResolver } from '../../catalog/VisibilityResolver';
import { audited } from '../../lib/audited';
import { type DecisionCaller, resolveDecisionCaller } from '../DecisionCaller';
import type { DecisionService, DecisionsRequest } from './DecisionService';

/** Who asks, and the request they ask in, which the auditor is told of. */
export interface DecisionContext {
  credentials: BackstageCredentials;
  request: Request;
}

/**
 * The decision log for somebody: every call resolves what the caller may see and write, and every change is an auditor event.
 *
 * Each method throws NotAllowedError when the caller may see nothing of decisions at all.
 */
export class AuthorizedDecisionService {
  readonly #options: {
    service: DecisionService;
    auth: AuthService;
    visibility: VisibilityResolver;
    auditor: AuditorService;
  };

  constructor(options: {
    service: DecisionService;
    auth: AuthService;
    visibility: VisibilityResolver;
    auditor: AuditorService;
  }) {
    this.#options = options;
  }

  async list(
    request: DecisionsRequest,
    credentials: BackstageCredentials,
  ): Promise<DecisionPage> {
    const { service } = this.#options;
    return service.list(request, await this.#resolve(credentials));
  }

  async get(id: string, credentials: BackstageCredentials): Promise<Decision> {
    const { service } = this.#options;
    return service.get(id, await this.#resolve(credentials));
  }

  async create(body: NewDecision, context: DecisionContext): Promise<Decision> {
    const { service } = this.#options;
    const meta = { entityRefs: body.entityRefs };
    return this.#change('create', meta, context, caller =>
      service.create(body, caller),
    );
  }

  async update(
    id: string,
    body: ChangedDecision,
    context: DecisionContext,
  ): Promise<Decision> {
    const { service } = this.#options;
    const meta = { decisionId: id, entityRefs: body.entityRefs };
    return this.#change('update', meta, context, caller =>
      service.update(id, body, caller),
    );
  }

  #resolve(credentials: BackstageCredentials): Promise<DecisionCaller> {
    return resolveDecisionCaller(this.#options, credentials);
  }

  #change(
    deed: 'create' | 'update',
    meta: JsonObject,
    { credentials, request }: DecisionContext,
    work: (caller: DecisionCaller) => Promise<Decision>,
  ): Promise<Decision> {
    return audited(
      this.#options.auditor,
      { eventId: `decision-${deed}`, request, meta },
      async () => {
        const result = await work(await this.#resolve(credentials));
        const { id, version, status } = result;
        return { result, meta: { decisionId: id, version, status } };
      },
    );
  }
}
