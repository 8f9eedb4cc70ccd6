export { PagedRows, type PagedRowsProps } from './PagedRows';
