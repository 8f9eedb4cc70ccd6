import { createHash } from 'node:crypto';
import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import type { Statement, Statements } from './describeReading';

/** How far the telling of one repository has come. */
export interface Telling {
  /** Rises with each run that takes back or corrects something. */
  revision: number;
  /** Epoch milliseconds of the last such run; null when there was none. */
  correctedAt: number | null;
}

/** What is to be emitted after a repository was read again. */
export interface News {
  events: IntakeEvent[];
  telling: Telling;
}

/**
 * Compares what a repository says now with what was said before.
 *
 * What is new is told with the time at which it happened. What is told differently, or no longer, is a correction: an event of
 * the same subject with the time of this run, so that it prevails over all that was said earlier. After a correction, something
 * may return that was taken back (a tag deleted and pushed again); it is told as a correction as well.
 *
 * An id is made of the subject, the revision and what is said. So the same telling, repeated after a run that broke off, gives
 * the same ids, and nothing else does.
 *
 * @param before - undefined when it cannot be told any more what was said; then everything is corrected
 * @param mustCorrect - something was given up that `before` does not show, so that it may come back
 * @param isRepeated - the last run broke off: what seems new may have been said already, and differently
 * @param source - of the events
 * @param now - epoch milliseconds
 */
export function findNews(options: {
  before: Statements | undefined;
  after: Statements;
  telling: Telling;
  mustCorrect?: boolean;
  isRepeated?: boolean;
  source: string;
  now: number;
}): News {
  const { before, after, telling, source, now } = options;
  const fresh: Statement[] = [];
  const corrected: Statement[] = [];
  for (const [key, statement] of after) {
    const previous = before?.get(key);
    if (previous === undefined && before && isUnsaid(statement, telling, now)) {
      fresh.push(statement);
    } else if (previous === undefined || !saysTheSame(previous, statement)) {
      corrected.push(statement);
    }
  }
  const withdrawn = [...(before ?? [])]
    .filter(([key]) => !after.has(key))
    .map(([, statement]) => statement);

  const isCorrection =
    corrected.length + withdrawn.length > 0 || options.mustCorrect === true;
  const next: Telling = isCorrection
    ? { revision: telling.revision + 1, correctedAt: now }
    : telling;

  const tell = (
    observation: IntakeEvent['observation'],
    at: number,
  ): IntakeEvent => ({
    source,
    id: [
      observation.kind,
      observation.subject,
      `${next.revision}-${digest(observation)}`,
    ].join('/'),
    time: new Date(at).toISOString(),
    observation,
  });
  return {
    telling: next,
    events: [
      ...fresh.map(({ observation, happenedAt }) =>
        // Where a clock was wrong, something seems to happen in the future; a later correction must still prevail.
        tell(observation, options.isRepeated ? now : Math.min(happenedAt, now)),
      ),
      ...corrected.map(({ observation }) =>
        tell({ ...observation, withdrawn: false }, now),
      ),
      ...withdrawn.map(({ observation: { kind, subject, target } }) =>
        tell({ kind, subject, target, withdrawn: true }, now),
      ),
    ],
  };
}

/** Whatever happened before the last correction may have been said and taken back. */
function isUnsaid(
  { happenedAt }: Statement,
  { correctedAt }: Telling,
  now: number,
): boolean {
  return (
    correctedAt === null || (happenedAt > correctedAt && happenedAt <= now)
  );
}

function saysTheSame(a: Statement, b: Statement): boolean {
  return JSON.stringify(a.observation) === JSON.stringify(b.observation);
}

function digest(observation: IntakeEvent['observation']): string {
  return createHash('sha256')
    .update(JSON.stringify(observation))
    .digest('hex')
    .slice(0, 12);
}
