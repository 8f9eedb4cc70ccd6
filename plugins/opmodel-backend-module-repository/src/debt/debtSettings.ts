import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Config,
  ConfigReader,
  readDurationFromConfig,
} from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  endOfLifeFacts,
  type EndOfLifeTable,
  ordinaryEndingDays,
  ordinaryTodoSuggestions,
  readEndOfLifeTable,
  type SuggestionSource,
  type TodoKeyword,
  todoKeywords,
} from '@opmodel/backstage-plugin-opmodel-common';
import { debtSuggestionKey } from '@opmodel/backstage-plugin-opmodel-node';
import { parse } from 'yaml';

/** By what versions are judged. */
export interface EndOfLifeSettings {
  table: EndOfLifeTable;
  /** From how many days before its end on a version is suggested. */
  endingDays: number;
}

/** How far comments are looked for in one repository. */
export interface TodoSettings {
  keywords: readonly TodoKeyword[];
  /** Suggestions of one entity. */
  most: number;
  files: number;
  /** Of all files together. */
  bytes: number;
  /** Of one file. */
  fileBytes: number;
  /** Spent on looking. */
  milliseconds: number;
}

/** What is looked for in repositories that is debt. */
export interface RepositoryDebtSettings {
  endOfLife: EndOfLifeSettings;
  /** Null: switched off, so that the texts need not be read. */
  todos: TodoSettings | null;
}

const MEBIBYTE = 1024 ** 2;

/** What `opmodel.techDebt.suggestions.<key>` says of a source; a key that cannot be used is named. */
class SourceConfig {
  readonly #key: string;
  readonly config: Config;

  constructor(root: Config, source: SuggestionSource) {
    this.#key = debtSuggestionKey(source);
    this.config =
      root.getOptionalConfig(this.#key) ?? new ConfigReader({}, this.#key);
  }

  /** Whether it is asked at all: the subject is on, and so is the source. */
  isEnabledIn(root: Config): boolean {
    return (
      (root.getOptionalBoolean('opmodel.subjects.tech-debt.enabled') ?? true) &&
      (this.config.getOptionalBoolean('enabled') ?? true)
    );
  }

  /** A whole number. */
  count(name: string, fallback: number, most: number, least = 1): number {
    const value = this.config.getOptionalNumber(name) ?? fallback;
    if (!Number.isInteger(value) || value < least || value > most) {
      throw this.refuse(
        name,
        `must be a whole number from ${least} to ${most}, got ${value}`,
      );
    }
    return value;
  }

  refuse(name: string, problem: string): InputError {
    return new InputError(`${this.#key}.${name} ${problem}`);
  }
}

/**
 * @param root - the whole configuration
 * @param directory - where relative paths start
 * @throws InputError naming the key that cannot be used
 */
export function readRepositoryDebtSettings(
  root: Config,
  directory: string = process.cwd(),
): RepositoryDebtSettings {
  const todos = new SourceConfig(root, 'todo');
  return {
    endOfLife: readEndOfLife(new SourceConfig(root, 'end_of_life'), directory),
    todos: todos.isEnabledIn(root) ? readTodos(todos) : null,
  };
}

function readEndOfLife(
  source: SourceConfig,
  directory: string,
): EndOfLifeSettings {
  const { config } = source;
  const file = config.getOptionalString('tableFile');
  const inline: unknown = config.getOptional('table');
  if (file !== undefined && inline !== undefined) {
    throw source.refuse('table', 'must not be there beside tableFile');
  }
  const endingDays = source.count('endingDays', ordinaryEndingDays, 3_660, 0);
  if (file !== undefined) {
    const value = parseFile(path.resolve(directory, file), problem =>
      source.refuse('tableFile', problem),
    );
    return { table: readTable('tableFile', value, source), endingDays };
  }
  return {
    table:
      inline === undefined
        ? endOfLifeFacts
        : readTable('table', inline, source),
    endingDays,
  };
}

function parseFile(
  file: string,
  refuse: (problem: string) => InputError,
): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw refuse(`cannot be read: ${toError(error).message}`);
  }
}

function readTable(
  key: 'table' | 'tableFile',
  value: unknown,
  source: SourceConfig,
): EndOfLifeTable {
  const read = readEndOfLifeTable(value);
  if ('problems' in read) {
    const problems = read.problems
      .slice(0, 5)
      .map(
        ({ path: at, message }) => `${at === '' ? 'the table' : at} ${message}`,
      );
    throw source.refuse(
      key,
      `is no table of ends of life: ${problems.join('; ')}`,
    );
  }
  return read.table;
}

function readTodos(source: SourceConfig): TodoSettings {
  const { config } = source;
  const named = config.getOptionalStringArray('keywords') ?? todoKeywords;
  const unknown = named.find(
    word => !(todoKeywords as readonly string[]).includes(word),
  );
  if (unknown !== undefined || named.length === 0) {
    throw source.refuse(
      'keywords',
      `must be some of ${todoKeywords.join(', ')}, got '${unknown ?? ''}'`,
    );
  }
  const milliseconds = config.has('timeout')
    ? durationToMilliseconds(readDurationFromConfig(config, { key: 'timeout' }))
    : 10_000;
  if (!(milliseconds > 0)) {
    throw source.refuse('timeout', 'must be longer than nothing');
  }
  return {
    keywords: named as TodoKeyword[],
    most: source.count('most', ordinaryTodoSuggestions, 500),
    files: source.count('files', 5_000, 50_000),
    bytes: source.count('mebibytes', 16, 256) * MEBIBYTE,
    fileBytes: MEBIBYTE,
    milliseconds,
  };
}
