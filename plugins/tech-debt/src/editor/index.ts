export { EditItemPage } from './EditItemPage';
export { NewItemPage } from './NewItemPage';
