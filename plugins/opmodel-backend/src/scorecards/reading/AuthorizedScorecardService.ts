import type {
  AuditorService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type EntityScorecards,
  opmodelAcceptanceRequestPermission,
  opmodelScorecardAttestPermission,
  opmodelScorecardEvaluatePermission,
  opmodelScorecardReadPermission,
  type ScorecardChangePage,
  type ScorecardExplanation,
  type ScorecardHeatMap,
  type ScorecardMatrix,
  type ScorecardSeries,
  type ScorecardSummary,
  type ScoreChangeReport,
  type ScoredEntityPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request } from 'express';
import { isEqual } from 'lodash';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type { EntityPermission } from '../../catalog/VisibilityResolver';
import { audited } from '../../lib/audited';
import {
  findScoredEntity,
  requireAnyScorecards,
  requireEntityPermission,
  resolveScorecardReads,
  type ScorecardCallerOptions,
} from '../ScorecardCaller';
import type { ScorecardSelection } from './ScorecardReadStore';
import type { ScorecardService } from './ScorecardService';

/** Which entities are asked for, before it is known who asks. */
export type AskedSelection = Omit<ScorecardSelection, 'visibility'>;

/** What {@link AuthorizedScorecardService} works with. */
interface AuthorizedScorecardServiceOptions extends ScorecardCallerOptions {
  service: ScorecardService;
  auditor: AuditorService;
  catalog: Pick<CatalogStore, 'existingRefs' | 'getEntity'>;
  permissions: PermissionsService;
}

/** What somebody may do about an entity, in the order of {@link describeDeeds}. */
const deeds: readonly EntityPermission[] = [
  opmodelScorecardEvaluatePermission,
  opmodelAcceptanceRequestPermission,
  opmodelScorecardAttestPermission,
];

/**
 * Scorecards for somebody: every call resolves what the caller may see and answers from that alone.
 *
 * Each method throws NotAllowedError when the caller may read no scorecards at all.
 */
export class AuthorizedScorecardService {
  readonly #options: AuthorizedScorecardServiceOptions;

  constructor(options: AuthorizedScorecardServiceOptions) {
    this.#options = options;
  }

  async getEntity(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<EntityScorecards> {
    const { auth, visibility } = this.#options;
    const asked = auth.isPrincipal(credentials, 'user') ? deeds : [deeds[0]];
    const resolved = await visibility.resolveWithDeeds(
      credentials,
      opmodelScorecardReadPermission,
      asked,
    );
    requireAnyScorecards(resolved.visibility);
    const standing = await this.#options.service.getEntity(
      entityRef,
      resolved.visibility,
    );
    const allowed = await Promise.all(
      asked.map((permission, at) =>
        this.#mayDo(standing.scope.ref, permission, {
          credentials,
          reads: resolved.visibility,
          deed: resolved.mayDo[at],
        }),
      ),
    );
    return { ...standing, ...describeDeeds(allowed) };
  }

  /** Evaluates an entity by the facts that are known, and tells where it stands then. */
  async evaluate(
    entityRef: string,
    {
      credentials,
      request,
    }: { credentials: BackstageCredentials; request: Request },
  ): Promise<EntityScorecards> {
    const { auditor, catalog, service } = this.#options;
    return audited(
      auditor,
      { eventId: 'scorecard-evaluate', request, meta: { entityRef } },
      async () => {
        const reads = await this.#reads(credentials);
        const entity = await findScoredEntity(catalog, entityRef, reads);
        await requireEntityPermission(this.#options, credentials, {
          permission: opmodelScorecardEvaluatePermission,
          entityRef: entity.ref,
        });
        await service.evaluate(entity.ref);
        return { result: await this.getEntity(entity.ref, credentials) };
      },
    );
  }

  async listChanges(
    request: Parameters<ScorecardService['listChanges']>[0],
    credentials: BackstageCredentials,
  ): Promise<ScorecardChangePage> {
    const reads = await this.#reads(credentials);
    return this.#options.service.listChanges(request, reads);
  }

  async explain(
    request: Parameters<ScorecardService['explain']>[0],
    credentials: BackstageCredentials,
  ): Promise<ScorecardExplanation> {
    const reads = await this.#reads(credentials);
    return this.#options.service.explain(request, reads);
  }

  async getSummary(
    asked: AskedSelection & { scorecardRef?: string },
    credentials: BackstageCredentials,
  ): Promise<ScorecardSummary> {
    const { scorecardRef, ...selection } = asked;
    const visibility = await this.#reads(credentials);
    return this.#options.service.getSummary(
      { ...selection, visibility },
      scorecardRef,
    );
  }

  async listEntities(
    request: Parameters<ScorecardService['listEntities']>[0],
    selection: AskedSelection,
    credentials: BackstageCredentials,
  ): Promise<ScoredEntityPage> {
    const visibility = await this.#reads(credentials);
    return this.#options.service.listEntities(request, {
      ...selection,
      visibility,
    });
  }

  async getMatrix(
    request: Parameters<ScorecardService['getMatrix']>[0],
    selection: AskedSelection,
    credentials: BackstageCredentials,
  ): Promise<ScorecardMatrix> {
    const visibility = await this.#reads(credentials);
    return this.#options.service.getMatrix(request, {
      ...selection,
      visibility,
    });
  }

  async getHeatMap(
    request: Parameters<ScorecardService['getHeatMap']>[0],
    selection: AskedSelection,
    credentials: BackstageCredentials,
  ): Promise<ScorecardHeatMap> {
    const visibility = await this.#reads(credentials);
    return this.#options.service.getHeatMap(request, {
      ...selection,
      visibility,
    });
  }

  async getSeries(
    request: Parameters<ScorecardService['getSeries']>[0],
    selection: AskedSelection,
    credentials: BackstageCredentials,
  ): Promise<ScorecardSeries> {
    const visibility = await this.#reads(credentials);
    return this.#options.service.getSeries(request, {
      ...selection,
      visibility,
    });
  }

  async getScoreChanges(
    request: Parameters<ScorecardService['getScoreChanges']>[0],
    selection: AskedSelection,
    credentials: BackstageCredentials,
  ): Promise<ScoreChangeReport> {
    const visibility = await this.#reads(credentials);
    return this.#options.service.getScoreChanges(request, {
      ...selection,
      visibility,
    });
  }

  #reads(credentials: BackstageCredentials): Promise<Visibility> {
    return resolveScorecardReads(this.#options, credentials);
  }

  /** What the snapshot cannot tell is asked of the one entity. */
  async #mayDo(
    entityRef: string,
    permission: EntityPermission,
    {
      credentials,
      reads,
      deed,
    }: {
      credentials: BackstageCredentials;
      reads: Visibility;
      deed: Visibility | undefined;
    },
  ): Promise<boolean> {
    const { permissions, catalog } = this.#options;
    if (deed === undefined) {
      const [{ result }] = await permissions.authorize(
        [{ permission, resourceRef: entityRef }],
        { credentials },
      );
      return result === AuthorizeResult.ALLOW;
    }
    // Whoever reads the entity under the same condition has been found to meet it.
    return (
      isEqual(deed, reads) ||
      (await catalog.existingRefs([entityRef], deed)).has(entityRef)
    );
  }
}

/** A service may have entities evaluated; for the rest somebody answers. */
function describeDeeds([evaluate, request, attest]: readonly boolean[]) {
  return {
    mayEvaluate: evaluate,
    mayRequestExemption: request ?? false,
    mayAttest: attest ?? false,
  };
}
