import type { Term } from './vocabulary';

/** What could stand at a place of an expression. */
export interface Completion {
  /** The part of the text that is replaced. */
  from: number;
  to: number;
  /** Those that begin like it first. */
  terms: readonly Term[];
}

/** As many as somebody looks through; who types more sees fewer. */
const OFFERED = 40;

/**
 * What fits the word at the caret. Within a text in quotes, and behind the result of a call, nothing does.
 *
 * @param explicit - asked for, so that also an empty word is completed
 * @returns null where there is nothing to offer
 */
export function completeExpression(
  text: string,
  caret: number,
  terms: readonly Term[],
  explicit = false,
): Completion | null {
  const word = /[A-Za-z_][\w.]*$/.exec(text.slice(0, caret))?.[0] ?? '';
  const from = caret - word.length;
  const isMember = /[\w)\]"'.]$/.test(text.slice(0, from));
  if ((word === '' && !explicit) || isMember || isQuoted(text.slice(0, from))) {
    return null;
  }
  const to = caret + /^[\w.]*/.exec(text.slice(caret))![0].length;
  const wanted = word.toLowerCase();
  const rankOf = ({ name }: Term): number => {
    const lower = name.toLowerCase();
    if (lower.startsWith(wanted)) {
      return 0;
    }
    // Who knows the fact and not its provider finds it as well.
    return wanted.length > 1 && lower.includes(wanted) ? 1 : 2;
  };
  const fitting = terms
    .map(term => ({ term, rank: rankOf(term) }))
    .filter(({ rank }) => rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .map(({ term }) => term);
  const isComplete =
    fitting.length === 1 && fitting[0].name === text.slice(from, to);
  return fitting.length === 0 || isComplete
    ? null
    : { from, to, terms: fitting.slice(0, OFFERED) };
}

/** The text with a term in its place, and where the caret is then. */
export function insertTerm(
  text: string,
  { from, to }: Completion,
  { name, insert = name }: Term,
): { text: string; caret: number } {
  return {
    text: text.slice(0, from) + insert + text.slice(to),
    caret: from + insert.length,
  };
}

/** Whether what follows stands within quotes. */
function isQuoted(before: string): boolean {
  let quote = '';
  for (let at = 0; at < before.length; at += 1) {
    const character = before[at];
    if (quote && character === '\\') {
      at += 1;
    } else if (quote) {
      quote = character === quote ? '' : quote;
    } else if (character === '"' || character === "'") {
      quote = character;
    }
  }
  return quote !== '';
}
