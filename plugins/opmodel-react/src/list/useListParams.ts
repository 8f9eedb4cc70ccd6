import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  emptyComponentFilter,
  readComponentFilter,
  writeComponentFilter,
  type ComponentFilter,
} from '../components/ComponentFilterBar';
import {
  readTableView,
  writeTableView,
  type TableColumns,
  type TableView,
} from '../components/TableTools';

/** What a list keeps in the URL besides the filter that all fleet pages have and the view of its table. */
export interface ListParamsOptions<Choice, Column extends string> {
  table: TableColumns<Column>;
  /** What is not understood counts as absent, so that an old link still opens. */
  read(params: URLSearchParams): Choice;
  /** Writes into a copy; what is the default leaves no trace. */
  write(params: URLSearchParams, choice: Choice): URLSearchParams;
  /** What of the choice selects rows, with nothing selected. */
  cleared: Partial<Choice>;
}

/** What the URL of a list says, and how to change it. */
export interface ListParams<Choice, Column extends string> {
  filter: ComponentFilter;
  choice: Choice;
  /** How the table shows its rows. */
  view: TableView<Column>;
  /** Changes what is shown; each change is a step in the browser's history. */
  choose(change: Partial<Choice>): void;
  /** Changes how the table shows its rows; that takes no step of its own in the browser's history. */
  show(change: Partial<TableView<Column>>): void;
  /** @param typing - true for a text that is being typed: it takes no steps of its own in the browser's history */
  narrow(change: Partial<ComponentFilter>, typing?: boolean): void;
  /** Takes all filters away; the rest of the choice and the view stay. */
  clear(): void;
}

/**
 * Keeps the view of a list in the URL: a link gives the same view.
 *
 * @param options - the same object at each call, so that the functions stay the same
 */
export function useListParams<Choice, Column extends string>(
  options: ListParamsOptions<Choice, Column>,
): ListParams<Choice, Column> {
  const [params, setParams] = useSearchParams();
  const { table, read, write, cleared } = options;
  const choose = useCallback(
    (change: Partial<Choice>) =>
      setParams(known => write(known, { ...read(known), ...change })),
    [setParams, read, write],
  );
  const show = useCallback(
    (change: Partial<TableView<Column>>) =>
      setParams(
        known =>
          writeTableView(
            known,
            { ...readTableView(known, table), ...change },
            table,
          ),
        { replace: true },
      ),
    [setParams, table],
  );
  const narrow = useCallback(
    (change: Partial<ComponentFilter>, typing = false) =>
      setParams(
        known =>
          writeComponentFilter(known, {
            ...readComponentFilter(known),
            ...change,
          }),
        { replace: typing },
      ),
    [setParams],
  );
  const clear = useCallback(
    () =>
      setParams(known =>
        write(writeComponentFilter(known, emptyComponentFilter), {
          ...read(known),
          ...cleared,
        }),
      ),
    [setParams, read, write, cleared],
  );
  return {
    filter: readComponentFilter(params),
    choice: read(params),
    view: readTableView(params, table),
    choose,
    show,
    narrow,
    clear,
  };
}
