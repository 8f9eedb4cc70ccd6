import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { isError, NotAllowedError } from '@backstage/errors';
import {
  type DayWindow,
  opmodelDoraReadPermission,
  opmodelSloCorrectPermission,
  opmodelSloReadPermission,
  type ReleaseGate,
  type SloBucketPage,
  type SloDays,
  type SloDetail,
  type SloExplanation,
  type SloPage,
  type SloProblemPage,
  type SloProposals,
  type SloReport,
  type SloRules,
  type SloSeries,
  type SloSummary,
  type SloWindowPage,
  type UncoveredEntityPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { ComponentFilter } from '../../catalog/ComponentSelection';
import { kindOfRef } from '../../catalog/scopesOf';
import type { Visibility } from '../../catalog/Visibility';
import type { VisibilityResolver } from '../../catalog/VisibilityResolver';
import type { BucketsRequest } from './SloHistoryReader';
import type { PageOf, ProblemsRequest, SlosRequest } from './SloListReader';
import { isRolledUp } from './SloReportReader';
import type { RuleFormat } from './SloRuleWriter';
import type { ObjectiveRequest, SloService } from './SloService';
import type { ReleaseGateReader } from './SloSurroundings';

/** What {@link AuthorizedSloService} works with. */
interface AuthorizedSloServiceOptions {
  service: SloService;
  auth: AuthService;
  catalog: Pick<CatalogStore, 'existingRefs'>;
  visibility: VisibilityResolver;
  /** Absent: there is no gate. */
  gate?: ReleaseGateReader;
  /** Whether deliveries are a subject here at all. */
  countsDeliveries: boolean;
}

/**
 * Service level objectives for somebody: every call resolves what the caller may see and answers from that alone.
 *
 * Each method throws NotAllowedError when the caller may see no objectives at all.
 */
export class AuthorizedSloService {
  readonly #options: AuthorizedSloServiceOptions;

  constructor(options: AuthorizedSloServiceOptions) {
    this.#options = options;
  }

  async getReport(
    request: PageOf & { entityRef: string },
    credentials: BackstageCredentials,
  ): Promise<SloReport> {
    const reads = await this.#reads(credentials);
    // At the same time, since the tab waits for both.
    const [report, gate] = await Promise.all([
      this.#options.service.getReport(request, reads),
      isRolledUp(kindOfRef(request.entityRef))
        ? null
        : this.#readGate(request.entityRef, credentials),
    ]);
    return { ...report, gate };
  }

  async listProposals(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<SloProposals> {
    const [reads, deliveries] = await Promise.all([
      this.#reads(credentials),
      this.#readsDeliveries(credentials),
    ]);
    return this.#options.service.listProposals(entityRef, reads, {
      deliveries,
    });
  }

  async list(
    request: SlosRequest,
    credentials: BackstageCredentials,
  ): Promise<SloPage> {
    return this.#options.service.list(request, await this.#reads(credentials));
  }

  async getSummary(
    filter: ComponentFilter,
    credentials: BackstageCredentials,
  ): Promise<SloSummary> {
    const reads = await this.#reads(credentials);
    return this.#options.service.getSummary(filter, reads);
  }

  async listUncovered(
    request: PageOf & { filter?: ComponentFilter },
    credentials: BackstageCredentials,
  ): Promise<UncoveredEntityPage> {
    const reads = await this.#reads(credentials);
    return this.#options.service.listUncovered(request, reads);
  }

  async listProblems(
    request: ProblemsRequest,
    credentials: BackstageCredentials,
  ): Promise<SloProblemPage> {
    const reads = await this.#reads(credentials);
    return this.#options.service.listProblems(request, reads);
  }

  async writeRules(
    request: { filter: ComponentFilter; format: RuleFormat },
    credentials: BackstageCredentials,
  ): Promise<SloRules> {
    const reads = await this.#reads(credentials);
    return this.#options.service.writeRules(request, reads);
  }

  async getDetail(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<SloDetail> {
    const { service } = this.#options;
    const detail = await service.getDetail(ref, await this.#reads(credentials));
    return {
      ...detail,
      mayCorrect: await this.#mayCorrect(detail.status.entityRef, credentials),
    };
  }

  async getSeries(
    request: ObjectiveRequest & { window: DayWindow },
    credentials: BackstageCredentials,
  ): Promise<SloSeries> {
    const [reads, deliveries] = await Promise.all([
      this.#reads(credentials),
      this.#readsDeliveries(credentials),
    ]);
    return this.#options.service.getSeries(request, reads, { deliveries });
  }

  async listDays(
    request: ObjectiveRequest & { window: DayWindow },
    credentials: BackstageCredentials,
  ): Promise<SloDays> {
    const reads = await this.#reads(credentials);
    return this.#options.service.listDays(request, reads);
  }

  async listWindows(
    request: ObjectiveRequest & PageOf,
    credentials: BackstageCredentials,
  ): Promise<SloWindowPage> {
    const reads = await this.#reads(credentials);
    return this.#options.service.listWindows(request, reads);
  }

  async explain(
    request: ObjectiveRequest,
    credentials: BackstageCredentials,
  ): Promise<SloExplanation> {
    const reads = await this.#reads(credentials);
    return this.#options.service.explain(request, reads);
  }

  async listBuckets(
    request: ObjectiveRequest & BucketsRequest,
    credentials: BackstageCredentials,
  ): Promise<SloBucketPage> {
    const reads = await this.#reads(credentials);
    return this.#options.service.listBuckets(request, reads);
  }

  async #reads(credentials: BackstageCredentials): Promise<Visibility> {
    const reads = await this.#options.visibility.resolve(
      credentials,
      opmodelSloReadPermission,
    );
    if (reads.type === 'none') {
      throw new NotAllowedError(
        'Reading service level objectives is not allowed',
      );
    }
    return reads;
  }

  /** Null where deliveries are no subject, and for whoever may know none. */
  async #readsDeliveries(
    credentials: BackstageCredentials,
  ): Promise<Visibility | null> {
    const { visibility, countsDeliveries } = this.#options;
    if (!countsDeliveries) {
      return null;
    }
    const deliveries = await visibility.resolve(
      credentials,
      opmodelDoraReadPermission,
    );
    return deliveries.type === 'none' ? null : deliveries;
  }

  /** Null where there is no gate, and for whoever may not ask it. */
  async #readGate(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<ReleaseGate | null> {
    try {
      return (
        (await this.#options.gate?.getGate(
          { entityRef, risk: 'high', keep: false },
          credentials,
        )) ?? null
      );
    } catch (error) {
      if (isError(error) && error.name === 'NotAllowedError') {
        return null;
      }
      throw error;
    }
  }

  /** A service corrects nothing: somebody answers for it. */
  async #mayCorrect(
    entityRef: string | null,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const { auth, catalog, visibility } = this.#options;
    if (entityRef === null || !auth.isPrincipal(credentials, 'user')) {
      return false;
    }
    const corrects = await visibility.resolve(
      credentials,
      opmodelSloCorrectPermission,
    );
    const refs = await catalog.existingRefs([entityRef], corrects);
    return refs.has(entityRef);
  }
}
