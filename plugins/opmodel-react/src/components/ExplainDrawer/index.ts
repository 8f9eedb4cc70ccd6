export * from './ExplainDrawer';
