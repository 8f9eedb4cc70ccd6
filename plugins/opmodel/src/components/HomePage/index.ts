export { HomePage, HomePageContent } from './HomePage';
