import {
  addDays,
  type FlowDelta,
  stateAt,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  ComponentSelection,
  DaySpan,
} from '../catalog/ComponentSelection';
import { type FlowInMemory, resultsOn } from './FakeFlowSelection';

/**
 * How the number of items in each state changed: from where each stood at the end of each day on which its component belonged to the
 * scope.
 */
export function readStates(
  kept: FlowInMemory,
  selection: ComponentSelection,
  span: DaySpan,
): FlowDelta[] {
  const deltas: FlowDelta[] = [];
  let before = new Map<string, number>();
  for (
    let day = addDays(span.from, -1);
    day <= span.to;
    day = addDays(day, 1)
  ) {
    const now = new Map<string, number>();
    for (const result of resultsOn(kept, selection, day)) {
      const end = Date.parse(`${addDays(day, 1)}T00:00:00Z`) - 1;
      for (const item of result.items.filter(({ withdrawn }) => !withdrawn)) {
        const state = stateAt(item, end);
        if (state !== null) {
          now.set(state, (now.get(state) ?? 0) + 1);
        }
      }
    }
    for (const state of new Set([...before.keys(), ...now.keys()])) {
      const count = (now.get(state) ?? 0) - (before.get(state) ?? 0);
      if (count !== 0) {
        deltas.push({ day, metric: `state:${state}`, count } as FlowDelta);
      }
    }
    before = now;
  }
  return deltas;
}
