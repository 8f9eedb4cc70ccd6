export { TopTenPanel, type TopTenPanelProps } from './TopTenPanel';
