import { commentSyntaxOf } from './commentSyntax';
import { asOneLine } from './outsideText';
import { scanComments } from './scanComments';

/** Words that people mark what they left undone with. */
export const todoKeywords = ['TODO', 'FIXME', 'HACK', 'XXX'] as const;

/** A word that people mark what they left undone with. */
export type TodoKeyword = (typeof todoKeywords)[number];

/** Something that somebody left undone, as a comment says. */
export interface TodoComment {
  keyword: TodoKeyword;
  /** From 1. */
  line: number;
  /** What is to be done; empty: the comment does not say. */
  text: string;
  /** Who is named in parentheses; null: nobody. Not to be kept: nobody is tracked by what they left undone. */
  assignee: string | null;
  /** The issue that is named, such as `SHOP-12`, `#12`, `shop/cart#12` or an address; null: none. */
  issue: string | null;
}

/** How much of a file is looked at. */
export interface TodoBounds {
  /** Characters of the file; what is behind them is not looked at. */
  characters: number;
  /** Characters of a comment line; longer ones are generated and passed over. */
  lineLength: number;
  todos: number;
}

/** How much of a file is looked at where nothing else is configured. */
export const ordinaryTodoBounds: TodoBounds = {
  characters: 1_000_000,
  lineLength: 1_000,
  todos: 200,
};

/** What was found in a file, and whether a bound was reached, so that there may be more: what is not found then is not known to be gone. */
export interface TodoSearch {
  todos: TodoComment[];
  isTruncated: boolean;
}

// A word by itself, in capitals: neither `mktemp XXXXXX` nor `XXX-XXX`, nor `TODO_LIST`.
const marked =
  /(?<![\w$-])(TODO|FIXME|HACK|XXX)(?![\w-])[ \t]*(?:\(([^()]{0,200})\)|\[([^[\]]{0,200})\])?[ \t]*[:\-–]?([^]*)$/;
const issuePattern =
  /^(?:https?:\/\/\S+|[A-Z][A-Z0-9_]{1,20}-\d{1,9}|[\w.-]{0,100}(?:\/[\w.-]{1,100}){0,3}#\d{1,9}|GH-\d{1,9})$/;
// An issue named in the text itself: `SHA-256` looks like one by its key, so only a number sign counts there.
const issueInText = /(?<![\w/#&-])#\d{1,7}(?![\w-])/;

/** Whether comments are told apart in a file of this name; of any other there is no need to fetch it. */
export function mayHoldTodos(path: string): boolean {
  return commentSyntaxOf(path) !== undefined;
}

/**
 * The comments of a file that say that something was left undone. Of a language that is not known by the name of the file none is found:
 * without telling comments from strings, half of them would be none.
 *
 * @param path - of the file, whose ending tells the language
 */
export function findTodoComments(
  path: string,
  text: string,
  bounds: TodoBounds = ordinaryTodoBounds,
): TodoSearch {
  const syntax = commentSyntaxOf(path);
  const todos: TodoComment[] = [];
  let isTruncated = text.length > bounds.characters;
  if (syntax) {
    scanComments(text.slice(0, bounds.characters), syntax, comment => {
      const todo =
        comment.text.length > bounds.lineLength
          ? undefined
          : readTodo(comment.text, comment.line);
      if (todo && todos.length === bounds.todos) {
        isTruncated = true;
        return false;
      }
      if (todo) {
        todos.push(todo);
      }
      return true;
    });
  }
  return { todos, isTruncated };
}

function readTodo(comment: string, line: number): TodoComment | undefined {
  const found = marked.exec(comment);
  if (!found) {
    return undefined;
  }
  const [, keyword, round, square, rest] = found;
  const named = (round ?? square ?? '')
    .split(/[,;\s]+/)
    .filter(name => name !== '');
  const text = asOneLine(rest, 200);
  const issue =
    named.find(name => issuePattern.test(name)) ?? issueInText.exec(text)?.[0];
  const assignee = named.find(name => !issuePattern.test(name));
  return {
    keyword: keyword as TodoKeyword,
    line,
    text,
    assignee: assignee?.replace(/^@/, '').slice(0, 100) || null,
    issue: issue ?? null,
  };
}
