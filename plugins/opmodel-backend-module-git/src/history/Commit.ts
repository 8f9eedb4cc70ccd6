import type { CommitMessage } from './parseCommitMessage';

/** One commit as far as delivery is concerned. Instants are epoch milliseconds. */
export interface Commit {
  /** Full object name, lower-case hexadecimal. */
  sha: string;
  /** Object names of the parents; the first one is the line that was continued. */
  parents: readonly string[];
  /** When it was written; survives a rebase. Null when the commit states no usable date. */
  authoredAt: number | null;
  /** When it came to be as it is, such as when it was merged or rebased. Null when the commit states no usable date. */
  committedAt: number | null;
  /** Tells authors apart within one reading and means nothing outside of it. Empty when not known. */
  author: string;
  message: CommitMessage;
}
