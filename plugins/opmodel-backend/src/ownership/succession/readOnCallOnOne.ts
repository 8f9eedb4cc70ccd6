import type { OnCall } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type { OnCallReader } from '../OnCallReader';
import { findOnCallAnnotation } from '../onCallAnnotations';

/** Schedules that are asked for at a time. */
const AT_ONCE = 8;

interface Owned {
  entity: CatalogEntity;
  /** Absent: it has none that may be seen. */
  owner: CatalogEntity | undefined;
}

/**
 * Whether one person is all that is on call for entities now, on whatever level. What shares a schedule is asked for once.
 *
 * @returns by the ref of an entity; what is not known is not there
 */
export async function readOnCallOnOne(
  owned: readonly Owned[],
  reader: OnCallReader,
  visibility: Visibility,
): Promise<ReadonlyMap<string, boolean>> {
  const schedules = new Map<string, Owned[]>();
  for (const one of owned) {
    const key = scheduleOf(one);
    if (key !== null) {
      schedules.set(key, [...(schedules.get(key) ?? []), one]);
    }
  }
  const known = new Map<string, boolean>();
  const waiting = [...schedules.values()];
  for (let at = 0; at < waiting.length; at += AT_ONCE) {
    await Promise.all(
      waiting.slice(at, at + AT_ONCE).map(async sharing => {
        const [{ entity, owner }] = sharing;
        const onOne = restsOnOne(
          await reader.readOnCall(entity, owner, visibility),
        );
        if (onOne !== null) {
          sharing.forEach(one => known.set(one.entity.ref, onOne));
        }
      }),
    );
  }
  return known;
}

/** What tells the schedule of an entity: all that it and its owner say of who is on call; null where they say nothing. */
function scheduleOf({ entity, owner }: Owned): string | null {
  const said = [entity, owner].map(holder =>
    Object.entries(holder?.annotations ?? {})
      .filter(
        ([key, value]) =>
          findOnCallAnnotation({ annotations: { [key]: value } }) !== null,
      )
      .sort(),
  );
  return said.flat().length > 0 ? JSON.stringify(said) : null;
}

function restsOnOne({ state, entries }: OnCall): boolean | null {
  return state === 'known' && entries.length > 0
    ? new Set(entries.map(({ userRef, label }) => userRef ?? label)).size === 1
    : null;
}
