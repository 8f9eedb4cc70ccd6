import {
  type DebtItem,
  type DebtLink,
  type DebtLinkAnswer,
  opmodelAcceptanceReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Acceptances } from '../../acceptances/Acceptances';
import type { DebtCaller } from '../items/DebtCaller';
import { type DebtNames, entityOfLink } from '../items/DebtNames';

/** Tells what links lead to, as far as their reader may see that. */
export class DebtLinkReader {
  readonly #acceptances: Pick<Acceptances, 'listByIds'>;

  constructor(options: { acceptances: Pick<Acceptances, 'listByIds'> }) {
    this.#acceptances = options.acceptances;
  }

  /**
   * @param items - all that are told together, so that each kind of thing is looked up once
   * @returns what each of their links leads to; undefined for one that may not be shown
   */
  async read(
    items: readonly Pick<DebtItem, 'links'>[],
    names: DebtNames,
    caller: Pick<DebtCaller, 'seeing'>,
  ): Promise<(link: DebtLink) => DebtLinkAnswer | undefined> {
    const exemptions = await this.#readExemptions(
      items
        .flatMap(({ links }) => links)
        .filter(({ type }) => type === 'exemption'),
      caller,
    );
    return link => {
      if (!names.isShown(link)) {
        return undefined;
      }
      return link.type === 'exemption'
        ? toExemption(link, exemptions.get(link.ref))
        : { ...link, ...placeOf(link, names) };
    };
  }

  /** Titles of acceptances that the caller may see, by their ids. */
  async #readExemptions(
    links: readonly DebtLink[],
    caller: Pick<DebtCaller, 'seeing'>,
  ): Promise<ReadonlyMap<string, string>> {
    if (links.length === 0) {
      return new Map();
    }
    const found = await this.#acceptances.listByIds(
      [...new Set(links.map(({ ref }) => ref))],
      await caller.seeing(opmodelAcceptanceReadPermission),
    );
    return new Map(found.map(({ id, title }) => [id, title]));
  }
}

/** How an acceptance is called is told to nobody who may not see it, whoever linked it by that name. */
function toExemption(
  { type, ref, title }: DebtLink,
  found: string | undefined,
): DebtLinkAnswer {
  return found === undefined
    ? { type, ref, title: null, state: 'unresolved', path: null }
    : {
        type,
        ref,
        title: title ?? found,
        state: 'resolved',
        path: `/acceptances?box=all&id=${encodeURIComponent(ref)}`,
      };
}

/** Where a link leads that is not looked up elsewhere: out of the portal, or to a document of the catalog. */
function placeOf(
  link: DebtLink,
  names: DebtNames,
): Pick<DebtLinkAnswer, 'state' | 'path'> {
  switch (link.type) {
    case 'issue':
    case 'pull_request':
    case 'adr':
      return { state: 'external', path: null };
    case 'slo':
    case 'check': {
      const ref = entityOfLink(link)!;
      const [, namespace, name] = /^[^:]+:([^/]+)\/(.+)$/.exec(ref) ?? [];
      const pages = link.type === 'slo' ? 'slos' : 'scorecards';
      // What is no document of the catalog may be written in the portal: nothing is said of it.
      return names.get(ref)?.exists && name !== undefined
        ? {
            state: 'resolved',
            path: `/${pages}/${encodeURIComponent(
              namespace,
            )}/${encodeURIComponent(name)}`,
          }
        : {};
    }
    default:
      return {};
  }
}
