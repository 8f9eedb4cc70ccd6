export * from './NewestFirstPaging';
