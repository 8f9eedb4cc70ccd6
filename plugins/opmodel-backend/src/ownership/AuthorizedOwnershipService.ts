import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  type DayWindow,
  type GapDate,
  type NewGapDate,
  opmodelDoraReadPermission,
  type OwnershipExplanation,
  type OwnershipGap,
  type OwnershipPage,
  type OwnershipReport,
  type OwnershipSummary,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request } from 'express';
import type { Visibility } from '../catalog/Visibility';
import { audited } from '../lib/audited';
import type { EntityOwnershipRequest } from './EntityOwnershipReader';
import type { GapDateService } from './GapDateService';
import {
  type OwnershipCaller,
  type OwnershipCallerOptions,
  resolveOwnershipCaller,
  resolveOwnershipReads,
} from './OwnershipCaller';
import type {
  OwnershipListPage,
  OwnershipSelection,
  OwnershipService,
} from './OwnershipService';

/** Who asks, and the request they ask in, which the auditor is told of. */
export interface OwnershipContext {
  credentials: BackstageCredentials;
  request: Request;
}

/**
 * Ownership for somebody: every call resolves what the caller may see and answers from that alone, and every change is an auditor
 * event.
 *
 * Each method throws NotAllowedError when the caller may see nothing of ownership at all.
 */
export class AuthorizedOwnershipService {
  readonly #options: OwnershipCallerOptions & {
    service: OwnershipService;
    dates: GapDateService;
    auditor: AuditorService;
    countsDeliveries: boolean;
  };

  /** @param options - `countsDeliveries`: whether deliveries are a subject here at all */
  constructor(
    options: OwnershipCallerOptions & {
      service: OwnershipService;
      dates: GapDateService;
      auditor: AuditorService;
      countsDeliveries: boolean;
    },
  ) {
    this.#options = options;
  }

  async getReport(
    request: Omit<EntityOwnershipRequest, 'deliveries'>,
    credentials: BackstageCredentials,
  ): Promise<OwnershipReport> {
    const { service, visibility, countsDeliveries } = this.#options;
    const [caller, deliveries] = await Promise.all([
      this.#resolve(credentials),
      countsDeliveries
        ? visibility.resolve(credentials, opmodelDoraReadPermission)
        : null,
    ]);
    return service.getReport(
      {
        ...request,
        // Whoever may read none of them is not told that there are none.
        deliveries: deliveries?.type === 'none' ? null : deliveries,
      },
      caller,
    );
  }

  async explainEntity(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<OwnershipExplanation> {
    const reads = await this.#reads(credentials);
    return this.#options.service.explainEntity(entityRef, reads);
  }

  async list(
    request: OwnershipListPage,
    credentials: BackstageCredentials,
  ): Promise<OwnershipPage> {
    return this.#options.service.list(request, await this.#reads(credentials));
  }

  async getSummary(
    request: OwnershipSelection & { window: DayWindow },
    credentials: BackstageCredentials,
  ): Promise<OwnershipSummary> {
    const reads = await this.#reads(credentials);
    return this.#options.service.getSummary(request, reads);
  }

  async explainSummary(
    request: OwnershipSelection,
    credentials: BackstageCredentials,
  ): Promise<OwnershipExplanation> {
    const reads = await this.#reads(credentials);
    return this.#options.service.explainSummary(request, reads);
  }

  async setGapDate(
    entityRef: string,
    body: NewGapDate,
    { credentials, request }: OwnershipContext,
  ): Promise<GapDate> {
    const { auditor, dates } = this.#options;
    return audited(
      auditor,
      {
        eventId: 'ownership-gap-date-set',
        request,
        meta: { entityRef, gap: body.gap, dueDay: body.dueDay },
      },
      async () => ({
        result: await dates.set(
          entityRef,
          body,
          await this.#resolve(credentials),
        ),
      }),
    );
  }

  async removeGapDate(
    entityRef: string,
    gap: OwnershipGap,
    { credentials, request }: OwnershipContext,
  ): Promise<void> {
    const { auditor, dates } = this.#options;
    return audited(
      auditor,
      {
        eventId: 'ownership-gap-date-remove',
        request,
        meta: { entityRef, gap },
      },
      async () => ({
        result: await dates.remove(
          entityRef,
          gap,
          await this.#resolve(credentials),
        ),
      }),
    );
  }

  /** All that answers take; one call to the permission backend. */
  #reads(credentials: BackstageCredentials): Promise<Visibility> {
    return resolveOwnershipReads(this.#options, credentials);
  }

  #resolve(credentials: BackstageCredentials): Promise<OwnershipCaller> {
    return resolveOwnershipCaller(this.#options, credentials);
  }
}
