import { isMap, isNode, isSeq, type Document, type LineCounter } from 'yaml';
import { findPosition } from './findPosition';
import {
  documentOf,
  type OpenSloDocument,
  type OpenSloPosition,
} from './OpenSloDocument';
import type { OpenSloProblem } from './OpenSloProblem';
import { keepSource } from './sources';

/** What a text held. */
export interface OpenSloParse {
  documents: OpenSloDocument[];
  /** Of the text alone: what is neither YAML nor JSON, and what is no document. */
  problems: OpenSloProblem[];
}

/** How many nodes the aliases of one document may stand for, lest a short text fill the memory. */
const MAX_ALIASED_NODES = 1_000;

/** How deep maps and lists may stand in each other, so that whatever works with documents can do so step by step. */
const MAX_DEPTH = 200;

/** The first faults say what is wrong; those after them mostly follow from them. */
const MAX_SYNTAX_PROBLEMS = 5;

/** Collects what a text holds. */
export class Reading implements OpenSloParse {
  readonly documents: OpenSloDocument[] = [];
  readonly problems: OpenSloProblem[] = [];
  readonly #file: string | undefined;

  constructor(file: string | undefined) {
    this.#file = file;
  }

  refuse(rule: string, message: string, position: OpenSloPosition): void {
    this.problems.push({
      severity: 'error',
      rule,
      path: '',
      message,
      document: this.documents.length,
      ...(this.#file !== undefined && { file: this.#file }),
      ...position,
    });
  }

  take(yaml: Document.Parsed, lines: LineCounter): void {
    if (yaml.errors.length > 0) {
      for (const { message, pos } of yaml.errors.slice(
        0,
        MAX_SYNTAX_PROBLEMS,
      )) {
        const { line, col } = lines.linePos(pos[0]);
        this.refuse('syntax', message, {
          line: Math.max(line, 1),
          column: Math.max(col, 1),
        });
      }
      return;
    }
    const { contents } = yaml;
    if (!isNode(contents)) {
      return;
    }
    let value: unknown;
    try {
      value = yaml.toJS({ maxAliasCount: MAX_ALIASED_NODES });
      checkNesting(value);
    } catch (error) {
      const position = findPosition(contents, [], yaml, lines);
      this.refuse('syntax', reasonOf(error), position);
      return;
    }
    if (value === null) {
      return;
    }
    if (isSeq(contents) && Array.isArray(value)) {
      value.forEach((item, place) =>
        this.#takeOne(item, contents.items[place], yaml, lines),
      );
      return;
    }
    this.#takeOne(value, contents, yaml, lines);
  }

  #takeOne(
    value: unknown,
    written: unknown,
    yaml: Document.Parsed,
    lines: LineCounter,
  ): void {
    const node = isNode(written) ? written : yaml.contents;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.refuse(
        'document-type',
        'A document is a map with apiVersion, kind, metadata and spec.',
        node ? findPosition(node, [], yaml, lines) : { line: 1, column: 1 },
      );
      return;
    }
    const document = documentOf(value, {
      index: this.documents.length,
      file: this.#file,
      positionOf: path =>
        node ? findPosition(node, path, yaml, lines) : undefined,
    });
    this.documents.push(
      keepSource(document, isMap(node) ? { yaml, node } : undefined),
    );
  }
}

/** An anchor inside of what it names makes a value that holds itself; that, and what is nested very deeply, no one can walk. */
function checkNesting(value: unknown, above: Set<unknown> = new Set()): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  if (above.has(value)) {
    throw new Error('An alias stands inside of what it refers to.');
  }
  if (above.size >= MAX_DEPTH) {
    throw new RangeError();
  }
  above.add(value);
  for (const inner of Object.values(value)) {
    checkNesting(inner, above);
  }
  above.delete(value);
}

/** Why a text cannot be read, for people. */
export function reasonOf(error: unknown): string {
  if (error instanceof RangeError) {
    return 'The text is nested too deeply to be read.';
  }
  return error instanceof Error ? error.message : String(error);
}
