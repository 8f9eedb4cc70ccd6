import type { Visibility } from './Visibility';

/** Which components a report covers. Values of one list are alternatives, everything else is combined by AND. */
export interface ComponentFilter {
  /** These alone. */
  entityRefs?: readonly string[];
  /** Components owned by these. */
  ownerRefs?: string[];
  /** Together with `ownerRefs`: also what the groups below them own. */
  descendants?: boolean;
  systemRef?: string;
  domainRef?: string;
  type?: string;
  tier?: string;
  lifecycle?: string;
  /** Part of the name or title, in any case. */
  text?: string;
}

/** What a report is computed over. */
export interface ComponentSelection {
  /** The component, system, domain or group, or `org`. */
  scopeRef: string;
  /** `now`: today's components with all their history; `then`: each day what belonged to the scope on that day. */
  ownership: 'now' | 'then';
  filter?: ComponentFilter;
  /** Lower case; `any`: whatever counts in the scope. Default: components alone. */
  kinds?: readonly string[] | 'any';
  visibility: Visibility;
}

/** A span of ISO days, both included. */
export interface DaySpan {
  from: string;
  to: string;
}

/** Whether a filter leaves anything out. */
export function isFiltered(filter: ComponentFilter | undefined): boolean {
  return Object.values(filter ?? {}).some(value => value !== undefined);
}
