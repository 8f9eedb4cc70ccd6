import type { components, operations } from './openapi.generated';
import type { RequestOptions } from './RequestOptions';

type Query = NonNullable<operations['getDebtPlaces']['parameters']['query']>;

/** What is owed today, by place. */
export type DebtPlaces = components['schemas']['DebtPlaces'];
/** What is owed today in one system or domain, or by one owner. */
export type DebtPlace = components['schemas']['DebtPlace'];

/** Where debt lies. */
export interface DebtPlacesApi {
  getDebtPlaces(query?: Query, options?: RequestOptions): Promise<DebtPlaces>;
}
