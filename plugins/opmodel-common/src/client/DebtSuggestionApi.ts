import type { components, operations } from './openapi.generated';
import type { RequestOptions } from './RequestOptions';

type Schemas = components['schemas'];
type Query<Id extends keyof operations> = NonNullable<
  operations[Id]['parameters']['query']
>;

/** Debt that a source found, in a list. */
export type DebtSuggestionRow = Schemas['DebtSuggestionRow'];
/** Debt that a source found, with what speaks for it. */
export type DebtSuggestionDetail = Schemas['DebtSuggestionDetail'];
/** One page of suggestions. */
export type DebtSuggestionPage = Schemas['DebtSuggestionPage'];
/** Where a suggestion stands. */
export type DebtSuggestionStateName = Schemas['DebtSuggestionStateName'];
/** How a suggestion is filed. */
export type DebtSuggestionPromotion = Schemas['DebtSuggestionPromotion'];
/** What of an item is to be other than a suggestion proposes. */
export type DebtSuggestionItemFields = Schemas['DebtSuggestionItemFields'];
/** A suggestion and the item that it became. */
export type PromotedDebtSuggestion = Schemas['PromotedDebtSuggestion'];
/** Why a suggestion is dismissed. */
export type DebtSuggestionDismissal = Schemas['DebtSuggestionDismissal'];
/** What is decided of several suggestions. */
export type DebtSuggestionDecisions = Schemas['DebtSuggestionDecisions'];
/** What became of one of several suggestions. */
export type DebtSuggestionResult = Schemas['DebtSuggestionResult'];
/** What became of several suggestions. */
export type DebtSuggestionResults = Schemas['DebtSuggestionResults'];
/** What debt is looked for by, and how that goes. */
export type DebtSuggestionSourceState = Schemas['DebtSuggestionSourceState'];
/** All that debt is looked for by. */
export type DebtSuggestionSourceList = Schemas['DebtSuggestionSourceList'];

/** Debt that sources find by themselves, for people to decide. */
export interface DebtSuggestionApi {
  listDebtSuggestions(
    query?: Query<'listDebtSuggestions'>,
    options?: RequestOptions,
  ): Promise<DebtSuggestionPage>;
  getDebtSuggestion(
    suggestionId: string,
    options?: RequestOptions,
  ): Promise<DebtSuggestionDetail>;
  promoteDebtSuggestion(
    suggestionId: string,
    body?: DebtSuggestionPromotion,
    options?: RequestOptions,
  ): Promise<PromotedDebtSuggestion>;
  dismissDebtSuggestion(
    suggestionId: string,
    body: DebtSuggestionDismissal,
    options?: RequestOptions,
  ): Promise<DebtSuggestionRow>;
  /** Takes a dismissal back. */
  putBackDebtSuggestion(
    suggestionId: string,
    options?: RequestOptions,
  ): Promise<DebtSuggestionRow>;
  decideDebtSuggestions(
    body: DebtSuggestionDecisions,
    options?: RequestOptions,
  ): Promise<DebtSuggestionResults>;
  listDebtSuggestionSources(
    options?: RequestOptions,
  ): Promise<DebtSuggestionSourceList>;
}
