import type { DebtSeverity } from '../debtItem';
import type { FoundSuggestion, SuggestionBatch } from './debtSuggestion';
import type { TodoComment, TodoKeyword } from './findTodoComments';
import { httpAddress } from './httpAddress';
import { asMarkdownCode, asMarkdownText, asOneLine } from './outsideText';
import { onePerFingerprint, rankOfSeverity } from './preferredSuggestion';
import { linked, quoted } from './suggestionEvidence';
import { suggestionFingerprint } from './suggestionFingerprint';

/** How many are suggested of an entity at most, the worst first, where nothing else is configured. */
export const ordinaryTodoSuggestions = 50;

/** How bad each word says it is: `FIXME` and `XXX` that something is wrong, the others that something could be better. */
const severityOfKeyword: Readonly<Record<TodoKeyword, DebtSeverity>> = {
  FIXME: 'medium',
  XXX: 'medium',
  HACK: 'low',
  TODO: 'low',
};

/** What was found in a file of an entity. */
export interface TodoFileInput {
  path: string;
  /** In the order of their lines. */
  todos: readonly TodoComment[];
}

/** How comments become suggestions. */
export interface TodoOptions {
  most?: number;
  /** Where a line can be read; null: nowhere. */
  sourceUrl?: (path: string, line: number) => string | null;
}

/**
 * Debt out of comments: what is wrong before what could be better, each in the order of its files and lines, so that the same ones are told
 * each time. A comment is known by its file, its word and its text, so it stays the same when its line moves; of several alike in one file,
 * by which of them it is. Since when it stands is not known, and who wrote it is neither told nor kept.
 */
export function suggestFromTodos(
  { entityRef, files }: { entityRef: string; files: readonly TodoFileInput[] },
  { most = ordinaryTodoSuggestions, sourceUrl }: TodoOptions = {},
): SuggestionBatch {
  const found = onePerFingerprint(
    [...files]
      .sort(comparePaths)
      .flatMap(file => suggestionsOf(file, entityRef, sourceUrl)),
  ).sort(
    (one, other) =>
      rankOfSeverity(one.severity) - rankOfSeverity(other.severity),
  );
  return {
    suggestions: found.slice(0, most),
    leftOut: found.slice(most).map(({ fingerprint }) => fingerprint),
  };
}

function comparePaths(
  { path: one }: TodoFileInput,
  { path: other }: TodoFileInput,
): number {
  if (one === other) {
    return 0;
  }
  return one < other ? -1 : 1;
}

function suggestionsOf(
  file: TodoFileInput,
  entityRef: string,
  sourceUrl: TodoOptions['sourceUrl'],
): FoundSuggestion[] {
  const alike = new Map<string, number>();
  return file.todos.map(todo => {
    const key = `${todo.keyword} ${todo.text}`;
    const nth = alike.get(key) ?? 0;
    alike.set(key, nth + 1);
    return asSuggestion(todo, nth, { path: file.path, entityRef, sourceUrl });
  });
}

function asSuggestion(
  todo: TodoComment,
  nth: number,
  {
    path,
    entityRef,
    sourceUrl,
  }: { path: string; entityRef: string } & Pick<TodoOptions, 'sourceUrl'>,
): FoundSuggestion {
  const { keyword, line, text, issue } = todo;
  const issueAddress = httpAddress(issue);
  return {
    source: 'todo',
    fingerprint: suggestionFingerprint('todo', entityRef, [
      path,
      keyword,
      text,
      nth,
    ]),
    entityRef,
    title: asOneLine(`${keyword}: ${text === '' ? path : text}`, 200),
    description: [
      `A comment in ${asMarkdownCode(
        `${path}:${line}`,
        500,
      )} says that something was left undone${text === '' ? '.' : ':'}`,
      ...(text === '' ? [] : [`> ${asMarkdownText(text, 200)}`]),
    ].join('\n\n'),
    category: 'code',
    severity: severityOfKeyword[keyword],
    // An archive of a repository does not tell when a line was written; the register counts from when it first saw the comment.
    since: null,
    principalDays: null,
    evidence: [
      ...quoted('keyword', keyword),
      ...quoted('place', `${path}:${line}`),
      ...quoted('issue', issue),
      ...linked('file', sourceUrl?.(path, line)),
    ],
    links:
      issueAddress === null
        ? []
        : [{ type: 'issue', ref: issueAddress, title: issue }],
  };
}
