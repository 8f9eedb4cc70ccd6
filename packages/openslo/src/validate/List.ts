import { isMap } from '../document/isMap';
import type { OpenSloPath } from '../document/OpenSloPath';
import type { Findings } from './Findings';
import { nameOfType } from './nameOfType';
import type { OpenSloRuleId } from './rules';

/** A list in a document, whose maps are read as `Item`. */
export class List<Item> {
  readonly path: OpenSloPath;
  readonly #items: readonly unknown[];
  readonly #findings: Findings;
  readonly #read: (item: Record<string, unknown>, path: OpenSloPath) => Item;

  constructor(
    items: readonly unknown[],
    path: OpenSloPath,
    findings: Findings,
    read: (item: Record<string, unknown>, path: OpenSloPath) => Item,
  ) {
    this.#items = items;
    this.path = path;
    this.#findings = findings;
    this.#read = read;
  }

  get length(): number {
    return this.#items.length;
  }

  find(rule: OpenSloRuleId, message: string): void {
    this.#findings.add(rule, this.path, message);
  }

  /** Its maps; whatever else stands there is found to be of the wrong type, unless `other` takes it. */
  maps(other?: (item: unknown, path: OpenSloPath) => boolean): Item[] {
    return this.#items.flatMap((item, index) => {
      const path = [...this.path, index];
      if (isMap(item)) {
        return [this.#read(item, path)];
      }
      if (!other?.(item, path)) {
        this.#findings.add(
          'type',
          path,
          `An item is a map, and not ${nameOfType(item)}.`,
          typeof item === 'object' ? undefined : item,
        );
      }
      return [];
    });
  }
}
