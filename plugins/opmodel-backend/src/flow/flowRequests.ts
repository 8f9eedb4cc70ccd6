import type {
  DayWindow,
  WorkCategory,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  ComponentFilter,
  ComponentSelection,
} from '../catalog/ComponentSelection';
import type { Visibility } from '../catalog/Visibility';
import type { FlowMemberOrder, ItemState } from './FlowStore';

/** What a report is asked for. */
export interface FlowRequest {
  /** An entity ref, or `org`. */
  scopeRef: string;
  window: DayWindow;
  ownership: 'now' | 'then';
  filter?: ComponentFilter;
}

/** One page of work items. */
export interface WorkItemsRequest extends FlowRequest {
  state?: ItemState;
  category?: WorkCategory;
  period?: string;
  limit: number;
  cursor?: string;
}

/** One page of the fleet. */
export interface FlowFleetRequest {
  window: DayWindow;
  filter: ComponentFilter;
  order: FlowMemberOrder;
  descending: boolean;
  limit: number;
  cursor?: string;
}

/** The components that a request asks about, so far as its caller may see them. */
export function toSelection(
  { scopeRef, ownership, filter }: FlowRequest,
  visibility: Visibility,
): ComponentSelection {
  return { scopeRef, ownership, filter, visibility };
}
