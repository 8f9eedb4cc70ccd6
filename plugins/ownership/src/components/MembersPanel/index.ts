export { memberParams } from './memberSelection';
export { MembersPanel } from './MembersPanel';
