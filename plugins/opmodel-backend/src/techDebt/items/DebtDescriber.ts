import {
  debtAge,
  debtDeedsOfPeople,
  type DebtItem,
  type DebtItemRow,
  type PricedDebtItem,
  priceDebt,
  remediationTime,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Acceptances } from '../../acceptances/Acceptances';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { NamedEntities } from '../../decisions/NamedEntities';
import { toInstant } from '../../lib/instants';
import { DebtItemAcceptances } from '../acceptances/DebtItemAcceptances';
import { DebtLinkReader } from '../links/DebtLinkReader';
import type { TechDebtSettings } from '../techDebtSettings';
import type { DebtCaller } from './DebtCaller';
import { type DebtNames, readDebtNames } from './DebtNames';
import {
  documentOfItem,
  givesStatus,
  isKeptByDocument,
  shownOrigin,
} from './KeepingDocument';

/** What items are described with. */
export interface DebtDescriberOptions {
  acceptances: Pick<Acceptances, 'listByIds' | 'listOpen'>;
  catalog: Pick<CatalogStore, 'existingRefs'>;
  names: Pick<NamedEntities, 'read'>;
  settings: TechDebtSettings;
  /** IANA zone of the days. */
  zone: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Tells of items what they cost, how old they are and what their reader may do with them. */
export class DebtDescriber {
  readonly #options: DebtDescriberOptions;
  readonly #acceptances: DebtItemAcceptances;
  readonly #links: DebtLinkReader;

  constructor(options: DebtDescriberOptions) {
    this.#options = options;
    this.#acceptances = new DebtItemAcceptances(options);
    this.#links = new DebtLinkReader(options);
  }

  /** Rows of a list, without the long texts. */
  async describeAll(
    items: readonly DebtItem[],
    caller: DebtCaller,
  ): Promise<DebtItemRow[]> {
    const names = await readDebtNames(
      this.#options.names,
      {
        refs: items.flatMap(namedBy),
        links: items.flatMap(({ links }) => links),
      },
      caller.reads,
    );
    const linkOf = await this.#links.read(items, names, caller);
    const now = this.#options.clock();
    return items.map(item => ({
      ...this.#describeRow(item, caller, names, now),
      links: item.links.flatMap(link => linkOf(link) ?? []),
    }));
  }

  async describe(item: DebtItem, caller: DebtCaller): Promise<PricedDebtItem> {
    const [[row], accepted] = await Promise.all([
      this.describeAll([item], caller),
      this.#acceptances.read(item, caller),
    ]);
    const { description, businessImpact, remediationPlan } = item;
    const { resolution, acceptedBy } = item;
    return {
      ...row,
      description,
      businessImpact,
      remediationPlan,
      resolution,
      acceptedBy,
      ...accepted,
    };
  }

  #describeRow(
    item: DebtItem,
    caller: DebtCaller,
    names: DebtNames,
    now: number,
  ): Omit<DebtItemRow, 'links'> {
    const { settings, zone } = this.#options;
    const owner = names.get(item.ownerRef);
    const mayChange = caller.mayDo('update', item);
    const isKept = isKeptByDocument(item, names);
    return {
      id: item.id,
      version: item.version,
      externalId: item.externalId,
      title: item.title,
      entities: item.entityRefs.flatMap(ref => names.get(ref) ?? []),
      ownerRef: owner?.ref ?? null,
      ownerTitle: owner?.title ?? null,
      category: item.category,
      intent: item.intent,
      prudence: item.prudence,
      severity: item.severity,
      estimate: item.estimate,
      targetDate: item.targetDate,
      reviewDate: item.reviewDate,
      status: item.status,
      reportedBy: item.reportedBy,
      origin: shownOrigin(item, names),
      createdAt: toInstant(item.createdAt),
      updatedAt: toInstant(item.updatedAt),
      statusSince: toInstant(item.statusSince),
      resolvedAt: toInstant(item.resolvedAt),
      acceptedUntil: item.acceptedUntil,
      // Each list of a price is made for it alone, so that nobody minds who may write it.
      prices: priceDebt(
        item.estimate,
        settings.dayRate,
      ) as DebtItemRow['prices'],
      age: debtAge(item, now, zone),
      remediation: remediationTime(item, now, zone, settings.remediationDays),
      may: {
        change: mayChange && !isKept,
        delete: caller.mayDo('delete', item) && !isKept,
        comment: caller.mayDo('create', item),
        deeds: (mayChange && !(isKept && givesStatus(item))
          ? debtDeedsOfPeople(item.status)
          : []) as DebtItemRow['may']['deeds'],
      },
    };
  }
}

/** The entities that an item names, beside its links. */
function namedBy(item: DebtItem): string[] {
  const document = documentOfItem(item);
  const refs = [...item.entityRefs, item.ownerRef];
  return document === undefined ? refs : [...refs, document];
}
