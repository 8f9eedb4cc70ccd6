/** How near to each other the rows of a table stand. */
export type TableDensity = 'comfortable' | 'compact';

/** The columns of a table, in the order in which they stand. The first names the row and always shows. */
export interface TableColumns<Id extends string> {
  all: readonly Id[];
  /** What shows until somebody chooses otherwise. */
  usual: readonly Id[];
}

/** How a table shows its rows. */
export interface TableView<Id extends string> {
  columns: readonly Id[];
  density: TableDensity;
}

/** Reads from the URL how a table shows its rows. What it does not understand counts as absent, so that an old link still opens. */
export function readTableView<Id extends string>(
  params: URLSearchParams,
  { all, usual }: TableColumns<Id>,
): TableView<Id> {
  const asked: readonly string[] = params.get('columns')?.split(',') ?? [];
  return {
    columns: all.some(id => asked.includes(id))
      ? all.filter((id, index) => index === 0 || asked.includes(id))
      : usual,
    density: params.get('density') === 'compact' ? 'compact' : 'comfortable',
  };
}

/** Writes how a table shows its rows into a copy of the URL's parameters. What is usual leaves no trace. */
export function writeTableView<Id extends string>(
  params: URLSearchParams,
  { columns, density }: TableView<Id>,
  { usual }: TableColumns<Id>,
): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete('columns');
  next.delete('density');
  if (columns.join() !== usual.join()) {
    next.set('columns', columns.join());
  }
  if (density !== 'comfortable') {
    next.set('density', density);
  }
  return next;
}
