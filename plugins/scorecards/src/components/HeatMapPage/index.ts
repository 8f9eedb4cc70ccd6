export { HeatMapPage } from './HeatMapPage';
