import {
  dayOf,
  type FlowItem,
  itemsInProgress,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import {
  belongsDuring,
  belongsOn,
  isInside,
  isSelected,
} from './FakeComponents';
import type { KeptResult } from './FakeFlowCalculationStore';
import type { FlowInMemory } from './FakeFlowSelection';
import type { ItemMoment, ItemPageRequest, ItemRecord } from './FlowStore';
import { blockedSecondsOf } from './keepFlow';

/** Whether a list holds an item. */
function isListed(
  item: FlowItem,
  { component, zone }: KeptResult,
  selection: ComponentSelection,
  span: DaySpan,
  moment: ItemMoment,
  { state, category, period }: ItemPageRequest,
): boolean {
  const day = (at: number | null) => (at === null ? '' : dayOf(at, zone));
  const on = (at: number | null) =>
    isInside(span, day(at)) && belongsOn(component, selection, day(at));
  const endedAt = item.completedAt ?? item.cancelledAt;
  const lasts =
    day(item.arrivedAt) <= span.to &&
    (endedAt === null || day(endedAt) >= span.from) &&
    belongsDuring(component, selection, span);
  const states: Record<NonNullable<typeof state>, boolean> = {
    arrived: on(item.arrivedAt),
    completed: on(item.completedAt),
    reopened: on(item.completedAt) && item.hasStates && item.timesReopened > 0,
    cancelled: on(item.cancelledAt),
    in_progress:
      itemsInProgress([item], moment.at).length > 0 &&
      belongsOn(component, selection, moment.day),
    blocked: lasts && item.everBlocked,
  };
  return (
    isSelected(component, selection) &&
    (state === undefined ? lasts : states[state] && !item.withdrawn) &&
    (category === undefined || item.category === category) &&
    (period === undefined ||
      item.periodChanges.some(change => change.period === period))
  );
}

/** An item as a list gives it. */
function toRecord(
  item: FlowItem,
  { component, facts, workingTime }: KeptResult,
  isAscending: boolean,
): ItemRecord {
  const fact = facts.items.find(
    ({ source, subject }) => source === item.source && subject === item.subject,
  )!;
  const last = item.phases.at(-1);
  return {
    entityRef: component.ref,
    entityName: component.name,
    entityTitle: component.title ?? null,
    source: item.source,
    subject: item.subject,
    title: null,
    url: null,
    category: item.category,
    severity: fact.severity,
    foundIn: fact.foundIn,
    state: last?.state ?? 'todo',
    createdAt: fact.createdAt,
    startedAt: item.startedAt,
    completedAt: item.completedAt,
    cancelledAt: item.cancelledAt,
    committedPeriod:
      [...fact.periodChanges].sort((a, b) => a.at - b.at).at(-1)?.period ??
      null,
    cycleSeconds: item.cycleSeconds,
    blockedSeconds: blockedSecondsOf(item, workingTime),
    stateSince: last?.from ?? item.arrivedAt!,
    timesReopened: item.timesReopened,
    exclusion: item.cycleTimeExclusion,
    recordedAt: facts.latestRecordedAt!,
    at: isAscending ? item.startedAt! : last?.from ?? item.arrivedAt!,
  };
}

/** By what an item is found again, and by which items of the same instant are ordered. */
function keyOf(row: { entityRef: string; source: string; subject: string }) {
  return [row.entityRef, row.source, row.subject].join(' ');
}

/** One page of items, and how many there are. */
export function listItems(
  kept: FlowInMemory,
  selection: ComponentSelection,
  span: DaySpan,
  moment: ItemMoment,
  page: ItemPageRequest,
): { items: ItemRecord[]; total: number } {
  const isAscending = page.state === 'in_progress';
  const rows = kept.components
    .flatMap(component => {
      const result = kept.resultOf(component.ref);
      return (result?.items ?? [])
        .filter(item => item.arrivedAt !== null)
        .filter(item => isListed(item, result!, selection, span, moment, page))
        .map(item => toRecord(item, result!, isAscending));
    })
    .sort(
      (a, b) =>
        (isAscending ? a.at - b.at : b.at - a.at) ||
        (keyOf(a) < keyOf(b) ? -1 : 1),
    );
  const { after } = page;
  const start = after
    ? rows.findIndex(row => keyOf(row) === keyOf(after)) + 1
    : 0;
  return { items: rows.slice(start, start + page.limit), total: rows.length };
}
