import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  type DebtFlowReport,
  type DebtMatrix,
  type DebtPlaces,
  type DebtSummary,
  debtTemplates,
  type DebtTemplateList,
  type DebtTopTen,
  type EntityTechDebt,
  type PayingOrder,
  standingDebtStatuses,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import { titleOf } from '../../decisions/NamedEntities';
import type { MeasuredInterestReader } from '../reports/MeasuredInterestReader';
import type { DebtCallers } from './DebtCaller';
import type { DebtFlowAsked, DebtFlowReader } from './DebtFlowReader';
import type { DebtPlaceKind } from './DebtItemStore';
import type { DebtListReader, DebtPage } from './DebtListReader';
import type { DebtPlaceReader } from './DebtPlaceReader';
import type { AskedDebt, DebtSelections } from './DebtSelections';
import type { DebtSummaryReader } from './DebtSummaryReader';
import type { DebtTopReader } from './DebtTopReader';

/**
 * By what the debt of an entity is counted. A group owes what it and the groups below it answer for, wherever that lies: what others are to
 * pay for on its entities is theirs.
 */
function countedBy({ kind }: Pick<CatalogEntity, 'kind'>): DebtBasis {
  switch (kind) {
    case 'group':
      return 'owner';
    case 'system':
    case 'domain':
      return 'scope';
    default:
      return 'entity';
  }
}

/** Which items those of an entity are. */
function askedOf(entityRef: string, basis: DebtBasis): AskedDebt {
  switch (basis) {
    case 'owner':
      return { owners: [entityRef], descendants: true };
    case 'scope':
      return { scopeRef: entityRef };
    default:
      return { entityRef };
  }
}

type DebtBasis = EntityTechDebt['countedBy'];

/** What totals are made by. */
export interface AuthorizedDebtTotalsServiceOptions {
  callers: DebtCallers;
  catalog: Pick<CatalogStore, 'getEntity'>;
  selections: DebtSelections;
  lists: DebtListReader;
  measured: MeasuredInterestReader;
  summaries: DebtSummaryReader;
  flows: DebtFlowReader;
  places: DebtPlaceReader;
  tops: DebtTopReader;
}

/**
 * What items come to together, for somebody: every call resolves what the caller may see.
 *
 * Each method throws NotAllowedError when the caller may read no technical debt at all.
 */
export class AuthorizedDebtTotalsService {
  readonly #options: AuthorizedDebtTotalsServiceOptions;

  constructor(options: AuthorizedDebtTotalsServiceOptions) {
    this.#options = options;
  }

  async summarise(
    asked: AskedDebt,
    credentials: BackstageCredentials,
  ): Promise<DebtSummary> {
    const { callers, selections, summaries } = this.#options;
    const caller = await callers.resolve(credentials);
    return summaries.summarise(
      await selections.resolve(asked, caller),
      selections.today(),
    );
  }

  async layOut(
    asked: AskedDebt,
    credentials: BackstageCredentials,
  ): Promise<DebtMatrix> {
    const { callers, selections, summaries } = this.#options;
    const caller = await callers.resolve(credentials);
    return summaries.layOut(
      await selections.resolve(
        { ...asked, statuses: asked.statuses ?? standingDebtStatuses },
        caller,
      ),
    );
  }

  async locate(
    asked: AskedDebt,
    by: DebtPlaceKind,
    credentials: BackstageCredentials,
  ): Promise<DebtPlaces> {
    const { callers, selections, places } = this.#options;
    const caller = await callers.resolve(credentials);
    return places.read(
      await selections.resolve(asked, caller),
      by,
      selections.today(),
    );
  }

  async getFlow(
    asked: AskedDebt,
    flow: DebtFlowAsked,
    credentials: BackstageCredentials,
  ): Promise<DebtFlowReport> {
    const { callers, selections, flows } = this.#options;
    const caller = await callers.resolve(credentials);
    return flows.read(await selections.resolve(asked, caller), flow);
  }

  async getTopTen(
    asked: AskedDebt,
    top: { order: PayingOrder; count: number },
    credentials: BackstageCredentials,
  ): Promise<DebtTopTen> {
    const { callers, selections, tops } = this.#options;
    const caller = await callers.resolve(credentials);
    return tops.read(await selections.resolve(asked, caller), top, caller);
  }

  /** How the kinds of debt that recur are written down; the same for everybody who reads debt. */
  async listTemplates(
    credentials: BackstageCredentials,
  ): Promise<DebtTemplateList> {
    await this.#options.callers.resolve(credentials);
    return { items: debtTemplates as DebtTemplateList['items'] };
  }

  /**
   * @param asked - which of its items; the summary tells of all of them
   * @throws NotFoundError when there is no such entity, or it may not be seen
   */
  async getEntityDebt(
    entityRef: string,
    asked: AskedDebt,
    page: DebtPage,
    credentials: BackstageCredentials,
  ): Promise<EntityTechDebt> {
    const { callers, catalog, selections, lists, measured, summaries } =
      this.#options;
    const caller = await callers.resolve(credentials);
    const entity = await catalog.getEntity(entityRef, caller.reads);
    if (!entity) {
      throw new NotFoundError(`No entity '${entityRef}' in the catalog`);
    }
    const basis = countedBy(entity);
    const isRollUp = basis !== 'entity';
    const whole = askedOf(entityRef, basis);
    const part = { ...asked, ...whole };
    const [all, selected] = await Promise.all([
      selections.resolve(whole, caller),
      selections.resolve(part, caller),
    ]);
    const [summary, measuredInterest, items] = await Promise.all([
      summaries.summarise(all, selections.today()),
      measured.ofPlace(
        isRollUp ? { scopeRef: entityRef } : { entityRef },
        caller.reads,
      ),
      lists.list(selected, page, part, caller),
    ]);
    return {
      entityRef,
      title: titleOf(entity),
      isRollUp,
      countedBy: basis,
      summary,
      measuredInterest,
      ...items,
    };
  }
}
