import type {
  DebtItem,
  DebtLink,
  DebtLinkAnswer,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Acceptances } from '../../acceptances/Acceptances';
import type { DebtCaller } from '../items/DebtCaller';
import { type DebtNames, entityOfLink } from '../items/DebtNames';
import { readShownLinks } from './ShownLinks';

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
    const shown = await readShownLinks(
      items.flatMap(({ links }) => links),
      names,
      { acceptances: this.#acceptances, caller },
    );
    return given => {
      const link = shown.show(given);
      if (!link) {
        return undefined;
      }
      return link.type === 'exemption'
        ? toExemption(link, shown.titleOfExemption(link.ref))
        : { ...link, ...placeOf(link, names) };
    };
  }
}

function toExemption(
  link: DebtLink,
  found: string | undefined,
): DebtLinkAnswer {
  const { ref, title } = link;
  return found === undefined
    ? { ...link, state: 'unresolved', path: null }
    : {
        ...link,
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
