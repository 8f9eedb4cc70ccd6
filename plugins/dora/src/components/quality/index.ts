export { DataQuality } from './DataQuality';
export { QualityTable, type ListedCheck } from './QualityTable';
