export { SloPages, SloPagesContent } from './SloPages';
