export * from './ChangeNote';
