export { CheckChanges } from './CheckChanges';
