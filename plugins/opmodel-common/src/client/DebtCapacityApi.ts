import type { components, operations } from './openapi.generated';
import type { RequestOptions } from './RequestOptions';

type Query = NonNullable<operations['getDebtCapacity']['parameters']['query']>;

/** The capacity that was agreed for debt against what was spent on it, in a window and in the one before. */
export type DebtCapacity = components['schemas']['DebtCapacity'];
/** The same in one span of days. */
export type DebtCapacitySpan = components['schemas']['DebtCapacitySpan'];

/** How much capacity goes to debt. */
export interface DebtCapacityApi {
  getDebtCapacity(
    query?: Query,
    options?: RequestOptions,
  ): Promise<DebtCapacity>;
}
