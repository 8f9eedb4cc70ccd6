import type {
  AuditorService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import {
  type DebtSuggestionDecisions,
  type DebtSuggestionDetail,
  type DebtSuggestionDismissal,
  type DebtSuggestionPage,
  type DebtSuggestionPromotion,
  type DebtSuggestionResult,
  type DebtSuggestionResults,
  type DebtSuggestionRow,
  type DebtSuggestionSourceList,
  opmodelHealthReadPermission,
  type PromotedDebtSuggestion,
} from '@opmodel/backstage-plugin-opmodel-common';
import { audited } from '../../lib/audited';
import { readText } from '../../lib/readText';
import type { DebtContext } from '../items/AuthorizedDebtItemService';
import {
  type DebtCaller,
  type DebtCallers,
  requireSomeDebtAction,
} from '../items/DebtCaller';
import { tryDecision } from './tryDecision';
import type {
  AskedSuggestions,
  SuggestionListReader,
  SuggestionPage,
} from './SuggestionListReader';
import type { SuggestionService } from './SuggestionService';
import type { SuggestionSourceReader } from './SuggestionSourceReader';

/** What is asked of suggestions for somebody. */
export interface AuthorizedSuggestionServiceOptions {
  callers: DebtCallers;
  suggestions: SuggestionService;
  lists: SuggestionListReader;
  sources: SuggestionSourceReader;
  permissions: PermissionsService;
  auditor: AuditorService;
}

type Deed = 'promote' | 'dismiss' | 'put-back';

/**
 * Suggestions for somebody: every call resolves what the caller may see and do, and every decision is an auditor event.
 *
 * Each method throws NotAllowedError when the caller may read no technical debt at all, and NotFoundError where there is no such suggestion
 * that they may see.
 */
export class AuthorizedSuggestionService {
  readonly #options: AuthorizedSuggestionServiceOptions;

  constructor(options: AuthorizedSuggestionServiceOptions) {
    this.#options = options;
  }

  async list(
    asked: AskedSuggestions,
    page: SuggestionPage,
    credentials: BackstageCredentials,
  ): Promise<DebtSuggestionPage> {
    const { callers, lists } = this.#options;
    return lists.list(asked, page, await callers.resolve(credentials));
  }

  async get(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<DebtSuggestionDetail> {
    const { callers, suggestions } = this.#options;
    return suggestions.get(id, await callers.resolve(credentials));
  }

  /** How runs went is told to operators alone. */
  async listSources(
    credentials: BackstageCredentials,
  ): Promise<DebtSuggestionSourceList> {
    const { callers, permissions, sources } = this.#options;
    const { reads } = await callers.resolve(credentials);
    const [{ result }] = await permissions.authorize(
      [{ permission: opmodelHealthReadPermission }],
      { credentials },
    );
    return sources.list(reads, {
      isOperator: result === AuthorizeResult.ALLOW,
    });
  }

  async promote(
    id: string,
    body: DebtSuggestionPromotion,
    context: DebtContext,
  ): Promise<PromotedDebtSuggestion> {
    return this.#audited('promote', id, context, async caller => {
      const result = await this.#options.suggestions.promote(id, body, caller);
      return { result, meta: metaOf(result.suggestion) };
    });
  }

  async dismiss(
    id: string,
    body: DebtSuggestionDismissal,
    context: DebtContext,
  ): Promise<DebtSuggestionRow> {
    return this.#audited('dismiss', id, context, async caller => ({
      result: await this.#options.suggestions.dismiss(id, body, caller),
    }));
  }

  async putBack(id: string, context: DebtContext): Promise<DebtSuggestionRow> {
    return this.#audited('put-back', id, context, async caller => ({
      result: await this.#options.suggestions.putBack(id, caller),
    }));
  }

  /**
   * Decides several, one after the other; each is an auditor event of its own.
   *
   * @throws InputError that names the field
   */
  async decide(
    { deed, ids, reason }: DebtSuggestionDecisions,
    context: DebtContext,
  ): Promise<DebtSuggestionResults> {
    if ((deed === 'dismiss') !== (reason !== undefined)) {
      throw new InputError(
        deed === 'dismiss'
          ? "'reason' must say why they are dismissed"
          : `'reason' is kept only with 'dismiss', got it with '${deed}'`,
      );
    }
    ids.forEach((id, place) => readText(`ids[${place}]`, id));
    const twice = ids.findIndex((id, place) => ids.indexOf(id) < place);
    if (twice >= 0) {
      throw new InputError(`'ids[${twice}]' stands there already`);
    }
    requireSomeDebtAction(
      await this.#options.callers.resolve(context.credentials),
      'create',
    );
    const results: DebtSuggestionResult[] = [];
    for (const id of ids) {
      results.push(
        await tryDecision(id, () => this.#decideOne(id, deed, reason, context)),
      );
    }
    return { results };
  }

  async #decideOne(
    id: string,
    deed: DebtSuggestionDecisions['deed'],
    reason: string | undefined,
    context: DebtContext,
  ): Promise<DebtSuggestionRow> {
    switch (deed) {
      case 'promote':
        return (await this.promote(id, {}, context)).suggestion;
      case 'dismiss':
        return this.dismiss(id, { reason: reason! }, context);
      default:
        return this.putBack(id, context);
    }
  }

  #audited<T>(
    deed: Deed,
    suggestionId: string,
    { credentials, request }: DebtContext,
    work: (caller: DebtCaller) => Promise<{ result: T; meta?: JsonObject }>,
  ): Promise<T> {
    return audited(
      this.#options.auditor,
      {
        eventId: `debt-suggestion-${deed}`,
        request,
        meta: { suggestionId },
      },
      async () => work(await this.#options.callers.resolve(credentials)),
    );
  }
}

function metaOf({ source, promotion }: DebtSuggestionRow): JsonObject {
  return { source, itemId: promotion?.itemId ?? null };
}
