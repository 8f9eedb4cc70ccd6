import type { Entity } from '@backstage/catalog-model';
import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import { entityOf, scanEntities } from '../../testing/catalog';
import { DecisionApprovers } from '../DecisionApprovers';
import { EscalationReader } from '../EscalationReader';
import { NamedEntities } from '../NamedEntities';
import { OperatingDocuments } from '../OperatingDocuments';
import { OwnerChain } from '../OwnerChain';
import { RightsReader } from '../RightsReader';

/** Refs of the world below. */
export const refs = {
  checkout: 'component:default/checkout',
  vault: 'component:default/vault',
  orphan: 'component:default/orphan',
  hobby: 'component:default/hobby',
  selling: 'system:default/selling',
  retail: 'domain:default/retail',
  shop: 'group:default/shop',
  money: 'group:default/money',
  board: 'group:default/board',
  guards: 'group:default/guards',
  ada: 'user:default/ada',
} as const;

/** A document of the operating model. */
export function documentOf(
  kind: 'DecisionRights' | 'DecisionForum' | 'EscalationPath',
  name: string,
  spec: object,
): Entity {
  return entityOf(`${kind.toLowerCase()}:default/${name}`, {
    spec: spec as Entity['spec'],
  });
}

/** Shop is below money, money below the board; the guards are by themselves. Checkout is in selling, and that in retail. */
export function operatingEntities(): Entity[] {
  return [
    entityOf(refs.checkout, { ownedBy: refs.shop, partOf: refs.selling }),
    entityOf(refs.vault, { ownedBy: refs.guards }),
    entityOf(refs.orphan, { partOf: refs.selling }),
    entityOf(refs.hobby, { ownedBy: refs.ada }),
    entityOf(refs.selling, { ownedBy: refs.money, partOf: refs.retail }),
    entityOf(refs.retail, { ownedBy: refs.board }),
    entityOf(refs.shop, {
      childOf: refs.money,
      spec: { profile: { displayName: 'Shop', email: 'shop@example.com' } },
    }),
    entityOf(refs.money, { childOf: refs.board, title: 'Money' }),
    entityOf(refs.board),
    entityOf(refs.guards),
    entityOf(refs.ada, { memberOf: refs.shop }),
  ];
}

/** What answers of the operating model, on a catalog in memory that was scanned once. */
export async function startOperatingWorld(...documents: Entity[]) {
  const catalog = new FakeCatalogStore();
  await scanEntities(catalog, [...operatingEntities(), ...documents]);
  const ground = {
    catalog,
    documents: new OperatingDocuments({ catalog }),
    names: new NamedEntities({ catalog }),
    owners: new OwnerChain({ catalog }),
  };
  return {
    ...ground,
    approvers: new DecisionApprovers(ground),
    escalations: new EscalationReader(ground),
    rights: new RightsReader(ground),
  };
}
