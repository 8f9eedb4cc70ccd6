import { createHash } from 'node:crypto';
import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import type { Statement, Statements } from './describeReading';

/** How far the telling of one repository has come. */
export interface Telling {
  /** Rises with each telling, so that no id of an event is ever used for something else. */
  revision: number;
  /** Epoch milliseconds of the last telling that took back or corrected something; null when none did. */
  correctedAt: number | null;
  /** False from before the first event of a telling is given until after the last one. */
  isComplete: boolean;
}

const nothingTold: Telling = {
  revision: -1,
  correctedAt: null,
  isComplete: true,
};

/** What is to be emitted after a repository was read again. */
export interface News {
  events: IntakeEvent[];
  /** The telling when all events were given. */
  telling: Telling;
}

/**
 * Compares what a repository says now with what was said before.
 *
 * What is new is told with the time at which it happened. What is told differently, or no longer, is a correction: an event of
 * the same subject with the time of this run, so that it prevails over all that was said earlier. After a correction, something
 * may return that was taken back (a tag deleted and pushed again); it is told as a correction as well.
 *
 * The first telling gives the same ids however often it is begun, so that nothing of a large history is stored twice. After a
 * later one that broke off, all that holds is told as a correction, because nobody knows what of it was said or taken back.
 *
 * @param before - undefined when it cannot be told any more what was said; then everything is corrected
 * @param telling - undefined for the first telling
 * @param mustCorrect - something was given up that `before` does not show, so that it may come back
 * @param source - of the events
 * @param now - epoch milliseconds
 */
export function findNews(options: {
  before: Statements | undefined;
  after: Statements;
  telling: Telling | undefined;
  mustCorrect?: boolean;
  source: string;
  now: number;
}): News {
  const { before, after, source, now } = options;
  const telling = options.telling ?? nothingTold;
  const { isComplete } = telling;
  const fresh: Statement[] = [];
  const corrected: Statement[] = [];
  for (const [key, statement] of after) {
    const previous = before?.get(key);
    if (previous === undefined && before && isUnsaid(statement, telling, now)) {
      fresh.push(statement);
    } else if (!previous || !isComplete || !saysTheSame(previous, statement)) {
      corrected.push(statement);
    }
  }
  const withdrawn = [...(before ?? [])]
    .filter(([key]) => !after.has(key))
    .map(([, statement]) => statement);

  const isCorrection =
    corrected.length + withdrawn.length > 0 || options.mustCorrect === true;
  const next: Telling = {
    revision: telling.revision + 1,
    correctedAt: isCorrection ? now : telling.correctedAt,
    isComplete: true,
  };
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
  // Stated only once something may have been taken back.
  const held = telling.correctedAt === null ? {} : { withdrawn: false };
  return {
    telling: next,
    events: [
      ...fresh.map(({ observation, happenedAt }) =>
        // Where a clock was wrong, something seems to happen in the future; a later correction must still prevail.
        tell({ ...observation, ...held }, Math.min(happenedAt, now)),
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

/**
 * Whether something was certainly not said before. What happened before the last correction may have been said and taken back,
 * and after a telling that broke off anything may have been said.
 */
function isUnsaid(
  { happenedAt }: Statement,
  { correctedAt, isComplete }: Telling,
  now: number,
): boolean {
  return (
    isComplete &&
    (correctedAt === null || (happenedAt > correctedAt && happenedAt <= now))
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
