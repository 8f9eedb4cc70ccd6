import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type {
  NewScorecardDraft,
  ScorecardDraft,
  ScorecardDraftChange,
  ScorecardDraftList,
  ScorecardPublication,
  ScorecardRetirement,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request } from 'express';
import { audited } from '../../lib/audited';
import { readText } from '../../lib/readText';
import {
  resolveScorecardReads,
  type ScorecardCallerOptions,
} from '../ScorecardCaller';
import type {
  DraftCaller,
  ScorecardDraftService,
} from './ScorecardDraftService';
import type { ScorecardWriters } from './ScorecardWriters';

/** Who asks, and the request they ask in, which the auditor is told of. */
export interface DraftContext {
  credentials: BackstageCredentials;
  request: Request;
}

/**
 * Drafts for somebody: every call resolves what the caller may read and write, and every change is an auditor event. See
 * {@link ScorecardDraftService} for what is refused.
 */
export class AuthorizedScorecardDraftService {
  readonly #options: ScorecardCallerOptions & {
    service: ScorecardDraftService;
    writers: ScorecardWriters;
    auditor: AuditorService;
  };

  constructor(
    options: ScorecardCallerOptions & {
      service: ScorecardDraftService;
      writers: ScorecardWriters;
      auditor: AuditorService;
    },
  ) {
    this.#options = options;
  }

  async list(credentials: BackstageCredentials): Promise<ScorecardDraftList> {
    const caller = await this.#resolve(credentials);
    return { items: await this.#options.service.list(caller) };
  }

  async get(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<ScorecardDraft> {
    return this.#options.service.get(id, await this.#resolve(credentials));
  }

  async create(
    body: NewScorecardDraft,
    context: DraftContext,
  ): Promise<ScorecardDraft> {
    const { name = null, copyOf = null } = body;
    return this.#audited('create', { name, copyOf }, context, caller =>
      this.#options.service.create(body, caller),
    );
  }

  async save(
    id: string,
    body: ScorecardDraftChange,
    context: DraftContext,
  ): Promise<ScorecardDraft> {
    const { revision } = body;
    return this.#audited('save', { draftId: id, revision }, context, caller =>
      this.#options.service.save(id, body, caller),
    );
  }

  async delete(id: string, context: DraftContext): Promise<void> {
    return this.#audited('delete', { draftId: id }, context, caller =>
      this.#options.service.delete(id, caller),
    );
  }

  /** @returns the ref of the scorecard that holds now */
  async publish(
    id: string,
    body: ScorecardPublication,
    context: DraftContext,
  ): Promise<string> {
    const { revision, note } = body;
    return this.#audited(
      'publish',
      { draftId: id, revision, note },
      context,
      caller => this.#options.service.publish(id, body, caller),
    );
  }

  async retire(
    scorecardRef: string,
    { note }: ScorecardRetirement,
    context: DraftContext,
  ): Promise<void> {
    return this.#audited(
      'retire',
      { scorecardRef, note: readText('note', note) },
      context,
      caller => this.#options.service.retire(scorecardRef, caller),
    );
  }

  #audited<T>(
    actionType: string,
    meta: JsonObject,
    { credentials, request }: DraftContext,
    act: (caller: DraftCaller) => Promise<T>,
  ): Promise<T> {
    return audited(
      this.#options.auditor,
      {
        eventId: 'scorecard-definition',
        request,
        meta: { actionType, ...meta },
      },
      async () => ({ result: await act(await this.#resolve(credentials)) }),
    );
  }

  async #resolve(credentials: BackstageCredentials): Promise<DraftCaller> {
    const [reads, writer] = await Promise.all([
      resolveScorecardReads(this.#options, credentials),
      this.#options.writers.resolve(credentials),
    ]);
    return { reads, writer };
  }
}
