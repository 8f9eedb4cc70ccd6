export * from './StageBar';
