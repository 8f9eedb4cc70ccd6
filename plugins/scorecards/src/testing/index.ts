export { createFakeOpmodelApi } from './createFakeOpmodelApi';
export * from './entity';
export * from './fleet';
export * from './scorecard';
export { textOf } from './textOf';
