import type { components, operations } from './openapi.generated';
import type { RequestOptions } from './RequestOptions';

type Schemas = components['schemas'];
type Query<Id extends keyof operations> = NonNullable<
  operations[Id]['parameters']['query']
>;

/** An item to file. */
export type NewDebtItem = Schemas['NewDebtItem'];
/** What of an item is to become different. */
export type DebtItemEdit = Schemas['DebtItemEdit'];
/** What brings an item into another status. */
export type DebtStatusDeed = Schemas['DebtStatusDeed'];
/** An item that is not filed yet. */
export type DebtDuplicateQuestion = Schemas['DebtDuplicateQuestion'];
/** Something to say of an item. */
export type NewDebtItemComment = Schemas['NewDebtItemComment'];
/** An item in a list, with its prices. */
export type DebtItemRow = Schemas['DebtItemRow'];
/** An item with its prices and its texts. */
export type PricedDebtItem = Schemas['PricedDebtItem'];
/** One page of items. */
export type DebtItemPage = Schemas['DebtItemPage'];
/** An item that was filed, and what it may be the same as. */
export type FiledDebtItem = Schemas['FiledDebtItem'];
/** An item that another one may be the same as. */
export type FoundDebtDuplicate = Schemas['FoundDebtDuplicate'];
/** What one that is not filed yet may be the same as. */
export type DebtDuplicates = Schemas['DebtDuplicates'];
/** Who changed what of an item. */
export type DebtItemVersion = Schemas['DebtItemVersion'];
/** One page of the versions of an item. */
export type DebtItemVersionPage = Schemas['DebtItemVersionPage'];
/** What somebody said of an item. */
export type DebtItemComment = Schemas['DebtItemComment'];
/** One page of comments. */
export type DebtItemCommentPage = Schemas['DebtItemCommentPage'];
/** What is answered to whoever changes an item that somebody else changed in the meantime. */
export type DebtItemConflict = Schemas['DebtItemConflict'];
/** What is owed. */
export type DebtSummary = Schemas['DebtSummary'];
/** Items that stand in one status. */
export type DebtStatusTotal = Schemas['DebtStatusTotal'];
/** Items whose remediation time is over. */
export type DebtBreaches = Schemas['DebtBreaches'];
/** Items by impact and likelihood. */
export type DebtMatrix = Schemas['DebtMatrix'];
/** What happened to debt in each period. */
export type DebtFlowReport = Schemas['DebtFlowReport'];
/** What paying the first items would take and buy. */
export type DebtTopTen = Schemas['DebtTopTen'];
/** How the kinds of debt that recur are written down. */
export type DebtTemplateList = Schemas['DebtTemplateList'];
/** Technical debt of an entity. */
export type EntityTechDebt = Schemas['EntityTechDebt'];
/** What the caller may do with an item. */
export type DebtMay = Schemas['DebtMay'];

/** The register of technical debt. */
export interface TechDebtApi {
  listDebtItems(
    query?: Query<'listDebtItems'>,
    options?: RequestOptions,
  ): Promise<DebtItemPage>;
  createDebtItem(
    body: NewDebtItem,
    options?: RequestOptions,
  ): Promise<FiledDebtItem>;
  findDebtDuplicates(
    body: DebtDuplicateQuestion,
    options?: RequestOptions,
  ): Promise<DebtDuplicates>;
  getDebtItem(
    itemId: string,
    options?: RequestOptions,
  ): Promise<PricedDebtItem>;
  changeDebtItem(
    itemId: string,
    body: DebtItemEdit,
    options?: RequestOptions,
  ): Promise<PricedDebtItem>;
  /** @param version - that was read */
  deleteDebtItem(
    itemId: string,
    version: number,
    options?: RequestOptions,
  ): Promise<void>;
  changeDebtStatus(
    itemId: string,
    body: DebtStatusDeed,
    options?: RequestOptions,
  ): Promise<PricedDebtItem>;
  listDebtItemVersions(
    itemId: string,
    query?: Query<'listDebtItemVersions'>,
    options?: RequestOptions,
  ): Promise<DebtItemVersionPage>;
  listDebtItemComments(
    itemId: string,
    query?: Query<'listDebtItemComments'>,
    options?: RequestOptions,
  ): Promise<DebtItemCommentPage>;
  commentOnDebtItem(
    itemId: string,
    body: NewDebtItemComment,
    options?: RequestOptions,
  ): Promise<DebtItemComment>;
  getDebtSummary(
    query?: Query<'getDebtSummary'>,
    options?: RequestOptions,
  ): Promise<DebtSummary>;
  getDebtMatrix(
    query?: Query<'getDebtMatrix'>,
    options?: RequestOptions,
  ): Promise<DebtMatrix>;
  getDebtFlow(
    query?: Query<'getDebtFlow'>,
    options?: RequestOptions,
  ): Promise<DebtFlowReport>;
  getDebtTopTen(
    query?: Query<'getDebtTopTen'>,
    options?: RequestOptions,
  ): Promise<DebtTopTen>;
  listDebtTemplates(options?: RequestOptions): Promise<DebtTemplateList>;
  getEntityTechDebt(
    entityRef: string,
    query?: Query<'getEntityTechDebt'>,
    options?: RequestOptions,
  ): Promise<EntityTechDebt>;
}
