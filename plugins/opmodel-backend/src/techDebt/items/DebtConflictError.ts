import { ConflictError } from '@backstage/errors';
import type {
  DebtItemVersion,
  PricedDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';

/** Something cannot be done to an item as it is now. It is answered with the item, so that whoever edits it loses nothing. */
export class DebtConflictError extends ConflictError {
  readonly current: PricedDebtItem;
  /** Who changed what since the version that was read, the latest first. */
  readonly changes: DebtItemVersion[];

  constructor(
    message: string,
    options: { current: PricedDebtItem; changes: DebtItemVersion[] },
  ) {
    super(message);
    this.current = options.current;
    this.changes = options.changes;
  }
}
