export { DEPLOYMENTS_ANCHOR, DeploymentsPanel } from './DeploymentsPanel';
export {
  DeploymentsTable,
  type DeploymentsTableProps,
} from './DeploymentsTable';
