export { SortButton } from './SortButton';
