import type { DebtSeverity } from '../debtItem';
import type { FoundSuggestion, SuggestionBatch } from './debtSuggestion';
import type { TodoComment, TodoKeyword } from './findTodoComments';
import { httpAddress } from './httpAddress';
import { asMarkdownCode, asMarkdownText, asOneLine } from './outsideText';
import { onePerFingerprint } from './preferredSuggestion';
import { linked, measured, quoted } from './suggestionEvidence';
import { suggestionFingerprint } from './suggestionFingerprint';

const DAY = 86_400_000;

/** How many are suggested of an entity at most, the oldest first, where nothing else is configured. */
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
  /** When each line was last changed, by its number, epoch milliseconds, as blame tells; a line that is missing is of unknown age. */
  changedAt: ReadonlyMap<number, number>;
}

/** How comments become suggestions. */
export interface TodoOptions {
  /** Epoch milliseconds. */
  now: number;
  /** Younger ones are not told; 0: all are, and only then those of unknown age. */
  olderThanDays?: number;
  most?: number;
  /** Where a line can be read; null: nowhere. */
  sourceUrl?: (path: string, line: number) => string | null;
  /** Address of an issue that a comment names; null: it is not known. */
  issueUrl?: (issue: string) => string | null;
}

/**
 * Debt out of comments, the oldest first. A comment is known by its file, its word and its text, so it stays the same when its line moves;
 * of several alike in one file, by which of them it is. Who wrote it is neither told nor kept.
 */
export function suggestFromTodos(
  { entityRef, files }: { entityRef: string; files: readonly TodoFileInput[] },
  options: TodoOptions,
): SuggestionBatch {
  const { now, olderThanDays = 0, most = ordinaryTodoSuggestions } = options;
  const old = onePerFingerprint(
    files.flatMap(file => suggestionsOf(file, entityRef, options)),
  )
    .filter(({ since }) =>
      since === null ? olderThanDays <= 0 : now - since >= olderThanDays * DAY,
    )
    .sort(compareAge);
  return {
    suggestions: old.slice(0, most),
    leftOut: old.slice(most).map(({ fingerprint }) => fingerprint),
  };
}

/** The oldest first, those of unknown age last. */
function compareAge(one: FoundSuggestion, other: FoundSuggestion): number {
  const [first, second] = [one.since ?? Infinity, other.since ?? Infinity];
  if (first !== second) {
    return first < second ? -1 : 1;
  }
  return one.fingerprint < other.fingerprint ? -1 : 1;
}

function suggestionsOf(
  file: TodoFileInput,
  entityRef: string,
  options: TodoOptions,
): FoundSuggestion[] {
  const alike = new Map<string, number>();
  return file.todos.map(todo => {
    const key = `${todo.keyword} ${todo.text}`;
    const nth = alike.get(key) ?? 0;
    alike.set(key, nth + 1);
    return asSuggestion(todo, nth, { file, entityRef, options });
  });
}

function asSuggestion(
  todo: TodoComment,
  nth: number,
  {
    file: { path, changedAt },
    entityRef,
    options: { now, sourceUrl, issueUrl },
  }: { file: TodoFileInput; entityRef: string; options: TodoOptions },
): FoundSuggestion {
  const { keyword, line, text, issue } = todo;
  const since = changedAt.get(line) ?? null;
  const issueAddress = httpAddress(
    issue === null ? null : httpAddress(issue) ?? issueUrl?.(issue),
  );
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
    since,
    principalDays: null,
    evidence: [
      ...quoted('keyword', keyword),
      ...quoted('place', `${path}:${line}`),
      ...measured(
        'age',
        since === null ? null : Math.max(0, Math.floor((now - since) / DAY)),
        'days',
      ),
      ...quoted('issue', issue),
      ...linked('file', sourceUrl?.(path, line)),
    ],
    links:
      issueAddress === null
        ? []
        : [{ type: 'issue', ref: issueAddress, title: issue }],
  };
}
