export { MyServicesPanel, type MyServicesPanelProps } from './MyServicesPanel';
