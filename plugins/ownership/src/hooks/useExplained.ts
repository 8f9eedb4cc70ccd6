import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

const PARAM = 'explain';
const COVERAGE = 'coverage';

/** Whether the coverage explains itself, as it stands in the URL (`explain`): a link opens the same explanation. */
export function useExplained(): [boolean, (explained: boolean) => void] {
  const [params, setParams] = useSearchParams();
  const explain = useCallback(
    (explained: boolean) =>
      setParams(known => {
        const next = new URLSearchParams(known);
        if (explained) {
          next.set(PARAM, COVERAGE);
        } else {
          next.delete(PARAM);
        }
        return next;
      }),
    [setParams],
  );
  return [params.get(PARAM) === COVERAGE, explain];
}
