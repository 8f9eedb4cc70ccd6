export { CheckLinks } from './CheckLinks';
export { CheckRow } from './CheckRow';
export { EvidenceTable } from './EvidenceTable';
