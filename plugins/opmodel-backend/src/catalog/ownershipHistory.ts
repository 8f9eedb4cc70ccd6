import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { DateTime } from 'luxon';

/** Annotation with the owners before the present one. */
export const ownershipHistoryAnnotation = 'opmodel.io/ownership-history';

/** One earlier owner. */
export interface PastOwner {
  /** Absent: nobody owned it. */
  ownerRef?: string;
  /** ISO day on which the next owner took over. */
  until: string;
}

/** What an ownership history says, or why it cannot be used. */
export type OwnershipHistory =
  | { owners: PastOwner[]; problem?: undefined }
  | { owners: []; problem: string };

const entryForm = /^(\S+)\s+until\s+(\S+)$/;

function parseOwner(text: string): string | undefined {
  if (text === 'none') {
    return undefined;
  }
  const ref = parseEntityRef(text, {
    defaultKind: 'group',
    defaultNamespace: 'default',
  });
  return stringifyEntityRef(ref);
}

/**
 * Reads the annotation `opmodel.io/ownership-history`, for catalogs that are older than their snapshot:
 * `group:default/a until 2026-05-18; group:default/b until 2026-08-01` means that `a` owned the entity before 18 May, `b`
 * from then on before 1 August, and the present owner since. `none` stands for nobody.
 *
 * A history with one wrong entry is not used at all: leaving the entry out would give its time to somebody else.
 *
 * @param today - ISO day; a history cannot reach beyond it
 */
export function parseOwnershipHistory(
  text: string | undefined,
  today: string,
): OwnershipHistory {
  const owners: PastOwner[] = [];
  const entries = (text ?? '')
    .split(';')
    .map(entry => entry.trim())
    .filter(Boolean);
  const refuse = (entry: string, reason: string): OwnershipHistory => ({
    owners: [],
    problem: `${ownershipHistoryAnnotation}: "${entry}" ${reason}`,
  });
  for (const entry of entries) {
    const match = entryForm.exec(entry);
    if (!match) {
      return refuse(
        entry,
        'is not of the form "group:default/a until 2026-05-18"',
      );
    }
    const [, owner, until] = match;
    if (
      !/^\d{4}-\d{2}-\d{2}$/.test(until) ||
      !DateTime.fromISO(until, { zone: 'utc' }).isValid
    ) {
      return refuse(entry, 'does not end with a day such as 2026-05-18');
    }
    if (until > today) {
      return refuse(entry, 'ends in the future');
    }
    const previous = owners[owners.length - 1];
    if (previous && previous.until >= until) {
      return refuse(entry, `does not end after ${previous.until}`);
    }
    try {
      owners.push({ ownerRef: parseOwner(owner), until });
    } catch {
      return refuse(entry, 'does not begin with an entity ref');
    }
  }
  return { owners };
}
