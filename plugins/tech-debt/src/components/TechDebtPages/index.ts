export { TechDebtPages, TechDebtPagesContent } from './TechDebtPages';
