import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, isError, NotAllowedError } from '@backstage/errors';
import {
  type ChangedOwnershipPlan,
  type NewOwnershipPlan,
  opmodelOwnershipPlanPermission,
  type OwnershipPlan,
  type OwnershipPlanPage,
  type WhatIfAnswer,
  type WhatIfRequest,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';
import type { Visibility } from '../../catalog/Visibility';
import type { VisibilityResolver } from '../../catalog/VisibilityResolver';
import { audited } from '../../lib/audited';
import { refuseUnknownFields } from '../../lib/refuseUnknownFields';
import { requirePermission } from '../../lib/requirePermission';
import { resolveOwnershipReads } from '../OwnershipCaller';
import { readChanges } from './planRequests';
import type { Planner, PlanService } from './PlanService';
import type { WhatIfService } from './WhatIfService';

/** Who asks, and the request they ask in, which the auditor is told of. */
export interface PlanContext {
  credentials: BackstageCredentials;
  request: Request;
}

/**
 * Plans for somebody: every call takes the permission to plan, is made of what the caller may see, and every read and change of a
 * plan is an auditor event, which tells which plan it was and nothing of what it says.
 *
 * Each method throws NotAllowedError to whoever may not plan, or may see nothing of ownership at all.
 */
export class AuthorizedPlanService {
  readonly #options: {
    plans: PlanService;
    whatIf: WhatIfService;
    auditor: AuditorService;
    auth: AuthService;
    permissions: PermissionsService;
    visibility: VisibilityResolver;
  };

  constructor(options: {
    plans: PlanService;
    whatIf: WhatIfService;
    auditor: AuditorService;
    auth: AuthService;
    permissions: PermissionsService;
    visibility: VisibilityResolver;
  }) {
    this.#options = options;
  }

  async ask(
    body: WhatIfRequest,
    credentials: BackstageCredentials,
  ): Promise<WhatIfAnswer> {
    const reads = await this.#resolveReads(credentials);
    refuseUnknownFields(body, ['changes']);
    return this.#options.whatIf.ask(readChanges(body.changes), reads);
  }

  async list(
    page: { limit: number; cursor?: string },
    context: PlanContext,
  ): Promise<OwnershipPlanPage> {
    return this.#audited('list', {}, context, planner =>
      this.#options.plans.list(page, planner),
    );
  }

  async get(planId: string, context: PlanContext): Promise<OwnershipPlan> {
    return this.#audited('read', { planId }, context, planner =>
      this.#options.plans.get(planId, planner),
    );
  }

  async create(
    body: NewOwnershipPlan,
    context: PlanContext,
  ): Promise<OwnershipPlan> {
    return this.#audited(
      'create',
      {},
      context,
      planner => this.#options.plans.create(body, planner),
      ({ id }) => ({ planId: id }),
    );
  }

  async update(
    planId: string,
    body: ChangedOwnershipPlan,
    context: PlanContext,
  ): Promise<OwnershipPlan> {
    return this.#audited('update', { planId }, context, planner =>
      this.#options.plans.update(planId, body, planner),
    );
  }

  async delete(planId: string, context: PlanContext): Promise<void> {
    return this.#audited('delete', { planId }, context, planner =>
      this.#options.plans.delete(planId, planner),
    );
  }

  async #resolveReads(credentials: BackstageCredentials): Promise<Visibility> {
    await requirePermission(
      this.#options.permissions,
      opmodelOwnershipPlanPermission,
      credentials,
    );
    return resolveOwnershipReads(this.#options, credentials);
  }

  async #resolve(credentials: BackstageCredentials): Promise<Planner> {
    const reads = await this.#resolveReads(credentials);
    if (!this.#options.auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError(
        'Only people keep plans, so that it is known who reads them; a service cannot',
      );
    }
    const { userEntityRef } = credentials.principal;
    return { person: userEntityRef.toLocaleLowerCase('en-US'), reads };
  }

  async #audited<T>(
    deed: 'list' | 'read' | 'create' | 'update' | 'delete',
    meta: JsonObject,
    { credentials, request }: PlanContext,
    work: (planner: Planner) => Promise<T>,
    tell: (result: T) => JsonObject = () => ({}),
  ): Promise<T> {
    let refusal: Error | undefined;
    try {
      return await audited(
        this.#options.auditor,
        { eventId: `ownership-plan-${deed}`, request, meta },
        async () => {
          try {
            const result = await work(await this.#resolve(credentials));
            return { result, meta: tell(result) };
          } catch (error) {
            if (isError(error) && error.name === 'InputError') {
              // It quotes the plan, which is nobody's but its readers'.
              refusal = error;
              throw new InputError('What was to be saved is not a plan');
            }
            throw error;
          }
        },
      );
    } catch (error) {
      throw refusal ?? error;
    }
  }
}
