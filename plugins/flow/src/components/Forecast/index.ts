export { ForecastPanel } from './ForecastPanel';
