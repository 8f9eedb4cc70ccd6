import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type {
  DebtBulkChange,
  DebtBulkItemResult,
  DebtBulkResult,
  PricedDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import pLimit from 'p-limit';
import { readText } from '../../lib/readText';
import { DebtConflictError } from '../items/DebtConflictError';
import { type DebtCaller, requireSomeDebtAction } from '../items/DebtCaller';
import type { DebtItemService } from '../items/DebtItemService';
import { readDebtEdit } from '../items/readDebtBodies';

/** Items that are changed at once for one request, each in a transaction of its own. */
const AT_ONCE = 4;

type Outcome = Omit<DebtBulkItemResult, 'id'>;

/** Changes several items in the same way. */
export class BulkDebtService {
  readonly #options: {
    items: Pick<DebtItemService, 'change' | 'changeStatus'>;
    clock: () => number;
  };

  constructor(options: {
    items: Pick<DebtItemService, 'change' | 'changeStatus'>;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /**
   * Changes each of the items by itself, as somebody does who changes one after the other.
   *
   * @throws NotAllowedError without the permission for any item
   * @throws InputError that names the field, where the change is none
   */
  async change(
    body: DebtBulkChange,
    caller: DebtCaller,
  ): Promise<DebtBulkResult> {
    requireSomeDebtAction(caller, 'update');
    this.#refuseNonsense(body);
    const limit = pLimit(AT_ONCE);
    const items = await Promise.all(
      body.items.map(({ id, version }) =>
        limit(async () => ({
          id,
          ...(await this.#tell(
            () => this.#changeOne(id, version, body, caller),
            version,
          )),
        })),
      ),
    );
    const counts: DebtBulkResult['counts'] = {
      changed: 0,
      unchanged: 0,
      conflict: 0,
      not_allowed: 0,
      not_found: 0,
      bad: 0,
    };
    for (const { outcome } of items) {
      counts[outcome] += 1;
    }
    return { counts, items };
  }

  async #changeOne(
    id: string,
    version: number,
    { fields, status, note }: DebtBulkChange,
    caller: DebtCaller,
  ): Promise<PricedDebtItem> {
    const { items } = this.#options;
    return status
      ? items.changeStatus(id, { ...status, version, note }, caller)
      : items.change(id, { ...fields, version, note }, caller);
  }

  async #tell(
    change: () => Promise<PricedDebtItem>,
    seen: number,
  ): Promise<Outcome> {
    try {
      const { version } = await change();
      const outcome = version === seen ? 'unchanged' : 'changed';
      return { outcome, version, field: null, message: null };
    } catch (error) {
      return tellError(error);
    }
  }

  #refuseNonsense({ items, fields, status }: DebtBulkChange): void {
    if ((fields === undefined) === (status === undefined)) {
      throw new InputError("'fields' or 'status' must be there, and not both");
    }
    const ids = items.map(({ id }, at) => readText(`items[${at}].id`, id));
    const again = ids.findIndex((id, at) => ids.indexOf(id) < at);
    if (again >= 0) {
      throw new InputError(
        `'items[${again}].id' must be another than those before, got '${ids[again]}'`,
      );
    }
    if (fields) {
      // What is wrong with the change is wrong for all of them.
      readDebtEdit(fields, this.#options.clock());
    }
  }
}

function tellError(error: unknown): Outcome {
  if (error instanceof DebtConflictError) {
    const { current, message } = error;
    const outcome = 'conflict' as const;
    return { outcome, version: current.version, field: null, message };
  }
  if (error instanceof NotFoundError) {
    const { message } = error;
    return { outcome: 'not_found', version: null, field: null, message };
  }
  if (error instanceof NotAllowedError) {
    const { message } = error;
    return { outcome: 'not_allowed', version: null, field: null, message };
  }
  if (error instanceof InputError) {
    const { message } = error;
    const field = /^'([^']+)'/.exec(message)?.[1] ?? null;
    return { outcome: 'bad', version: null, field, message };
  }
  throw error;
}
