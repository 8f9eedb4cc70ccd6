import { mockServices } from '@backstage/backend-test-utils';
import {
  type DebtItem,
  noEstimate,
  ordinaryRemediationDays,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { AcceptanceRecord } from '../acceptances/Acceptances';
import { FakeComponentCatalog } from '../catalog/FakeComponentCatalog';
import { seesAll, type Visibility } from '../catalog/Visibility';
import type { EntityPermission } from '../catalog/VisibilityResolver';
import { NamedEntities } from '../decisions/NamedEntities';
import { entityOf, scanEntities } from './catalog';
import { FakeDebtExchangeStore } from '../techDebt/exchange/FakeDebtExchangeStore';
import type { DebtAction, DebtCaller } from '../techDebt/items/DebtCaller';
import { DebtDescriber } from '../techDebt/items/DebtDescriber';
import { DebtHistoryReader } from '../techDebt/items/DebtHistoryReader';
import { DebtItemService } from '../techDebt/items/DebtItemService';
import type { DebtItemResource } from '../techDebt/items/debtPermissionRules';
import { DuplicateFinder } from '../techDebt/items/DuplicateFinder';
import { FakeDebtItemStore } from '../techDebt/items/FakeDebtItemStore';
import { DebtLinkChecks } from '../techDebt/links/DebtLinkChecks';
import type { LinkTargets } from '../techDebt/links/LinkTarget';

/** The moment of the tests, epoch milliseconds. */
export const debtNow = Date.parse('2026-06-01T12:00:00Z');

export const shop = 'group:default/shop';
export const mail = 'group:default/mail';
export const cart = 'component:default/cart';
export const post = 'component:default/post';
/** Hidden from whoever does not see what is confidential, as its owner is. */
export const vault = 'component:default/vault';
export const guards = 'group:default/guards';

/** Sees all but what is confidential. */
export const seesPublic: Visibility = {
  type: 'condition',
  condition: { not: { key: 'metadata.labels.confidential' } },
};

/** An open item on the cart. */
export function debtItemOf(overrides: Partial<DebtItem> = {}): DebtItem {
  return {
    id: 'item-1',
    version: 1,
    externalId: null,
    title: 'Old queue',
    description: null,
    entityRefs: [cart],
    ownerRef: shop,
    category: 'code',
    intent: null,
    prudence: null,
    severity: null,
    estimate: noEstimate,
    businessImpact: null,
    remediationPlan: null,
    targetDate: null,
    reviewDate: null,
    links: [],
    status: 'open',
    reportedBy: 'user:default/ada',
    origin: { type: 'person' },
    createdAt: debtNow,
    updatedAt: debtNow,
    statusSince: debtNow,
    resolvedAt: null,
    resolution: null,
    acceptedUntil: null,
    acceptedBy: null,
    ...overrides,
  };
}

/** Somebody who sees and may do all, unless it is said otherwise. */
export function debtCallerOf({
  reads = seesAll,
  seeing = () => reads,
  may = () => true,
}: {
  reads?: Visibility;
  seeing?: (permission: EntityPermission) => Visibility;
  may?: (action: DebtAction, resource: DebtItemResource) => boolean;
} = {}): DebtCaller {
  return {
    ref: 'user:default/ada',
    isPerson: true,
    actor: null,
    reads,
    seeing: async permission => seeing(permission),
    mayDoSome: () => true,
    mayDo: may,
  };
}

/** A register in memory with what its services stand on. */
export async function createDebtGround({
  targets = {},
  acceptances: held = [],
}: {
  targets?: LinkTargets;
  /** Read anew with each question. */
  acceptances?: AcceptanceRecord[];
} = {}) {
  const confidential = { labels: { confidential: 'true' } };
  const catalog = new FakeComponentCatalog();
  await scanEntities(
    catalog,
    [
      entityOf(shop),
      entityOf(mail),
      entityOf(guards, confidential),
      entityOf(cart, { ownedBy: shop }),
      entityOf(post, { ownedBy: mail }),
      entityOf(vault, { ownedBy: guards, ...confidential }),
    ],
    { now: debtNow },
  );
  const store = new FakeDebtItemStore(catalog);
  const given = {
    store,
    catalog,
    names: new NamedEntities({ catalog }),
    linkChecks: new DebtLinkChecks({ targets }),
    acceptances: acceptancesOf(held),
    logger: mockServices.logger.mock(),
    settings: { remediationDays: ordinaryRemediationDays, dayRate: null },
    zone: 'UTC',
    clock: () => debtNow,
  };
  return {
    ...given,
    exchange: new FakeDebtExchangeStore(store),
    items: new DebtItemService({
      ...given,
      describer: new DebtDescriber(given),
      duplicates: new DuplicateFinder(given),
      histories: new DebtHistoryReader(given),
    }),
    async add(overrides: Partial<DebtItem> = {}): Promise<DebtItem> {
      const item = debtItemOf(overrides);
      const { reportedBy: by } = item;
      await store.create(item, { at: item.createdAt, by, note: null });
      return item;
    },
  };
}

function acceptancesOf(held: AcceptanceRecord[]) {
  const approved = ({ state }: AcceptanceRecord) => state === 'approved';
  return {
    listByIds: async (ids: readonly string[], { type }: Visibility) =>
      held.filter(({ id }) => type !== 'none' && ids.includes(id)),
    listOpen: async ({
      subject,
      subjectRefs,
    }: {
      subject: string;
      subjectRefs?: readonly string[];
    }) =>
      held
        .filter(
          one =>
            one.subject === subject &&
            (subjectRefs?.includes(one.subjectRef!) ?? true),
        )
        .map(one => ({ ...one, isInForce: approved(one) })),
    listInForce: async ({ subject }: { subject: string }) =>
      held.filter(one => one.subject === subject && approved(one)),
    end: async () => {},
  };
}
