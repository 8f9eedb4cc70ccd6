import { InputError } from '@backstage/errors';
import {
  addDays,
  type NewOwnershipPlan,
  type PlanChange,
  readPlanChanges,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import { readText } from '../../lib/readText';
import { refuseUnknownFields } from '../../lib/refuseUnknownFields';
import type { PlanContents } from './PlanStore';

/** Days for which a plan is there where nothing else is said, and at most. */
const ORDINARY_DAYS = 90;
const MOST_DAYS = 365;

const userRef = /^user:[^:/\s]+\/[^:/\s]+$/;

/** How a person would be written into a text. */
const namesPerson = /\buser:\S|[^\s@]@[^\s@]+\.[^\s@]/i;

/** Changes as they are kept: with refs in full, and without anything that would not be understood. */
export function readChanges(changes: readonly PlanChange[]): PlanChange[] {
  return readPlanChanges(changes).map(change =>
    change.type === 'move_systems'
      ? { ...change, entityRefs: [...change.entityRefs] }
      : { ...change, teamRefs: [...change.teamRefs] },
  );
}

/**
 * Reads what somebody wants to save.
 *
 * @param options - `person`: who saves it; `today`: ISO day
 * @throws InputError that names the field
 */
export function readPlan(
  body: NewOwnershipPlan & { version?: number },
  { person, today }: { person: string; today: string },
): PlanContents {
  refuseUnknownFields(body, [
    'name',
    'changes',
    'readerRefs',
    'expiresOn',
    'version',
  ]);
  const name = readText('name', body.name);
  if (namesPerson.test(name)) {
    throw new InputError(
      `'name' must not name people: plans hold how many, never who`,
    );
  }
  return {
    name,
    changes: readChanges(body.changes),
    readerRefs: readReaders(body.readerRefs, person),
    expiresOn: readExpiry(body.expiresOn, today),
  };
}

function readReaders(refs: readonly string[], person: string): string[] {
  const readers = refs.map((given, index) => {
    const ref = given.toLocaleLowerCase('en-US');
    if (!userRef.test(ref)) {
      throw new InputError(
        `readerRefs[${index}] must be the ref of a user, such as user:default/ada, got '${given}'; a group would let in whoever joins it`,
      );
    }
    return readText(`readerRefs[${index}]`, ref);
  });
  return [...new Set(readers)].filter(ref => ref !== person).sort();
}

function readExpiry(given: string | undefined, today: string): string {
  const latest = addDays(today, MOST_DAYS);
  const expiresOn = given ?? addDays(today, ORDINARY_DAYS);
  const isDay = DateTime.fromISO(expiresOn, { zone: 'utc' }).isValid;
  if (!isDay || expiresOn < today || expiresOn > latest) {
    throw new InputError(
      `'expiresOn' must be a day from ${today} to ${latest}, got '${expiresOn}'`,
    );
  }
  return expiresOn;
}
