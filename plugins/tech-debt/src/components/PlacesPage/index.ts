export { PlacesPage } from './PlacesPage';
