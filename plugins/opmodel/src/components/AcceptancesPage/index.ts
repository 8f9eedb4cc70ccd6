export { AcceptancesPage, AcceptancesPageContent } from './AcceptancesPage';
