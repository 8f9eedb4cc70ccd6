import { findOvertakenObservations } from '@opmodel/backstage-plugin-opmodel-common';
import type { RetentionRule } from '../retention/RetentionRule';
import { subjectId, type LedgerEntry, type SubjectKey } from './EventStore';
import type { IntakeStore, IntakeStores } from './IntakeStore';
import type { RejectionStore } from './RejectionStore';

/** Subjects whose events are looked at in one transaction. */
const SUBJECTS_PER_PAGE = 200;

function keyOf({ source, observation }: LedgerEntry): SubjectKey {
  const { kind, subject } = observation;
  return { kind, source, subject };
}

async function forgetOvertaken(
  { events }: IntakeStores,
  subjects: SubjectKey[],
  receivedBefore: number,
): Promise<number> {
  const bySubject = new Map<string, LedgerEntry[]>();
  for (const entry of await events.listBySubject(subjects)) {
    const id = subjectId(keyOf(entry));
    bySubject.set(id, [...(bySubject.get(id) ?? []), entry]);
  }
  return events.forget(
    [...bySubject.values()].flatMap(entries =>
      findOvertakenObservations(entries[0].observation.kind, entries).map(
        ({ entry }) => entry,
      ),
    ),
    { receivedBefore },
  );
}

/**
 * Forgets what events said that newer events about the same thing have overtaken in everything. No record changes by it, not even
 * when an event of the past arrives afterwards or one of the forgotten comes again, so it can never change a number.
 */
export function overtakenEventsRule(store: IntakeStore): RetentionRule {
  let after: SubjectKey | undefined;
  return {
    id: 'events',
    title:
      'What events said that newer events have overtaken in everything; their identities stay',
    defaultKeepDays: null,
    async deleteBatch({ before, limit, signal }) {
      let forgotten = 0;
      while (forgotten === 0) {
        signal?.throwIfAborted();
        const page: SubjectKey[] = await store.events.listRepeatedSubjects({
          receivedBefore: before,
          after,
          limit: Math.min(limit, SUBJECTS_PER_PAGE),
        });
        after = page.at(-1);
        if (!after) {
          return 0;
        }
        forgotten = await store.transaction(page, stores =>
          forgetOvertaken(stores, page, before),
        );
      }
      return forgotten;
    },
  };
}

/** Forgets versions of records that are no longer what is known. */
export function recordVersionsRule(store: IntakeStore): RetentionRule {
  return {
    id: 'records',
    title: 'Versions of records that a correction has superseded',
    defaultKeepDays: null,
    deleteBatch: options => store.records.deleteSuperseded(options),
  };
}

/** Days that rejections are remembered where nothing is configured. */
export const rejectionsKeptDays = 14;

/** Forgets what was rejected. */
export function rejectionsRule(store: RejectionStore): RetentionRule {
  return {
    id: 'rejections',
    title: 'Counts of rejected events',
    defaultKeepDays: rejectionsKeptDays,
    deleteBatch: options => store.deleteBatch(options),
  };
}
