import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type {
  DebtDuplicates,
  DebtItem,
  DebtItemComment,
  DebtItemCommentPage,
  DebtItemEdit,
  DebtItemPage,
  DebtItemVersionPage,
  DebtStatusDeed,
  FiledDebtItem,
  FiledItem,
  NewDebtItem,
  PricedDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request } from 'express';
import { audited } from '../../lib/audited';
import type { DebtEvidenceReader } from '../evidence/DebtEvidenceReader';
import type { MeasuredInterestReader } from '../reports/MeasuredInterestReader';
import type { DebtCaller, DebtCallers } from './DebtCaller';
import type { DebtCommentService } from './DebtCommentService';
import type { DebtHistoryReader, PageBeside } from './DebtHistoryReader';
import type { DebtItemService } from './DebtItemService';
import type { DebtListReader, DebtPage } from './DebtListReader';
import type { AskedDebt, DebtSelections } from './DebtSelections';
import type { DuplicateFinder } from './DuplicateFinder';
import { originOfFiled } from './originOfFiled';

/** Who asks, and the request they ask in, which the auditor is told of. */
export interface DebtContext {
  credentials: BackstageCredentials;
  /** Absent where an agent takes an action. */
  request?: Request;
}

/** What is asked of the register for somebody. */
export interface AuthorizedDebtItemServiceOptions {
  callers: DebtCallers;
  items: DebtItemService;
  lists: DebtListReader;
  selections: DebtSelections;
  histories: DebtHistoryReader;
  comments: DebtCommentService;
  duplicates: DuplicateFinder;
  measured: MeasuredInterestReader;
  evidence: DebtEvidenceReader;
  auditor: AuditorService;
}

/**
 * The register for somebody: every call resolves what the caller may see and do, and every change is an auditor event.
 *
 * Each method throws NotAllowedError when the caller may read no technical debt at all, and NotFoundError where there is no such item
 * that they may see.
 */
export class AuthorizedDebtItemService {
  readonly #options: AuthorizedDebtItemServiceOptions;

  constructor(options: AuthorizedDebtItemServiceOptions) {
    this.#options = options;
  }

  async list(
    asked: AskedDebt,
    page: DebtPage,
    credentials: BackstageCredentials,
  ): Promise<DebtItemPage> {
    const { callers, lists, selections } = this.#options;
    const caller = await callers.resolve(credentials);
    const selection = await selections.resolve(asked, caller);
    return lists.list(selection, page, asked, caller);
  }

  async get(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<PricedDebtItem> {
    const { callers, items, measured, evidence } = this.#options;
    const caller = await callers.resolve(credentials);
    const item = await items.get(id, caller);
    const [measuredInterest, measuredElsewhere] = await Promise.all([
      measured.ofItem(item, caller.reads),
      evidence.ofItem(item, caller),
    ]);
    return { ...item, measuredInterest, evidence: measuredElsewhere };
  }

  async findDuplicates(
    filed: FiledItem,
    credentials: BackstageCredentials,
  ): Promise<DebtDuplicates> {
    const caller = await this.#options.callers.resolve(credentials);
    return this.#options.duplicates.find(filed, caller);
  }

  async listVersions(
    id: string,
    page: PageBeside,
    credentials: BackstageCredentials,
  ): Promise<DebtItemVersionPage> {
    return this.#of(id, credentials, (item, caller) =>
      this.#options.histories.list(item, page, caller),
    );
  }

  async listComments(
    id: string,
    page: PageBeside,
    credentials: BackstageCredentials,
  ): Promise<DebtItemCommentPage> {
    const caller = await this.#options.callers.resolve(credentials);
    return this.#options.comments.list(id, page, caller);
  }

  async create(
    body: NewDebtItem,
    context: DebtContext,
  ): Promise<FiledDebtItem> {
    return this.#audited('create', {}, context, async caller => {
      const origin = originOfFiled(caller);
      const result = await this.#options.items.create(body, caller, { origin });
      return { result, meta: metaOf(result.item) };
    });
  }

  async change(
    id: string,
    body: DebtItemEdit,
    context: DebtContext,
  ): Promise<PricedDebtItem> {
    return this.#audited('update', { itemId: id }, context, async caller => {
      const result = await this.#options.items.change(id, body, caller);
      return { result, meta: metaOf(result) };
    });
  }

  async changeStatus(
    id: string,
    body: DebtStatusDeed,
    context: DebtContext,
  ): Promise<PricedDebtItem> {
    const meta = { itemId: id, deed: body.deed };
    return this.#audited('status-change', meta, context, async caller => {
      const result = await this.#options.items.changeStatus(id, body, caller);
      return { result, meta: metaOf(result) };
    });
  }

  async remove(
    id: string,
    version: number,
    context: DebtContext,
  ): Promise<void> {
    const meta = { itemId: id, version };
    return this.#audited('delete', meta, context, async caller => ({
      result: await this.#options.items.remove(id, version, caller),
    }));
  }

  async comment(
    id: string,
    body: { text: string },
    context: DebtContext,
  ): Promise<DebtItemComment> {
    return this.#audited('comment', { itemId: id }, context, async caller => {
      const result = await this.#options.comments.add(id, body, caller);
      return { result, meta: { commentId: result.id } };
    });
  }

  async #of<T>(
    id: string,
    credentials: BackstageCredentials,
    read: (item: DebtItem, caller: DebtCaller) => Promise<T>,
  ): Promise<T> {
    const { callers, items } = this.#options;
    const caller = await callers.resolve(credentials);
    return read(await items.find(id, caller.reads), caller);
  }

  #audited<T>(
    deed: 'create' | 'update' | 'status-change' | 'delete' | 'comment',
    meta: JsonObject,
    { credentials, request }: DebtContext,
    work: (caller: DebtCaller) => Promise<{ result: T; meta?: JsonObject }>,
  ): Promise<T> {
    const { auditor, callers } = this.#options;
    // The auditor finds out of a request who asks.
    const by = request ? {} : { by: callers.refOf(credentials) };
    return audited(
      auditor,
      { eventId: `debt-item-${deed}`, request, meta: { ...meta, ...by } },
      async () => work(await callers.resolve(credentials)),
    );
  }
}

function metaOf({ id, version, status }: PricedDebtItem): JsonObject {
  return { itemId: id, version, status };
}
