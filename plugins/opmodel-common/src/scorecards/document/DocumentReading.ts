import type { ScorecardProblem } from '../compileScorecard';

/** What is wrong with a document, as it is found. */
export class DocumentProblems {
  readonly found: ScorecardProblem[] = [];

  add(path: string, message: string): void {
    this.found.push({ path, message, range: null });
  }
}

/** How a number must be. */
export interface NumberBounds {
  least: number;
  most: number;
  isWhole?: boolean;
}

/**
 * One object of a document that people wrote. Whatever is wrong with a field is told at its path, and the field then reads as if it were
 * not there.
 */
export class DocumentReading {
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #path: string;
  readonly #problems: DocumentProblems;
  readonly #isObject: boolean;

  /**
   * @param path - of the object: `checks[3]`; empty: the document itself
   * @param known - the fields that there are; any other is told
   */
  constructor(
    value: unknown,
    path: string,
    known: readonly string[],
    problems: DocumentProblems,
  ) {
    this.#path = path;
    this.#problems = problems;
    this.#isObject =
      typeof value === 'object' && value !== null && !Array.isArray(value);
    this.#fields = this.#isObject ? (value as Record<string, unknown>) : {};
    if (!this.#isObject) {
      problems.add(path, 'must be an object');
    }
    for (const field of Object.keys(this.#fields)) {
      if (!known.includes(field)) {
        problems.add(
          this.pathOf(field),
          `is not known; known are ${known.join(', ')}`,
        );
      }
    }
  }

  pathOf(field: string): string {
    return this.#path === '' ? field : `${this.#path}.${field}`;
  }

  /** Tells what is wrong with a field. */
  refuse(field: string, message: string): undefined {
    this.#problems.add(this.pathOf(field), message);
    return undefined;
  }

  has(field: string): boolean {
    return Object.hasOwn(this.#fields, field) && this.get(field) !== undefined;
  }

  /** What stands there, of which nothing is known; null counts as nothing, as YAML reads a field without a value. */
  get(field: string): unknown {
    const value = Object.hasOwn(this.#fields, field)
      ? this.#fields[field]
      : undefined;
    return value === null ? undefined : value;
  }

  /** A text without spaces around it. */
  text(field: string, most: number): string | undefined {
    const value = this.get(field);
    if (value === undefined) {
      return undefined;
    }
    if (typeof value !== 'string' || value.trim() === '') {
      return this.refuse(field, 'must be a text that is not empty');
    }
    if (value.length > most) {
      return this.refuse(field, `must have at most ${most} characters`);
    }
    if (value.includes('\0') || /\p{Surrogate}/u.test(value)) {
      return this.refuse(
        field,
        'must be well-formed text without NUL characters',
      );
    }
    return value.trim();
  }

  /** A text that has to be there. */
  requiredText(field: string, most: number): string | undefined {
    return this.#isPresent(field) ? this.text(field, most) : undefined;
  }

  word<Word extends string>(
    field: string,
    words: readonly Word[],
  ): Word | undefined {
    const value = this.get(field);
    return value === undefined || words.includes(value as Word)
      ? (value as Word | undefined)
      : this.refuse(field, `must be one of ${words.join(', ')}`);
  }

  number(
    field: string,
    { least, most, isWhole = false }: NumberBounds,
  ): number | undefined {
    const value = this.get(field);
    if (value === undefined) {
      return undefined;
    }
    const isRight =
      typeof value === 'number' &&
      value >= least &&
      value <= most &&
      (!isWhole || Number.isInteger(value));
    return isRight
      ? value
      : this.refuse(
          field,
          `must be a ${isWhole ? 'whole ' : ''}number from ${least} to ${most}`,
        );
  }

  boolean(field: string): boolean | undefined {
    const value = this.get(field);
    return value === undefined || typeof value === 'boolean'
      ? value
      : this.refuse(field, 'must be true or false');
  }

  /** A value that `read` makes of a text. */
  parsed<Value>(
    field: string,
    most: number,
    expected: string,
    read: (text: string) => Value | null,
  ): Value | undefined {
    const text = this.text(field, most);
    if (text === undefined) {
      return undefined;
    }
    return read(text) ?? this.refuse(field, `must be ${expected}`);
  }

  /** The objects of a list, each with its place in it. */
  objects(
    field: string,
    known: readonly string[],
    most: number,
  ): DocumentReading[] {
    const value = this.get(field);
    if (value === undefined) {
      return [];
    }
    if (!Array.isArray(value)) {
      this.refuse(field, 'must be a list');
      return [];
    }
    if (value.length > most) {
      this.refuse(field, `must have at most ${most} entries`);
    }
    return value
      .slice(0, most)
      .map((item, at) => this.#within(item, `${field}[${at}]`, known));
  }

  /** The object in a field; undefined where there is none. */
  object(field: string, known: readonly string[]): DocumentReading | undefined {
    return this.has(field)
      ? this.#within(this.get(field), field, known)
      : undefined;
  }

  /** Whether nothing of it has been found wrong so far. */
  get isSound(): boolean {
    return !this.#problems.found.some(
      ({ path }) =>
        path === this.#path ||
        path.startsWith(`${this.#path}.`) ||
        path.startsWith(`${this.#path}[`),
    );
  }

  #within(
    value: unknown,
    place: string,
    known: readonly string[],
  ): DocumentReading {
    return new DocumentReading(
      value,
      this.pathOf(place),
      known,
      this.#problems,
    );
  }

  /** What is no object at all has been told so already. */
  #isPresent(field: string): boolean {
    if (this.#isObject && !this.has(field)) {
      this.refuse(field, 'is missing');
    }
    return this.has(field);
  }
}
