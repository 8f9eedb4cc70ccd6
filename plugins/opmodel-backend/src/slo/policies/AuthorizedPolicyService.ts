import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  type Acceptance,
  type DayWindow,
  type ErrorBudgetPolicyPage,
  type ErrorBudgetPolicyReport,
  type NewPolicyException,
  opmodelSloCorrectPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request } from 'express';
import { audited } from '../../lib/audited';
import {
  requireEntityPermission,
  requireSloPerson,
  resolveDeliveries,
  resolveSloReads,
  type SloCallerOptions,
} from '../SloCaller';
import type { PolicyExceptions } from './PolicyExceptions';
import type { PoliciesRequest, PolicyReader } from './PolicyReader';

/** Policies for somebody: every call resolves what the caller may see, and every exception that is asked for is an auditor event. */
export class AuthorizedPolicyService {
  readonly #options: SloCallerOptions & {
    reader: PolicyReader;
    exceptions: PolicyExceptions;
    auditor: AuditorService;
  };

  constructor(
    options: SloCallerOptions & {
      reader: PolicyReader;
      exceptions: PolicyExceptions;
      auditor: AuditorService;
    },
  ) {
    this.#options = options;
  }

  async list(
    request: PoliciesRequest,
    credentials: BackstageCredentials,
  ): Promise<ErrorBudgetPolicyPage> {
    const reads = await resolveSloReads(this.#options, credentials);
    return this.#options.reader.list(request, reads);
  }

  async getReport(
    ref: string,
    window: DayWindow,
    credentials: BackstageCredentials,
  ): Promise<ErrorBudgetPolicyReport> {
    const [reads, deliveries] = await Promise.all([
      resolveSloReads(this.#options, credentials),
      resolveDeliveries(this.#options, credentials),
    ]);
    return this.#options.reader.getReport(ref, window, reads, deliveries);
  }

  async requestException(
    ref: string,
    body: NewPolicyException,
    {
      credentials,
      request,
    }: { credentials: BackstageCredentials; request: Request },
  ): Promise<Acceptance> {
    const { reader, exceptions, auditor, catalog } = this.#options;
    return audited(
      auditor,
      {
        eventId: 'slo-policy-exception',
        request,
        meta: { policyRef: ref, entityRef: body.entityRef },
      },
      async () => {
        const reads = await resolveSloReads(this.#options, credentials);
        requireSloPerson(this.#options, credentials, 'ask for exceptions');
        const policy = await reader.find(ref, reads);
        const entityRef = body.entityRef.toLocaleLowerCase('en-US');
        if (!(await catalog.existingRefs([entityRef], reads)).has(entityRef)) {
          throw new NotFoundError(`No entity '${entityRef}' in the catalog`);
        }
        await requireEntityPermission(this.#options, credentials, {
          permission: opmodelSloCorrectPermission,
          entityRef,
        });
        const result = await exceptions.request(
          policy,
          body,
          reads,
          credentials,
        );
        return { result, meta: { acceptanceId: result.id } };
      },
    );
  }
}
