export { INCIDENTS_ANCHOR, IncidentsPanel } from './IncidentsPanel';
export { IncidentsTable, type IncidentsTableProps } from './IncidentsTable';
