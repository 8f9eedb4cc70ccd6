import type {
  AuditorService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  type EntityScorecards,
  opmodelAcceptanceRequestPermission,
  opmodelScorecardAttestPermission,
  opmodelScorecardEvaluatePermission,
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
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { audited } from '../../lib/audited';
import {
  findScoredEntity,
  personOf,
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

/** What somebody may do about an entity, each with the permission that it takes. */
const deeds: Record<
  'mayEvaluate' | 'mayRequestExemption' | 'mayAttest',
  ResourcePermission<'catalog-entity'>
> = {
  mayEvaluate: opmodelScorecardEvaluatePermission,
  mayRequestExemption: opmodelAcceptanceRequestPermission,
  mayAttest: opmodelScorecardAttestPermission,
};

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
    return this.#describe(
      entityRef,
      await this.#reads(credentials),
      credentials,
    );
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
        return { result: await this.#describe(entityRef, reads, credentials) };
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

  async #describe(
    entityRef: string,
    reads: Visibility,
    credentials: BackstageCredentials,
  ): Promise<EntityScorecards> {
    const standing = await this.#options.service.getEntity(entityRef, reads);
    return {
      ...standing,
      ...(await this.#findDeeds(standing.scope.ref, credentials)),
    };
  }

  /** A service may have entities evaluated; for the rest somebody answers. All is asked with one question. */
  async #findDeeds(
    resourceRef: string,
    credentials: BackstageCredentials,
  ): Promise<Record<keyof typeof deeds, boolean>> {
    const isPerson = personOf(this.#options, credentials) !== null;
    const asked = Object.entries(deeds).filter(
      ([, permission]) =>
        isPerson || permission === opmodelScorecardEvaluatePermission,
    );
    const decisions = await this.#options.permissions.authorize(
      asked.map(([, permission]) => ({ permission, resourceRef })),
      { credentials },
    );
    const allowed = asked.flatMap(([deed], at) =>
      decisions[at]?.result === AuthorizeResult.ALLOW ? [deed] : [],
    );
    return {
      mayEvaluate: allowed.includes('mayEvaluate'),
      mayRequestExemption: allowed.includes('mayRequestExemption'),
      mayAttest: allowed.includes('mayAttest'),
    };
  }
}
