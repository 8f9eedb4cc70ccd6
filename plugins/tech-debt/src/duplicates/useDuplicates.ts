import type { DebtDuplicates } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEffect, useState } from 'react';

/** Titles shorter than that say too little to be compared. */
const SHORTEST_TITLE = 6;
const TYPING_PAUSE_MS = 400;

/** What an item that is being written may be the same as; asked whenever typing pauses. */
export function useDuplicates(
  title: string,
  entityRefs: readonly string[],
): QueryState<DebtDuplicates> {
  const api = useOpmodelApi();
  const text = title.trim();
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const isAsked = settled.length >= SHORTEST_TITLE && entityRefs.length > 0;
  return useQueryState({
    key: `${settled} ${entityRefs.join()} ${isAsked}`,
    subject: `duplicates ${isAsked}`,
    enabled: isAsked,
    request: signal =>
      api.findDebtDuplicates(
        { title: settled, entityRefs: [...entityRefs] },
        { signal },
      ),
  });
}
