export { CalendarMap } from './CalendarMap';
