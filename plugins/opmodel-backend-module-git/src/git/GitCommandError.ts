import { CustomErrorBase } from '@backstage/errors';

/** A `git` command that failed; the message is what git said, without anything confidential. */
export class GitCommandError extends CustomErrorBase {
  name = 'GitCommandError' as const;
}

const maxLength = 400;

/** Keeps the lines in which git says what went wrong. */
export function describeGitFailure(output: string): string {
  const lines = output
    .split(/[\r\n]+/)
    .map(line => line.trim())
    .filter(line => line !== '');
  const telling = lines.filter(line => /^(?:fatal|error|remote):/.test(line));
  const text = (telling.length > 0 ? telling : lines)
    .join('; ')
    // Addresses may hold credentials where somebody configured them so.
    .replace(/(\w+:\/\/)[^/@\s]+@/g, '$1')
    .replace(
      /returned error: 30[12378]\b/,
      '$& (the repository has moved: give its present address)',
    )
    .slice(0, maxLength);
  return text || 'git failed without saying why';
}
