import type {
  BenchmarkEditionId,
  DayWindow,
  DoraMetricId,
  DoraProfileId,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../catalog/Visibility';
import type { MemberOrder } from './doraMembers';
import type {
  ComponentFilter,
  DoraSelection,
  SeriesInterval,
} from './DoraStore';

/** Which numbers are asked for. */
export interface DoraRequest {
  /** An entity ref, or `org`. */
  scopeRef: string;
  window: DayWindow;
  ownership: 'now' | 'then';
  filter?: ComponentFilter;
  /** Absent: the default definition. */
  profile?: DoraProfileId;
}

/** What a report is asked for. */
export interface ReportRequest extends DoraRequest {
  /** Edition that numbers are compared with. Absent: the configured one. */
  edition?: BenchmarkEditionId;
}

/** One metric over time. */
export interface SeriesRequest extends DoraRequest {
  metric: DoraMetricId;
  interval: SeriesInterval;
}

/** One page of the fleet. */
export interface FleetRequest {
  window: DayWindow;
  filter: ComponentFilter;
  profile?: DoraProfileId;
  state?: 'ok' | 'thin' | 'no_data';
  order: MemberOrder;
  descending: boolean;
  limit: number;
  cursor?: string;
}

/** One page of deployments. */
export interface DeploymentsRequest extends DoraRequest {
  exclusion?: string;
  failed?: boolean;
  rework?: boolean;
  limit: number;
  cursor?: string;
}

/** One page of incidents. */
export interface IncidentsRequest extends DoraRequest {
  state?: 'linked' | 'unlinked' | 'open';
  exclusion?: string;
  limit: number;
  cursor?: string;
}

/** What a request selects, as far as its caller may see. */
export function toSelection(
  { scopeRef, ownership, filter }: DoraRequest,
  visibility: Visibility,
): DoraSelection {
  return { scopeRef, ownership, filter, visibility };
}
