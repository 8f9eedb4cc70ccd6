import type { SarifProblem } from './sarifFinding';

/** What is wrong with a file, as far as there is room for it. */
export class SarifProblems {
  readonly found: SarifProblem[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(path: string, message: string): void {
    if (this.found.length < this.#most) {
      this.found.push({ path, message });
    }
  }
}

/**
 * One object of a SARIF file, of which nothing is known. A field that is not what it must be is told at its path and reads as if it were
 * not there; so does one that an object only inherits.
 */
export class SarifFields {
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #path: string;
  readonly #problems: SarifProblems;

  private constructor(
    fields: Readonly<Record<string, unknown>>,
    path: string,
    problems: SarifProblems,
  ) {
    this.#fields = fields;
    this.#path = path;
    this.#problems = problems;
  }

  /** Undefined, and told, where it is no object. */
  static of(
    value: unknown,
    path: string,
    problems: SarifProblems,
  ): SarifFields | undefined {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      problems.add(path, 'must be an object');
      return undefined;
    }
    return new SarifFields(value as Record<string, unknown>, path, problems);
  }

  pathOf(field: string): string {
    return this.#path === '' ? field : `${this.#path}.${field}`;
  }

  has(field: string): boolean {
    return this.#get(field) !== undefined;
  }

  refuse(field: string, message: string): undefined {
    this.#problems.add(this.pathOf(field), message);
    return undefined;
  }

  /** A text, cut at a length. */
  text(field: string, most: number): string | undefined {
    const value = this.#get(field);
    if (value === undefined || typeof value === 'string') {
      return value?.slice(0, most);
    }
    return this.refuse(field, 'must be a text');
  }

  word<Word extends string>(
    field: string,
    words: readonly Word[],
  ): Word | undefined {
    const value = this.#get(field);
    return value === undefined || words.includes(value as Word)
      ? (value as Word | undefined)
      : this.refuse(field, `must be one of ${words.join(', ')}`);
  }

  /** A whole number from `least` on. */
  whole(field: string, least: number): number | undefined {
    const value = this.#get(field);
    if (value === undefined) {
      return undefined;
    }
    return Number.isSafeInteger(value) && (value as number) >= least
      ? (value as number)
      : this.refuse(field, `must be a whole number from ${least}`);
  }

  /** The index of something in a list; -1, the default of the format, is none. */
  index(field: string): number | undefined {
    const index = this.whole(field, -1);
    return index === -1 ? undefined : index;
  }

  object(field: string): SarifFields | undefined {
    const value = this.#get(field);
    return value === undefined
      ? undefined
      : SarifFields.of(value, this.pathOf(field), this.#problems);
  }

  /** What stands in a list; undefined where there is none. */
  list(field: string): readonly unknown[] | undefined {
    const value = this.#get(field);
    return value === undefined || Array.isArray(value)
      ? value
      : this.refuse(field, 'must be a list');
  }

  /** One of the objects in a list; undefined where the list is shorter. */
  objectAt(field: string, at: number): SarifFields | undefined {
    const list = this.list(field);
    return list !== undefined && at < list.length
      ? SarifFields.of(list[at], `${this.pathOf(field)}[${at}]`, this.#problems)
      : undefined;
  }

  /** The texts of an object that holds names and texts, in the order of their names; others are passed over. */
  texts(field: string, most: number): [name: string, text: string][] {
    const value = this.object(field);
    return value === undefined
      ? []
      : Object.entries(value.#fields)
          .slice(0, most)
          .filter(
            (entry): entry is [string, string] => typeof entry[1] === 'string',
          )
          .map(([name, text]): [string, string] => [
            name.slice(0, 200),
            text.slice(0, 500),
          ])
          .sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** What stands there, of which nothing is known; null is the same as nothing. */
  #get(field: string): unknown {
    const value = Object.hasOwn(this.#fields, field)
      ? this.#fields[field]
      : undefined;
    return value === null ? undefined : value;
  }

  /** A number, or a text that is one, as properties of tools are either. */
  number(field: string): number | undefined {
    const value = this.#get(field);
    if (value === undefined) {
      return undefined;
    }
    const isText = typeof value === 'string' && value.trim() !== '';
    const number = isText ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number)
      ? number
      : this.refuse(field, 'must be a number');
  }
}
