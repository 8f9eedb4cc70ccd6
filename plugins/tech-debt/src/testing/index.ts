export { createFakeOpmodelApi } from './createFakeOpmodelApi';
export * from './items';
export { textOf } from './textOf';
export * from './suggestions';
