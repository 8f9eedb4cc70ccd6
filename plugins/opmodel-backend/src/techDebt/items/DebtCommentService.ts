import type {
  DebtItemComment,
  DebtItemCommentPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import { randomUUID } from 'node:crypto';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import { toInstant } from '../../lib/instants';
import { readText } from '../../lib/readText';
import type { DebtCaller } from './DebtCaller';
import { requireDebtAction, requireSomeDebtAction } from './DebtCaller';
import type { DebtHistoryReader, PageBeside } from './DebtHistoryReader';
import type { DebtItemService } from './DebtItemService';
import type { DebtComment, DebtItemStore } from './DebtItemStore';

/** Keeps what people say of items. */
export class DebtCommentService {
  readonly #options: {
    store: Pick<DebtItemStore, 'addComment' | 'listComments'>;
    items: Pick<DebtItemService, 'find'>;
    histories: Pick<DebtHistoryReader, 'lastWithheldAt'>;
    clock: () => number;
  };

  constructor(options: {
    store: Pick<DebtItemStore, 'addComment' | 'listComments'>;
    items: Pick<DebtItemService, 'find'>;
    histories: Pick<DebtHistoryReader, 'lastWithheldAt'>;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /**
   * What was said of an item until it last hung on something that the caller does not see is left out.
   *
   * @throws NotFoundError when there is no such item, or it may not be seen
   * @throws InputError when the cursor is not one that this list gave
   */
  async list(
    itemId: string,
    { limit, cursor }: PageBeside,
    { reads }: DebtCaller,
  ): Promise<DebtItemCommentPage> {
    const { store, items, histories } = this.#options;
    const item = await items.find(itemId, reads);
    const list = { commentsOf: itemId };
    const after = decodeCursor<Pick<DebtComment, 'at' | 'id'>>(
      cursor,
      { at: ['number'], id: ['string'] },
      list,
    );
    const withheldAt = await histories.lastWithheldAt(item, reads);
    const found = await store.listComments(itemId, {
      limit: limit + 1,
      after: laterOf(after, withheldAt),
    });
    const page = found.slice(0, limit);
    const { at, id } = page.at(-1) ?? {};
    return {
      items: page.map(toAnswer),
      nextCursor:
        found.length > limit && at !== undefined
          ? encodeCursor({ at, id }, list)
          : null,
    };
  }

  /**
   * @throws NotFoundError when there is no such item, or it may not be seen
   * @throws NotAllowedError without the permission to file such an item
   * @throws InputError where the text is blank
   */
  async add(
    itemId: string,
    { text }: { text: string },
    caller: DebtCaller,
  ): Promise<DebtItemComment> {
    const { store, items, clock } = this.#options;
    requireSomeDebtAction(caller, 'create');
    const item = await items.find(itemId, caller.reads);
    requireDebtAction(caller, 'create', item);
    const comment = {
      id: randomUUID(),
      itemId,
      at: clock(),
      by: caller.ref,
      text: readText('text', text),
    };
    await store.addComment(comment);
    return toAnswer(comment);
  }
}

type Place = Pick<DebtComment, 'at' | 'id'>;

/** Where a list goes on of which nothing until a moment is told; undefined: at its beginning. */
function laterOf(
  after: Place | undefined,
  withheldAt: number | null,
): Place | undefined {
  return withheldAt === null || (after && after.at > withheldAt)
    ? after
    : { at: withheldAt + 1, id: '' };
}

function toAnswer({ id, at, by, text }: DebtComment): DebtItemComment {
  return { id, at: toInstant(at), by, text };
}
