export { SuccessionPage } from './SuccessionPage';
