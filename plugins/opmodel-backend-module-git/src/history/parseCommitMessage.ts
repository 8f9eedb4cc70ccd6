/** What a commit's message says about the change. */
export interface CommitMessage {
  /** Title of the change: of the pull request where the host writes it into the merge commit, else the first line. */
  title: string;
  /** First line as it stands. */
  subject: string;
  /** Number of the pull or merge request, where the message names it. */
  request: string | null;
  /** Object names, possibly abbreviated, of the commits that this one says it reverts. */
  revertedCommits: readonly string[];
  /** Title of the change that this one says it reverts. */
  revertedTitle: string | null;
  /** Number of the pull or merge request that this one says it reverts. */
  revertedRequest: string | null;
  /** It merges a branch whose name says hotfix. */
  mergesHotfix: boolean;
  /** Further authors, in the same form as {@link Commit.author}. */
  coAuthors: readonly string[];
}

/** Longer titles are cut; nobody reads them to the end, and a hostile one could be megabytes. */
const maxTitleLength = 250;

const mergeSubject =
  /^(?:merge (?:pull request|(?:remote-tracking )?branch|branches|hotfix)|merged (?:in|pr)) /i;

function cut(text: string): string {
  return text.length > maxTitleLength
    ? // Half a surrogate pair is no character.
      `${text.slice(0, maxTitleLength - 1).replace(/[\ud800-\udbff]$/, '')}…`
    : text;
}

function firstMatch(text: string, pattern: RegExp): string | null {
  return pattern.exec(text)?.[1] ?? null;
}

function readRequest(subject: string, body: string): string | null {
  return (
    firstMatch(subject, /^Merge pull request #(\d{1,12})\b/) ??
    firstMatch(subject, /^Merged PR (\d{1,12}):/) ??
    firstMatch(subject, /\(pull request #(\d{1,12})\)$/) ??
    firstMatch(subject, /\(#(\d{1,12})\)$/) ??
    firstMatch(body, /^See merge request \S*!(\d{1,12})$/m)
  );
}

/** Hosts put the title of the request into the first line below the subject of the merge commit. */
function readTitle(subject: string, bodyLines: string[]): string {
  if (!/^(?:Merge pull request #|Merge branch '|Merged in )/.test(subject)) {
    return subject;
  }
  const line = bodyLines.find(text => text.trim() !== '')?.trim();
  return line && !/^(?:See merge request |# |\* |Conflicts:)/.test(line)
    ? line
    : subject;
}

/**
 * Reads the conventions that git itself, GitHub, GitLab, Bitbucket and Azure Repos follow in the messages of merges,
 * squashes and reverts.
 */
export function parseCommitMessage(message: string): CommitMessage {
  const lines = message.split(/\r?\n/);
  const first = lines.findIndex(line => line.trim() !== '');
  const subject = first < 0 ? '' : lines[first].trim();
  const bodyLines = lines.slice(first + 1);
  const body = bodyLines.join('\n');
  const title = readTitle(subject, bodyLines);
  return {
    title: cut(title),
    subject: cut(subject),
    request: readRequest(subject, body),
    revertedCommits: [
      ...body.matchAll(/\bThis reverts commit ([0-9a-f]{7,64})\b/g),
    ].map(match => match[1]),
    revertedTitle: firstMatch(title, /^Revert "(.+)"(?: \(#\d{1,12}\))?$/),
    revertedRequest:
      firstMatch(body, /^Reverts (?:[\w.-]+\/[\w.-]+)?#(\d{1,12})$/m) ??
      firstMatch(body, /^This reverts merge request (?:\S*)?!(\d{1,12})$/m),
    mergesHotfix:
      mergeSubject.test(subject) && /(?:^|[\s'"/])hotfix\//i.test(subject),
    coAuthors: [
      ...body.matchAll(/^Co-authored-by:[^<\n]{0,300}<([^>\n]{1,300})>/gim),
    ].map(match => match[1].trim().toLowerCase()),
  };
}
