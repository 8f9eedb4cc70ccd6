import { dayOf, type FlowItem } from '@opmodel/backstage-plugin-opmodel-common';
import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import {
  belongsDuring,
  belongsOn,
  type FakeComponent,
  isInside,
} from './FakeComponents';
import type { KeptResult } from './FakeFlowCalculationStore';

/** What one calculation has in memory. */
export interface FlowInMemory {
  components: readonly FakeComponent[];
  resultOf(ref: string): KeptResult | undefined;
}

/** What happened in a component on a day. */
export type DayRow = KeptResult['days'][number];

/** What was calculated of the components that belong to a selection on any day of a span. */
export function resultsDuring(
  kept: FlowInMemory,
  selection: ComponentSelection,
  span: DaySpan,
): KeptResult[] {
  return kept.components
    .filter(component => belongsDuring(component, selection, span))
    .flatMap(({ ref }) => kept.resultOf(ref) ?? []);
}

/** What was calculated of the components that belong to a selection on a day. */
export function resultsOn(
  kept: FlowInMemory,
  selection: ComponentSelection,
  day: string,
): KeptResult[] {
  return resultsDuring(kept, selection, { from: day, to: day });
}

/** The days of a selection within a span, each with its component. */
export function selectedDays(
  kept: FlowInMemory,
  selection: ComponentSelection,
  span: DaySpan,
): { ref: string; row: DayRow }[] {
  return kept.components.flatMap(component =>
    (kept.resultOf(component.ref)?.days ?? [])
      .filter(
        ({ day }) =>
          isInside(span, day) && belongsOn(component, selection, day),
      )
      .map(row => ({ ref: component.ref, row })),
  );
}

/** What was completed within a span by components that belonged to a selection on the day. */
export function completedItems(
  kept: FlowInMemory,
  selection: ComponentSelection,
  span: DaySpan,
): FlowItem[] {
  return kept.components.flatMap(component => {
    const result = kept.resultOf(component.ref);
    return (result?.items ?? []).filter(({ completedAt, withdrawn }) => {
      const day = completedAt === null ? '' : dayOf(completedAt, result!.zone);
      return (
        !withdrawn &&
        isInside(span, day) &&
        belongsOn(component, selection, day)
      );
    });
  });
}
