export { FlowFleetPage, FlowFleetPageContent } from './FlowFleetPage';
