export { ChangeTable } from './ChangeTable';
export { useChangeWords, type ChangeWords } from './useChangeWords';
