import type {
  AuditorService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  opmodelEventReplayPermission,
  opmodelHealthReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request } from 'express';
import { requirePermission } from '../lib/requirePermission';
import type { IntakeService, ReapplyResult } from './IntakeService';
import type { RejectionLog } from './RejectionLog';
import type { RejectionSummary } from './RejectionStore';

const DAY = 24 * 60 * 60 * 1000;

/** What operators see and do about events that did not arrive where they should: every call checks the permission. */
export class AuthorizedIntakeReview {
  readonly #service: Pick<IntakeService, 'reapplyUnmapped'>;
  readonly #rejections: Pick<RejectionLog, 'summarize'>;
  readonly #rejectionsKeptDays: number | null;
  readonly #permissions: PermissionsService;
  readonly #auditor: AuditorService;
  readonly #clock: () => number;
  #replay: Promise<ReapplyResult> | undefined;

  /**
   * @param options - `rejectionsKeptDays`: how long rejections are remembered; null is for ever
   */
  constructor(options: {
    service: Pick<IntakeService, 'reapplyUnmapped'>;
    rejections: Pick<RejectionLog, 'summarize'>;
    rejectionsKeptDays: number | null;
    permissions: PermissionsService;
    auditor: AuditorService;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#service = options.service;
    this.#rejections = options.rejections;
    this.#rejectionsKeptDays = options.rejectionsKeptDays;
    this.#permissions = options.permissions;
    this.#auditor = options.auditor;
    this.#clock = options.clock;
  }

  /**
   * What was rejected, by producer, source and reason; groups with most events first. A reason names fields and what was expected
   * there, never content.
   *
   * @returns `since`: what was rejected before is forgotten, epoch milliseconds
   * @throws NotAllowedError without `opmodel.health.read`
   */
  async summarizeRejected(options: {
    credentials: BackstageCredentials;
    limit: number;
  }): Promise<RejectionSummary & { since: number }> {
    await requirePermission(
      this.#permissions,
      opmodelHealthReadPermission,
      options.credentials,
    );
    const since =
      this.#rejectionsKeptDays === null
        ? 0
        : this.#clock() - this.#rejectionsKeptDays * DAY;
    return {
      since,
      ...(await this.#rejections.summarize({ since, limit: options.limit })),
    };
  }

  /**
   * Maps everything that waits for an entity once more. Who asks while it is being done gets what that comes to.
   *
   * @throws NotAllowedError without `opmodel.event.replay`
   */
  async replayUnmapped(options: {
    credentials: BackstageCredentials;
    request: Request;
  }): Promise<ReapplyResult> {
    const audited = await this.#auditor.createEvent({
      eventId: 'event-replay',
      severityLevel: 'medium',
      request: options.request,
      meta: { of: 'unmapped' },
    });
    try {
      await requirePermission(
        this.#permissions,
        opmodelEventReplayPermission,
        options.credentials,
      );
      this.#replay ??= this.#service
        .reapplyUnmapped({ now: this.#clock() })
        .finally(() => {
          this.#replay = undefined;
        });
      const result = await this.#replay;
      await audited.success({ meta: { ...result } });
      return result;
    } catch (error) {
      await audited.fail({ error: error as Error });
      throw error;
    }
  }
}
