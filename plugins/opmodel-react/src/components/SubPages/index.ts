export { SubPages, type SubPage, type SubPagesProps } from './SubPages';
