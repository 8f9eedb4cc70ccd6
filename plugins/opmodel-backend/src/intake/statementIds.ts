import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import { createHash } from 'node:crypto';
import { subjectId, type LedgerEntry, type SubjectKey } from './EventStore';
import type { ReadEvent } from './ReadEvent';

type Statement = Extract<ReadEvent, { event: unknown }>;

function subjectOf({ source, observation }: IntakeEvent): SubjectKey {
  return { kind: observation.kind, source, subject: observation.subject };
}

/** Whether an event states some content: its id is that content's, with what it followed where it followed something. */
function states(id: string, content: string): boolean {
  return id === content || id.startsWith(`${content}:`);
}

function following(content: string, id: string | undefined): string {
  return id === undefined
    ? content
    : `${content}:${createHash('sha256')
        .update(id)
        .digest('hex')
        .slice(0, 16)}`;
}

/** The ids of what was stated by an instant, what counts last at the end. */
function idsUntil(known: LedgerEntry[], instant: number): string[] {
  return known
    .filter(({ time }) => time <= instant)
    .sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/**
 * @param contents - ids of the contents that are stated one after the other
 * @param stated - ids of what was stated before
 */
function chooseIds(contents: string[], stated: string[]): string[] {
  const changes = contents.filter(
    (content, index) => content !== contents[index - 1],
  );
  const last = stated.slice(-changes.length);
  // A batch that is sent again ends with what it came to.
  const isRepetition =
    last.length === changes.length &&
    changes.every((content, index) => states(last[index], content));
  let newest = isRepetition ? undefined : stated.at(-1);
  let position = -1;
  return contents.map((content, index) => {
    if (isRepetition) {
      position += content === contents[index - 1] ? 0 : 1;
      return last[position];
    }
    if (newest === undefined || !states(newest, content)) {
      newest = following(content, newest);
    }
    return newest;
  });
}

/**
 * Gives what is stated as of now its id. Until then that is the id of its content, by which a state that returns after another one
 * would be taken for the first one sent again: only what repeats the newest statement about a thing keeps that statement's id, and
 * everything else gets an id that tells what it followed. What states its own time is known by content and time.
 *
 * @param listStatements - all that was said before about subjects
 */
export async function identifyStatements(
  items: ReadEvent[],
  listStatements: (subjects: SubjectKey[]) => Promise<LedgerEntry[]>,
): Promise<ReadEvent[]> {
  const bySubject = new Map<string, Statement[]>();
  for (const item of items) {
    if ('event' in item && item.asOfNow) {
      const id = subjectId(subjectOf(item.event));
      bySubject.set(id, [...(bySubject.get(id) ?? []), item]);
    }
  }
  if (bySubject.size === 0) {
    return items;
  }
  const known = new Map<string, LedgerEntry[]>();
  const subjects = [...bySubject.values()].map(([{ event }]) =>
    subjectOf(event),
  );
  for (const entry of await listStatements(subjects)) {
    const { kind, subject } = entry.observation;
    const id = subjectId({ kind, source: entry.source, subject });
    known.set(id, [...(known.get(id) ?? []), entry]);
  }
  const ids = new Map<ReadEvent, string>();
  for (const [id, statements] of bySubject) {
    const chosen = chooseIds(
      statements.map(({ event }) => event.id),
      idsUntil(known.get(id) ?? [], Date.parse(statements[0].event.time)),
    );
    statements.forEach((item, index) => ids.set(item, chosen[index]));
  }
  return items.map(item => {
    const id = ids.get(item);
    return 'event' in item && id !== undefined
      ? { ...item, event: { ...item.event, id } }
      : item;
  });
}
