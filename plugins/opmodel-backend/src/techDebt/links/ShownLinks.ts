import {
  type DebtLink,
  opmodelAcceptanceReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Acceptances } from '../../acceptances/Acceptances';
import type { DebtCaller } from '../items/DebtCaller';
import type { DebtNames } from '../items/DebtNames';

/** Links as somebody may know them, wherever they are told. */
export interface ShownLinks {
  /** Undefined: nothing of it. How an acceptance is called is told to nobody who may not see it, whoever linked it by that name. */
  show(link: DebtLink): DebtLink | undefined;
  /** How an acceptance is called; undefined: it may not be seen, or there is none. */
  titleOfExemption(id: string): string | undefined;
}

/** @param links - all that are told together, so that acceptances are looked up once */
export async function readShownLinks(
  links: readonly DebtLink[],
  names: DebtNames,
  {
    acceptances,
    caller,
  }: {
    acceptances: Pick<Acceptances, 'listByIds'>;
    caller: Pick<DebtCaller, 'seeing'>;
  },
): Promise<ShownLinks> {
  const exemptions = links.filter(({ type }) => type === 'exemption');
  const found =
    exemptions.length === 0
      ? []
      : await acceptances.listByIds(
          [...new Set(exemptions.map(({ ref }) => ref))],
          await caller.seeing(opmodelAcceptanceReadPermission),
        );
  const titles = new Map(found.map(({ id, title }) => [id, title]));
  return {
    show: link => {
      if (!names.isShown(link)) {
        return undefined;
      }
      return link.type === 'exemption' && !titles.has(link.ref)
        ? { ...link, title: null }
        : link;
    },
    titleOfExemption: id => titles.get(id),
  };
}
