import { formatOfFile } from './formatOfFile';

describe('formatOfFile', () => {
  it.each([
    ['debt.CSV', 'csv'],
    ['debt.json', 'json'],
    ['register.yml', 'yaml'],
    ['register.v2.yaml', 'yaml'],
    ['debt.xlsx', undefined],
    ['csv', undefined],
  ])('reads %s as %s', (name, format) => {
    expect(formatOfFile(name)).toBe(format);
  });
});
