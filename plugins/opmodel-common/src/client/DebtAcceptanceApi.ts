import type { Acceptance } from './AcceptanceApi';
import type { components } from './openapi.generated';
import type { RequestOptions } from './RequestOptions';

type Schemas = components['schemas'];

/** What is asked for where an item is to stay unpaid until a day. */
export type NewDebtAcceptance = Schemas['NewDebtAcceptance'];
/** An acceptance of an item that holds or is asked for. */
export type DebtItemAcceptance = Schemas['DebtItemAcceptance'];
/** A link of an item, with what it leads to. */
export type DebtLinkAnswer = Schemas['DebtLinkAnswer'];

/** Accepting technical debt. */
export interface DebtAcceptanceApi {
  requestDebtAcceptance(
    itemId: string,
    body: NewDebtAcceptance,
    options?: RequestOptions,
  ): Promise<Acceptance>;
}
