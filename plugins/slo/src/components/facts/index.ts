export { AskedNotice } from './AskedNotice';
export { FactLine } from './FactLine';
export { OwnerName } from './OwnerName';
export { SloDocsLink } from './SloDocsLink';
export { SloFreshnessNote } from './SloFreshnessNote';
export { SloLink } from './SloLink';
