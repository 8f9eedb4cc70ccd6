export { EntityTechDebtCard } from './EntityTechDebtCard';
