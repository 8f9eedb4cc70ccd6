import {
  ageOf,
  type WorkItemRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../lib/instants';
import type { ItemMoment, ItemRecord } from './FlowStore';

/**
 * A work item as the API writes it.
 *
 * @param moment - at which what is in progress is looked at
 */
export function toWorkItem(
  item: ItemRecord,
  { at, workingTime }: Pick<ItemMoment, 'at' | 'workingTime'>,
): WorkItemRow {
  const endedAt = item.completedAt ?? item.cancelledAt;
  const isInProgress =
    item.startedAt !== null && (endedAt === null || endedAt > at);
  return {
    entityRef: item.entityRef,
    entityTitle: item.entityTitle ?? item.entityName,
    source: item.source,
    id: item.subject,
    title: item.title,
    url: item.url,
    category: item.category,
    severity: item.severity,
    foundIn: item.foundIn,
    state: item.state,
    createdAt: toInstant(item.createdAt),
    startedAt: toInstant(item.startedAt),
    completedAt: toInstant(item.completedAt),
    cancelledAt: toInstant(item.cancelledAt),
    committedPeriod: item.committedPeriod,
    cycleSeconds: item.cycleSeconds,
    ageSeconds: isInProgress ? ageOf(item, at, workingTime) : null,
    blockedSeconds:
      item.state === 'blocked'
        ? (item.blockedSeconds ?? 0) +
          ageOf({ startedAt: item.stateSince }, at, workingTime)
        : item.blockedSeconds,
    reopened: item.timesReopened,
    exclusion: item.exclusion,
    recordedAt: toInstant(item.recordedAt),
  };
}
