export { DuplicateList } from './DuplicateList';
export { useDuplicates } from './useDuplicates';
