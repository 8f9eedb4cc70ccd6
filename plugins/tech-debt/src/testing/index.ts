export { createFakeOpmodelApi } from './createFakeOpmodelApi';
export * from './items';
export * from './capacity';
export * from './reports';
export { textOf } from './textOf';
export * from './suggestions';
