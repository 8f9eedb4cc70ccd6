export { WorkingTimeNote } from './WorkingTimeNote';
