import { InputError } from '@backstage/errors';
import type { DebtLink } from '@opmodel/backstage-plugin-opmodel-common';
import type { NamedEntities } from '../../decisions/NamedEntities';
import type { DebtCaller } from '../items/DebtCaller';
import { readDebtNames } from '../items/DebtNames';
import {
  type CheckedLinks,
  type DebtLinkChecks,
  isSameLink,
} from './DebtLinkChecks';
import { keepHiddenLinks } from './keepHiddenLinks';

/** Takes the links of an item that somebody writes. */
export class DebtLinkWriter {
  readonly #names: Pick<NamedEntities, 'read'>;
  readonly #checks: DebtLinkChecks;

  constructor(options: {
    names: Pick<NamedEntities, 'read'>;
    linkChecks: DebtLinkChecks;
  }) {
    this.#names = options.names;
    this.#checks = options.linkChecks;
  }

  /**
   * @param kept - those that nobody has to look up, such as the ones that came with what an item is made of
   * @throws InputError that names the first that leads to nothing, or to nothing that the caller may see
   */
  async require(
    links: readonly DebtLink[],
    kept: readonly DebtLink[],
    caller: DebtCaller,
  ): Promise<void> {
    refuseProblem(await this.#checks.read(links, caller), links, kept);
  }

  /**
   * The links of an item for which somebody writes others. Those that it has stay where they are written again, also where they have
   * come to lead to nothing, and where the caller does not see them.
   *
   * @throws InputError that names the first new one that leads to nothing, or to nothing that the caller may see
   */
  async replace(
    before: readonly DebtLink[],
    links: readonly DebtLink[],
    caller: DebtCaller,
  ): Promise<DebtLink[]> {
    const names = await readDebtNames(
      this.#names,
      { refs: [], links: before },
      caller.reads,
    );
    // Who writes one that is hidden from them guesses: they are not told that they are right.
    const seen = before.filter(link => names.isShown(link));
    const checked = await this.#checks.read(links, caller);
    refuseProblem(checked, links, seen);
    return keepHiddenLinks(
      links.map(link => withHiddenTitle(link, before, checked)),
      before,
      names,
    );
  }
}

function refuseProblem(
  checked: CheckedLinks,
  links: readonly DebtLink[],
  kept: readonly DebtLink[],
): void {
  const problem = checked.findProblem(links, kept);
  if (problem) {
    throw new InputError(`'${problem.field}' ${problem.message}`);
  }
}

/** How an exemption is called is told to nobody who does not see it: who writes none cannot have meant to take it away. */
function withHiddenTitle(
  link: DebtLink,
  before: readonly DebtLink[],
  checked: CheckedLinks,
): DebtLink {
  return link.type === 'exemption' &&
    link.title === null &&
    !checked.leads(link)
    ? before.find(known => isSameLink(known, link)) ?? link
    : link;
}
