import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  AppliedRights,
  DecisionForumPage,
  Escalation,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';
import { decodeCursor, encodeCursor } from '../lib/cursor';
import { resolveDecisionReads } from './DecisionCaller';
import type { EscalationReader, EscalationRequest } from './EscalationReader';
import type { DecisionService } from './log/DecisionService';
import type { RightsReader } from './RightsReader';

/** Which forums are asked for, and how many. */
export interface ForumsRequest {
  entityRef?: string;
  limit: number;
  cursor?: string;
}

/**
 * Rights, forums and escalation paths for somebody: every call resolves what the caller may see.
 *
 * Each method throws NotAllowedError when the caller may see nothing of decisions at all.
 */
export class AuthorizedOperatingService {
  readonly #options: {
    escalations: EscalationReader;
    rights: RightsReader;
    decisions: DecisionService;
    visibility: VisibilityResolver;
  };

  constructor(options: {
    escalations: EscalationReader;
    rights: RightsReader;
    decisions: DecisionService;
    visibility: VisibilityResolver;
  }) {
    this.#options = options;
  }

  /** @throws NotFoundError when the entity does not exist or may not be seen */
  async getEscalation(
    request: EscalationRequest,
    credentials: BackstageCredentials,
  ): Promise<Escalation> {
    const reads = await resolveDecisionReads(this.#options, credentials);
    return this.#options.escalations.read(request, reads);
  }

  /** @throws NotFoundError when the entity does not exist or may not be seen */
  async getRights(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<AppliedRights> {
    const { rights, decisions } = this.#options;
    const reads = await resolveDecisionReads(this.#options, credentials);
    const applied = await rights.readRights(entityRef, reads);
    return {
      ...applied,
      decisions: await decisions.countAbout(entityRef, reads),
    };
  }

  /** @throws InputError when the cursor is not one that this list gave */
  async listForums(
    { entityRef, limit, cursor }: ForumsRequest,
    credentials: BackstageCredentials,
  ): Promise<DecisionForumPage> {
    const reads = await resolveDecisionReads(this.#options, credentials);
    const list = { forums: entityRef ?? null };
    const { at = 0 } =
      decodeCursor<{ at: number }>(cursor, { at: ['int32'] }, list) ?? {};
    const start = Math.max(0, at);
    const forums = await this.#options.rights.readForums(entityRef, reads);
    const end = start + limit;
    return {
      items: forums.slice(start, end),
      totalItems: forums.length,
      nextCursor: end < forums.length ? encodeCursor({ at: end }, list) : null,
    };
  }
}
