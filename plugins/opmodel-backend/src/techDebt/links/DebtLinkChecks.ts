import type {
  DebtFieldProblem,
  DebtLink,
  DebtLinkType,
} from '@opmodel/backstage-plugin-opmodel-common';
import { groupBy } from 'lodash';
import type { DebtCaller } from '../items/DebtCaller';
import type { LinkTargets } from './LinkTarget';

/** What of a link says where it leads. */
export type LinkKey = Pick<DebtLink, 'type' | 'ref'>;

/** Holds links to what is there and may be seen. What is hidden is refused in the words that are used of what does not exist. */
export interface CheckedLinks {
  /** Whether a link leads to something that is there and may be seen, or nobody can look that up. */
  leads(link: LinkKey): boolean;

  /**
   * The first of the links that leads to nothing.
   *
   * @param kept - those that were there before, whatever became of what they lead to since
   */
  findProblem(
    links: readonly LinkKey[],
    kept: readonly LinkKey[],
  ): DebtFieldProblem | null;
}

/** Looks up what links lead to. */
export class DebtLinkChecks {
  readonly #targets: LinkTargets;

  constructor(options: { targets: LinkTargets }) {
    this.#targets = options.targets;
  }

  /** @param links - all that are asked about, so that each kind of thing is looked up once */
  async read(
    links: readonly LinkKey[],
    caller: Pick<DebtCaller, 'seeing'>,
  ): Promise<CheckedLinks> {
    const found = new Map(
      await Promise.all(
        Object.entries(groupBy(links, 'type')).map(
          async ([type, ofType]) =>
            [
              type,
              await this.#find(
                type as DebtLinkType,
                ofType.map(({ ref }) => ref),
                caller,
              ),
            ] as const,
        ),
      ),
    );
    const leads = ({ type, ref }: LinkKey) => found.get(type)?.has(ref) ?? true;
    return {
      leads,
      findProblem: (given, kept) => {
        const place = given.findIndex(
          link => !leads(link) && !kept.some(known => isSameLink(known, link)),
        );
        return place < 0 ? null : this.#problemOf(given[place], place);
      },
    };
  }

  /** Undefined: nobody can look them up. */
  async #find(
    type: DebtLinkType,
    refs: readonly string[],
    caller: Pick<DebtCaller, 'seeing'>,
  ): Promise<ReadonlySet<string> | undefined> {
    const target = this.#targets[type];
    return target?.find(
      [...new Set(refs)],
      await caller.seeing(target.readPermission),
    );
  }

  #problemOf({ type, ref }: LinkKey, place: number): DebtFieldProblem {
    return {
      field: `links[${place}].ref`,
      message: `must be ${
        this.#targets[type]!.what
      } that there is, got '${ref}'`,
    };
  }
}

/** Whether two links lead to the same. */
export function isSameLink(one: LinkKey, other: LinkKey): boolean {
  return one.type === other.type && one.ref === other.ref;
}
