export { WorkItemsPanel, WORK_ITEMS_ANCHOR } from './WorkItemsPanel';
export { WorkItemsTable } from './WorkItemsTable';
