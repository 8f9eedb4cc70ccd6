import { useSearchParams } from 'react-router-dom';

/** By what checks are put together. */
export type Grouping = 'level' | 'category';

/** By what the checks are put together, as it stands in the URL (`group`). Levels answer what is missing for the next one, so they are the default. */
export function useGrouping(): [Grouping, (grouping: Grouping) => void] {
  const [params, setParams] = useSearchParams();
  const grouping = params.get('group') === 'category' ? 'category' : 'level';
  return [
    grouping,
    chosen =>
      setParams(
        known => {
          const next = new URLSearchParams(known);
          if (chosen === 'category') {
            next.set('group', chosen);
          } else {
            next.delete('group');
          }
          return next;
        },
        { replace: true },
      ),
  ];
}
