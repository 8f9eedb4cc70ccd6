export { DeliveryFigures } from './DeliveryFigures';
export { DeliveryPanel } from './DeliveryPanel';
export { DeliveryWidget } from './DeliveryWidget';
