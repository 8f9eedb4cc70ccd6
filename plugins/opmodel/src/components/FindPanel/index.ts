export { FindPanel, type FindPanelProps } from './FindPanel';
