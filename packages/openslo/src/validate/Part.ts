import type { OpenSloPath } from '../document/OpenSloPath';
import { isMap } from '../document/isMap';
import type { Findings } from './Findings';
import { List } from './List';
import { nameOfType } from './nameOfType';
import { nearestName } from './nearestName';
import type { OpenSloRuleId } from './rules';

/** Whether a field is left out without a word. `null` and the empty text count as left out, as in the SDK. */
type Need = 'required' | 'optional';

/** A map in a document, whose fields are read with their types checked. */
export class Part {
  readonly path: OpenSloPath;
  readonly #value: Record<string, unknown>;
  readonly #findings: Findings;

  constructor(
    value: Record<string, unknown>,
    path: OpenSloPath,
    findings: Findings,
  ) {
    this.#value = value;
    this.path = path;
    this.#findings = findings;
  }

  get keys(): string[] {
    return Object.keys(this.#value);
  }

  /** What stands in a field; undefined when nothing does. */
  get(key: string): unknown {
    return Object.hasOwn(this.#value, key)
      ? this.#value[key] ?? undefined
      : undefined;
  }

  /** Whether anything stands in a field; the empty text counts as nothing, as in the SDK. */
  has(key: string): boolean {
    const value = this.get(key);
    return value !== undefined && value !== '';
  }

  /** Finds something wrong with this map. */
  find(rule: OpenSloRuleId, message: string): void {
    this.#findings.add(rule, this.path, message);
  }

  /** Finds something wrong with a field. */
  findAt(key: string, rule: OpenSloRuleId, message: string): void {
    this.#findings.add(rule, [...this.path, key], message, this.get(key));
  }

  /** Finds fields that the kind does not have. */
  knows(...fields: readonly string[]): this {
    for (const key of this.keys) {
      if (!fields.includes(key)) {
        const meant = nearestName(key, fields);
        this.#findings.add(
          'unknown-field',
          [...this.path, key],
          meant
            ? `There is no field ${key} here. Is ${meant} meant?`
            : `There is no field ${key} here.`,
        );
      }
    }
    return this;
  }

  text(key: string, need: Need = 'optional'): string | undefined {
    const value = this.#typed(key, need, 'text', isText);
    return value === '' ? undefined : value;
  }

  number(key: string, need: Need = 'optional'): number | undefined {
    return this.#typed(key, need, 'a number', isNumber);
  }

  flag(key: string): boolean | undefined {
    return this.#typed(key, 'optional', 'true or false', isFlag);
  }

  map(key: string, need: Need = 'optional'): Part | undefined {
    const value = this.#typed(key, need, 'a map', isMap);
    return value && new Part(value, [...this.path, key], this.#findings);
  }

  /** A map that is checked elsewhere; undefined when there is none. */
  quietly(key: string): Part | undefined {
    const value = this.get(key);
    return isMap(value)
      ? new Part(value, [...this.path, key], this.#findings)
      : undefined;
  }

  /** The maps of a list that is checked elsewhere. */
  quietMaps(key: string): Part[] {
    const value = this.get(key);
    return Array.isArray(value)
      ? this.#listOf(value, key).maps(() => true)
      : [];
  }

  list(key: string, need: Need = 'optional'): List<Part> | undefined {
    const value = this.#typed(key, need, 'a list', Array.isArray);
    return value && this.#listOf(value, key);
  }

  /** A text that is one of several. */
  choice(key: string, need: Need, values: readonly string[]): void {
    const value = this.text(key, need);
    if (value !== undefined && !values.includes(value)) {
      const meant = nearestName(value, values);
      this.findAt(
        key,
        'enum',
        `${key} is one of ${values.join(', ')}${
          meant ? `; ${meant} is probably meant` : ''
        }.`,
      );
    }
  }

  #listOf(items: readonly unknown[], key: string): List<Part> {
    return new List(
      items,
      [...this.path, key],
      this.#findings,
      (item, path) => new Part(item, path, this.#findings),
    );
  }

  #typed<T>(
    key: string,
    need: Need,
    expected: string,
    is: (value: unknown) => value is T,
  ): T | undefined {
    const value = this.get(key);
    if (value === undefined || value === '') {
      if (need === 'required') {
        this.findAt(key, 'required', `${key} is required.`);
      }
      return value === '' && is(value) ? value : undefined;
    }
    if (!is(value)) {
      this.#findings.add(
        'type',
        [...this.path, key],
        `${key} is ${expected}, and not ${nameOfType(value)}.`,
        typeof value === 'object' ? undefined : value,
      );
      return undefined;
    }
    return value;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}
