import type { DebtLink } from '@opmodel/backstage-plugin-opmodel-common';
import type { DebtNames } from '../items/DebtNames';
import { isSameLink } from './DebtLinkChecks';

/** Who does not see a link cannot have meant to take it away: what somebody says of links, and those that they do not see. */
export function keepHiddenLinks(
  given: readonly DebtLink[],
  before: readonly DebtLink[],
  names: DebtNames,
): DebtLink[] {
  return [
    ...given,
    ...before.filter(
      link =>
        !names.isShown(link) && !given.some(said => isSameLink(said, link)),
    ),
  ];
}
