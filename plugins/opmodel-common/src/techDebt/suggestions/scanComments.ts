import type { CommentSyntax } from './commentSyntax';

/** What of a comment stands in one line. */
export interface CommentLine {
  /** From 1. */
  line: number;
  text: string;
}

type Mode =
  | { type: 'code' }
  | { type: 'lineComment' }
  | { type: 'blockComment'; end: string }
  | { type: 'string'; end: string; isLong: boolean };

const code: Mode = { type: 'code' };

/**
 * The comments of a text, line by line. It looks at each character once, against the few marks of the language, so the time it takes grows
 * with the text alone.
 *
 * What it takes for a string may be none (a quote within a regular expression), which hides a comment at the end of that line at most,
 * unless strings of the language pass the end of the line.
 *
 * @param take - is handed each comment line; what it returns says whether to go on
 */
export function scanComments(
  text: string,
  syntax: CommentSyntax,
  take: (comment: CommentLine) => boolean,
): void {
  let mode: Mode = code;
  let line = 1;
  let from = 0;
  let at = 0;
  while (at <= text.length) {
    const isEnd = at === text.length || text[at] === '\n';
    const inComment =
      mode.type === 'lineComment' || mode.type === 'blockComment';
    if (isEnd) {
      const comment = { line, text: text.slice(from, at) };
      if (inComment && !take(comment)) {
        return;
      }
      mode = afterLine(mode);
      line += 1;
      at += 1;
      from = at;
    } else {
      const step = stepOver(text, at, mode, syntax);
      if (mode.type === 'blockComment' && step.mode.type === 'code') {
        if (!take({ line, text: text.slice(from, at) })) {
          return;
        }
      }
      if (step.mode !== mode) {
        from = at + step.length;
      }
      mode = step.mode;
      at += step.length;
    }
  }
}

/** A comment or string that ends with its line does so here; the others go on. */
function afterLine(mode: Mode): Mode {
  const goesOn =
    mode.type === 'blockComment' || (mode.type === 'string' && mode.isLong);
  return goesOn ? mode : code;
}

/** How many characters belong together at a place, and what follows them. */
function stepOver(
  text: string,
  at: number,
  mode: Mode,
  syntax: CommentSyntax,
): { length: number; mode: Mode } {
  if (mode.type === 'code') {
    return stepOverCode(text, at, syntax);
  }
  if (mode.type === 'lineComment') {
    return { length: 1, mode };
  }
  if (mode.type === 'string' && text[at] === '\\' && text[at + 1] !== '\n') {
    return { length: 2, mode };
  }
  return text.startsWith(mode.end, at)
    ? { length: mode.end.length, mode: code }
    : { length: 1, mode };
}

function stepOverCode(
  text: string,
  at: number,
  { line, block, quotes, longQuotes, isLineSpaced }: CommentSyntax,
): { length: number; mode: Mode } {
  for (const [begin, end] of block) {
    if (text.startsWith(begin, at)) {
      return { length: begin.length, mode: { type: 'blockComment', end } };
    }
  }
  for (const begin of line) {
    const isApart =
      !isLineSpaced || at === 0 || ' \t\r\n'.includes(text[at - 1]);
    if (isApart && text.startsWith(begin, at)) {
      return { length: begin.length, mode: { type: 'lineComment' } };
    }
  }
  for (const end of longQuotes) {
    if (text.startsWith(end, at)) {
      return {
        length: end.length,
        mode: { type: 'string', end, isLong: true },
      };
    }
  }
  for (const end of quotes) {
    if (text[at] === end) {
      return { length: 1, mode: { type: 'string', end, isLong: false } };
    }
  }
  return { length: 1, mode: code };
}
