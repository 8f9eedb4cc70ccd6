export * from './OverallPanel';
