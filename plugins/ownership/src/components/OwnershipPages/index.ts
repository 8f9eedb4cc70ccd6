export { OwnershipPages, OwnershipPagesContent } from './OwnershipPages';
