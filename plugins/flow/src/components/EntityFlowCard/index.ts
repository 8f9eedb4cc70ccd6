export { EntityFlowCard } from './EntityFlowCard';
