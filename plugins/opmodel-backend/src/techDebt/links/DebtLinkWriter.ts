import { InputError } from '@backstage/errors';
import type { DebtLink } from '@opmodel/backstage-plugin-opmodel-common';
import type { Acceptances } from '../../acceptances/Acceptances';
import type { NamedEntities } from '../../decisions/NamedEntities';
import type { DebtCaller } from '../items/DebtCaller';
import { readDebtNames } from '../items/DebtNames';
import type { CheckedLinks, DebtLinkChecks } from './DebtLinkChecks';
import { keepHiddenLinks } from './keepHiddenLinks';
import { readShownLinks } from './ShownLinks';

/** Takes the links of an item that somebody writes. */
export class DebtLinkWriter {
  readonly #names: Pick<NamedEntities, 'read'>;
  readonly #acceptances: Pick<Acceptances, 'listByIds'>;
  readonly #checks: DebtLinkChecks;

  constructor(options: {
    acceptances: Pick<Acceptances, 'listByIds'>;
    names: Pick<NamedEntities, 'read'>;
    linkChecks: DebtLinkChecks;
  }) {
    this.#acceptances = options.acceptances;
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
    const shown = await readShownLinks(before, names, {
      acceptances: this.#acceptances,
      caller,
    });
    // Who writes one that is hidden from them guesses: they are not told that they are right.
    const seen = before.filter(link => shown.show(link));
    const checked = await this.#checks.read(links, caller);
    refuseProblem(checked, links, seen);
    return keepHiddenLinks(links, before, shown);
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
