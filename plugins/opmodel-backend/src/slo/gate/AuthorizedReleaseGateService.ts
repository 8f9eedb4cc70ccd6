import type {
  AuditorService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type Acceptance,
  type NewBreakGlass,
  opmodelReleaseGateBreakPermission,
  opmodelReleaseGateReadPermission,
  type ReleaseDecision,
  type ReleaseGate,
  type ReleaseGateDecisionPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request } from 'express';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import { audited } from '../../lib/audited';
import type { ReleaseGateReader } from '../reading/SloSurroundings';
import {
  requireEntityPermission,
  requireSloPerson,
  resolveDeliveries,
  resolveSloReads,
  type SloCallerOptions,
} from '../SloCaller';
import type { GateRequest, ReleaseGateService } from './ReleaseGateService';

/** The gate for somebody: every call resolves what the caller may see, and whoever breaks the glass is an auditor event. */
export class AuthorizedReleaseGateService implements ReleaseGateReader {
  readonly #options: SloCallerOptions & {
    service: ReleaseGateService;
    auditor: AuditorService;
    permissions: PermissionsService;
  };

  constructor(
    options: SloCallerOptions & {
      service: ReleaseGateService;
      auditor: AuditorService;
      permissions: PermissionsService;
    },
  ) {
    this.#options = options;
  }

  async getGate(
    request: GateRequest,
    credentials: BackstageCredentials,
  ): Promise<ReleaseGate> {
    const { auth, service } = this.#options;
    const visibility = await this.#gateReads(credentials);
    // A person who looks holds no release, and is not counted among those that would have been held.
    const keep = request.keep && auth.isPrincipal(credentials, 'service');
    return service.decide({ ...request, keep }, visibility);
  }

  async listDecisions(
    request: {
      entityRef: string;
      decision?: ReleaseDecision;
      limit: number;
      cursor?: string;
    },
    credentials: BackstageCredentials,
  ): Promise<ReleaseGateDecisionPage> {
    const [reads, deliveries] = await Promise.all([
      resolveSloReads(this.#options, credentials),
      resolveDeliveries(this.#options, credentials),
    ]);
    return this.#options.service.listDecisions(request, reads, deliveries);
  }

  async breakGlass(
    entityRef: string,
    body: NewBreakGlass,
    {
      credentials,
      request,
    }: { credentials: BackstageCredentials; request: Request },
  ): Promise<Acceptance> {
    const { service, auditor, catalog } = this.#options;
    return audited(
      auditor,
      { eventId: 'release-gate-break', request, meta: { entityRef } },
      async () => {
        const reads = await resolveSloReads(this.#options, credentials);
        requireSloPerson(this.#options, credentials, 'break the glass');
        const seen = await catalog.existingRefs([entityRef], reads);
        if (!seen.has(entityRef)) {
          throw new NotFoundError(`No entity '${entityRef}' in the catalog`);
        }
        await requireEntityPermission(this.#options, credentials, {
          permission: opmodelReleaseGateBreakPermission,
          entityRef,
        });
        const result = await service.breakGlass(
          entityRef,
          body,
          reads,
          credentials,
        );
        return { result, meta: { acceptanceId: result.id } };
      },
    );
  }

  /**
   * People ask about what they may see. The token of a pipeline is authorised by its listed permission alone, because it cannot be passed on
   * to the catalog; it learns of any entity whether its releases are held, and why.
   */
  async #gateReads(credentials: BackstageCredentials): Promise<Visibility> {
    const { auth, permissions } = this.#options;
    if (!auth.isPrincipal(credentials, 'service')) {
      return resolveSloReads(this.#options, credentials);
    }
    const [{ result }] = await permissions.authorize(
      [{ permission: opmodelReleaseGateReadPermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError('Asking the release gate is not allowed');
    }
    return seesAll;
  }
}
