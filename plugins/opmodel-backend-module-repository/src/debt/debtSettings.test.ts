import {
  mockServices,
  createMockDirectory,
} from '@backstage/backend-test-utils';
import { endOfLifeFacts } from '@opmodel/backstage-plugin-opmodel-common';
import { readRepositoryDebtSettings } from './debtSettings';

const table = {
  compiledOn: '2026-05-01',
  products: [
    {
      id: 'nodejs',
      name: 'Node.js',
      kind: 'runtime',
      sourceUrl: 'https://wiki.example.com/node',
      cycles: [{ cycle: '22', endsOn: '2026-06-20' }],
    },
  ],
};

describe('readRepositoryDebtSettings', () => {
  const directory = createMockDirectory();

  const read = (suggestions?: object, more: object = {}) =>
    readRepositoryDebtSettings(
      mockServices.rootConfig({
        data: { opmodel: { techDebt: { suggestions }, ...more } },
      }),
      directory.path,
    );

  it('has defaults', () => {
    expect(read()).toEqual({
      endOfLife: { table: endOfLifeFacts, endingDays: 180 },
      todos: {
        keywords: ['TODO', 'FIXME', 'HACK', 'XXX'],
        most: 50,
        files: 5_000,
        bytes: 16 * 1024 ** 2,
        fileBytes: 1024 ** 2,
        milliseconds: 10_000,
      },
    });
  });

  it('has no comments where they or the whole register are switched off', () => {
    expect(read({ todos: { enabled: false } }).todos).toBeNull();
    expect(
      read({}, { subjects: { 'tech-debt': { enabled: false } } }).todos,
    ).toBeNull();
  });

  it('takes a table from the configuration or from a file of YAML', () => {
    directory.setContent({
      'ends.yaml':
        'compiledOn: 2026-05-01\nproducts:\n  - id: nodejs\n    name: Node.js\n    kind: runtime\n    sourceUrl: https://wiki.example.com/node\n    cycles:\n      - { cycle: "22", endsOn: 2026-06-20 }\n',
    });
    const inline = read({ endOfLife: { table } }).endOfLife;
    expect(inline.table.products).toHaveLength(1);
    expect(read({ endOfLife: { tableFile: 'ends.yaml' } }).endOfLife).toEqual(
      inline,
    );
  });

  it.each([
    [
      { endOfLife: { tableFile: 'nowhere.yaml' } },
      'opmodel.techDebt.suggestions.endOfLife.tableFile cannot be read: ENOENT',
    ],
    [
      { endOfLife: { tableFile: 'a.yaml', table } },
      'endOfLife.table must not be there beside tableFile',
    ],
    [
      {
        endOfLife: {
          table: {
            ...table,
            products: [
              {
                ...table.products[0],
                cycles: [{ cycle: '1', endsOn: 'soon' }],
              },
            ],
          },
        },
      },
      'endOfLife.table is no table of ends of life: products[0].cycles[0].endsOn must be an ISO day',
    ],
    [{ endOfLife: { endingDays: -1 } }, 'endOfLife.endingDays must be a whole'],
    [{ todos: { most: 0 } }, 'opmodel.techDebt.suggestions.todos.most must be'],
    [{ todos: { mebibytes: 0.5 } }, 'todos.mebibytes must be a whole number'],
    [
      { todos: { keywords: ['LATER'] } },
      `todos.keywords must be some of TODO, FIXME, HACK, XXX, got 'LATER'`,
    ],
    [{ todos: { keywords: [] } }, 'todos.keywords must be some of'],
    [{ todos: { timeout: { seconds: 0 } } }, 'todos.timeout must be longer'],
  ])('refuses %j', (suggestions, message) => {
    expect(() => read(suggestions)).toThrow(message);
  });
});
