import type {
  AuditorService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  opmodelEventReplayPermission,
  opmodelHealthReadPermission,
  type WebhookDeliveryPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request } from 'express';
import { requirePermission } from '../lib/requirePermission';
import { isDeliveryId } from './deliveryCursor';
import type { InboxService } from './InboxService';
import type { DeliveryState } from './InboxStore';

/** The inbox for somebody: every call checks the permission, and every replay is an auditor event. */
export class AuthorizedInboxService {
  readonly #service: InboxService;
  readonly #permissions: PermissionsService;
  readonly #auditor: AuditorService;
  readonly #clock: () => number;

  constructor(options: {
    service: InboxService;
    permissions: PermissionsService;
    auditor: AuditorService;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#service = options.service;
    this.#permissions = options.permissions;
    this.#auditor = options.auditor;
    this.#clock = options.clock;
  }

  /**
   * Deliveries in one state, newest first, without their content.
   *
   * @throws NotAllowedError without `opmodel.health.read`
   */
  async list(
    query: {
      state: DeliveryState;
      source?: string;
      cursor?: string;
      limit: number;
    },
    credentials: BackstageCredentials,
  ): Promise<WebhookDeliveryPage> {
    await requirePermission(
      this.#permissions,
      opmodelHealthReadPermission,
      credentials,
    );
    return this.#service.list(query);
  }

  /**
   * Lets deliveries that were set aside be processed once more.
   *
   * @throws NotAllowedError without `opmodel.event.replay`
   * @throws InputError for an id that no delivery can have
   */
  async replay(
    selection: { ids?: readonly string[]; source?: string },
    options: { credentials: BackstageCredentials; request: Request },
  ): Promise<{ replayed: number }> {
    const { ids, source } = selection;
    const audited = await this.#auditor.createEvent({
      eventId: 'delivery-replay',
      severityLevel: 'medium',
      request: options.request,
      meta: { ids: ids && [...ids], source },
    });
    try {
      await requirePermission(
        this.#permissions,
        opmodelEventReplayPermission,
        options.credentials,
      );
      const odd = ids?.findIndex(id => !isDeliveryId(id)) ?? -1;
      if (odd >= 0) {
        throw new InputError(
          `ids[${odd}]: expected the id of a delivery, got ${ids![odd]}`,
        );
      }
      const answer = await this.#service.replay({
        ids,
        source,
        now: this.#clock(),
      });
      await audited.success({ meta: answer });
      return answer;
    } catch (error) {
      await audited.fail({ error: error as Error });
      throw error;
    }
  }
}
