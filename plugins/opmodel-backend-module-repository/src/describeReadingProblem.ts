import { toError } from '@backstage/errors';

/** Of a longer problem, the beginning is told. */
const maximumProblem = 300;

/** Why a repository could not be read, in a line, without what only the reader is to know of its address. */
export function describeReadingProblem(error: unknown): string {
  const reason = toError(error).message.replace(/\?[^\s,)]*/g, '');
  return `The repository could not be read: ${reason}`.slice(0, maximumProblem);
}
