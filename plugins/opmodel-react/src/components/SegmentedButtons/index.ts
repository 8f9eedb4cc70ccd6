export * from './SegmentedButtons';
