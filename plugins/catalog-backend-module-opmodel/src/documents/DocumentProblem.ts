/** One thing that is wrong in a document. */
export interface DocumentProblem {
  /** Where, such as `interactions[0].mode`; empty: the document as a whole. */
  path: string;
  /** What was expected there, such as `must be one of platform, enabling`. */
  expected: string;
  /** Line of the text, from 1; null where there is no text at hand. */
  line: number | null;
}

/** Names and list positions on the way from the root of a document to one of its values. */
export type DocumentPath = readonly (string | number)[];

/** A path as people read it: `interactions[0].mode`. */
export function printPath(path: DocumentPath): string {
  return path
    .map(step => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

/** Most problems that a message tells of: whoever mends these sees the next ones. */
const MOST_TOLD = 20;

/** Longest line of a message. Names of fields can be as long as a document. Characters. */
const LONGEST_LINE = 500;

/** A problem in one line: `line 14: interactions[0].mode must be one of …`. */
export function printProblem({
  path,
  expected,
  line,
}: DocumentProblem): string {
  const where = line === null ? '' : `line ${line}: `;
  return `${where}${path || 'the document'} ${expected}`;
}

/** Problems in a line each, the first of them where there are many. */
export function printProblems(problems: readonly DocumentProblem[]): string[] {
  return printLines(problems.map(printProblem));
}

/** Lines of a message: the first of many, and of each no more than can be read. */
export function printLines(lines: readonly string[]): string[] {
  const more = lines.length - MOST_TOLD;
  return [
    ...lines
      .slice(0, MOST_TOLD)
      .map(line =>
        line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line,
      ),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}
