export { createFakeOpmodelApi } from './createFakeOpmodelApi';
export * from './fleet';
export * from './history';
export * from './reports';
export * from './slo';
export { textOf } from './textOf';
