import type { DebtLink } from '@opmodel/backstage-plugin-opmodel-common';
import { isSameLink } from './DebtLinkChecks';
import type { ShownLinks } from './ShownLinks';

/**
 * What somebody says of links, and those that they do not see: who does not see a link cannot have meant to take it away, nor how it is
 * called.
 */
export function keepHiddenLinks(
  given: readonly DebtLink[],
  before: readonly DebtLink[],
  shown: ShownLinks,
): DebtLink[] {
  return [
    ...given.map(link => withHiddenTitle(link, before, shown)),
    ...before.filter(
      link => !shown.show(link) && !given.some(said => isSameLink(said, link)),
    ),
  ];
}

function withHiddenTitle(
  link: DebtLink,
  before: readonly DebtLink[],
  shown: ShownLinks,
): DebtLink {
  const known = before.find(one => isSameLink(one, link));
  return known && link.title === null && shown.show(known)?.title === null
    ? known
    : link;
}
