import {
  ageOf,
  type WorkItemRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../lib/instants';
import type { ItemRecord } from './FlowStore';

/**
 * A work item as the API writes it.
 *
 * @param at - the moment at which what is in progress is looked at, epoch milliseconds
 */
export function toWorkItem(item: ItemRecord, at: number): WorkItemRow {
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
    ageSeconds: isInProgress ? ageOf(item, at) : null,
    blockedSeconds:
      item.state === 'blocked'
        ? (item.blockedSeconds ?? 0) + ageOf({ startedAt: item.stateSince }, at)
        : item.blockedSeconds,
    reopened: item.timesReopened,
    exclusion: item.exclusion,
    recordedAt: toInstant(item.recordedAt),
  };
}
