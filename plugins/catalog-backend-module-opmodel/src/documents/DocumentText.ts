import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
} from 'yaml';
import { type DocumentBounds, usualBounds } from './documentBounds';
import type { DocumentPath, DocumentProblem } from './DocumentProblem';

/** The document as a whole. */
const whole: DocumentProblem = { path: '', expected: '', line: null };

/** A text of YAML or JSON, which knows on which line each of its values stands. */
export class DocumentText {
  readonly #document: Document.Parsed | null;
  readonly #lines = new LineCounter();
  /** What makes the text unreadable. Nothing of the text itself is repeated: it may be somebody else's secret. */
  readonly problems: readonly DocumentProblem[];
  /** What the text says; undefined where it has problems. It may contain itself. */
  readonly value: unknown;

  constructor(text: string, { length }: DocumentBounds = usualBounds) {
    const { document, problems } = this.#parse(text, length);
    this.#document = document;
    this.problems = problems;
    if (document && problems.length === 0) {
      try {
        this.value = document.toJS({ maxAliasCount: 100 });
      } catch {
        this.problems = [{ ...whole, expected: 'must not repeat its parts' }];
      }
    }
  }

  /** The line of a value, or of what is nearest to it on the way to it, from 1. */
  lineOf(path: DocumentPath): number | null {
    let node: unknown = this.#document?.contents;
    let offset = startOf(node);
    for (const step of path) {
      const container: unknown =
        isAlias(node) && this.#document ? node.resolve(this.#document) : node;
      if (isMap(container)) {
        const pair = container.items.find(
          ({ key }) => isScalar(key) && `${key.value}` === `${step}`,
        );
        if (!pair) {
          break;
        }
        offset = startOf(pair.key) ?? offset;
        node = pair.value;
      } else if (isSeq(container)) {
        node = container.items[Number(step)];
        offset = startOf(node) ?? offset;
      } else {
        break;
      }
    }
    return offset === null ? null : this.#lines.linePos(offset).line;
  }

  #parse(
    text: string,
    mostLength: number,
  ): {
    document: Document.Parsed | null;
    problems: DocumentProblem[];
  } {
    const refuse = (expected: string, line: number | null = null) => ({
      document: null,
      problems: [{ ...whole, expected, line }],
    });
    if (text.length > mostLength) {
      return refuse(`must have at most ${mostLength} characters`);
    }
    let documents: Document.Parsed[];
    try {
      documents = [
        ...parseAllDocuments(text, {
          lineCounter: this.#lines,
          prettyErrors: false,
          merge: false,
        }),
      ];
    } catch {
      // The stack ends before a text does that opens one bracket after the other.
      return refuse('must not be nested so deeply');
    }
    const [document, second] = documents;
    if (!document || document.contents === null) {
      return refuse('must not be empty');
    }
    if (second) {
      const line = this.#lines.linePos(second.range[0]).line;
      return refuse('must be the only one in its file', line);
    }
    const problems = document.errors.map(({ code, pos }) => ({
      ...whole,
      expected: `must be YAML or JSON (${code})`,
      line: this.#lines.linePos(pos[0]).line,
    }));
    return { document, problems };
  }
}

function startOf(node: unknown): number | null {
  return (node as Node | null | undefined)?.range?.[0] ?? null;
}
