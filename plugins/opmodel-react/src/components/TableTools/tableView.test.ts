import { readTableView, writeTableView, type TableColumns } from './tableView';

const table: TableColumns<'name' | 'owner' | 'tier'> = {
  all: ['name', 'owner', 'tier'],
  usual: ['name', 'owner'],
};
const read = (search: string) =>
  readTableView(new URLSearchParams(search), table);

describe('the view of a table', () => {
  it('is the usual one where the URL says nothing, or nothing that there is', () => {
    const usual = { columns: table.usual, density: 'comfortable' };
    expect(read('')).toEqual(usual);
    expect(read('columns=colour,,&density=airy')).toEqual(usual);
  });

  it('has the columns of a link in the order of the table, and always the one that names the row', () => {
    expect(read('columns=tier,owner&density=compact')).toEqual({
      columns: ['name', 'owner', 'tier'],
      density: 'compact',
    });
    expect(read('columns=tier').columns).toEqual(['name', 'tier']);
  });

  it('is read as it was written, and leaves the rest of the URL alone', () => {
    const view = { columns: ['name' as const], density: 'compact' as const };
    const params = writeTableView(
      new URLSearchParams('text=pay&columns=tier'),
      view,
      table,
    );
    expect(params.get('text')).toBe('pay');
    expect(readTableView(params, table)).toEqual(view);
    const usual = writeTableView(params, read(''), table);
    expect(usual.toString()).toBe('text=pay');
  });
});
