import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  readWindowSelection,
  toWindowQuery,
  writeWindowSelection,
  type OwnershipView,
  type WindowSelection,
} from './windowSelection';

/** The window and the ownership view of a page, as they stand in its URL. */
export interface WindowParams {
  selection: WindowSelection;
  ownership: OwnershipView;
  /** Query of the API for the selection and the ownership view. */
  query: ({ window: string } | { from: string; to: string }) & {
    ownership?: 'then';
  };
  /** Changes the window; a step in the browser's history. */
  setSelection: (selection: WindowSelection) => void;
  /** Changes the ownership view; a step in the browser's history. */
  setOwnership: (ownership: OwnershipView) => void;
}

/**
 * Keeps window and ownership view in the URL (`window`, or `from` and `to`;
 * `ownership`), beside whatever else the page keeps there.
 */
export function useWindowParams(): WindowParams {
  const [params, setParams] = useSearchParams();
  const ownership: OwnershipView =
    params.get('ownership') === 'then' ? 'then' : 'now';
  const search = params.toString();
  const selection = useMemo(
    () => readWindowSelection(new URLSearchParams(search)),
    [search],
  );
  const setSelection = useCallback(
    (next: WindowSelection) =>
      setParams(known => writeWindowSelection(known, next)),
    [setParams],
  );
  const setOwnership = useCallback(
    (next: OwnershipView) =>
      setParams(known => {
        const changed = new URLSearchParams(known);
        if (next === 'then') {
          changed.set('ownership', 'then');
        } else {
          changed.delete('ownership');
        }
        return changed;
      }),
    [setParams],
  );
  const query = useMemo(
    () => ({
      ...toWindowQuery(selection),
      ...(ownership === 'then' ? { ownership } : {}),
    }),
    [selection, ownership],
  );
  return { selection, ownership, query, setSelection, setOwnership };
}
