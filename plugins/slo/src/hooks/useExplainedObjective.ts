import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { ObjectiveId } from './sloQueries';

const PARAM = 'explain';
const SEPARATOR = '@';

/** Which objective explains itself, as it stands in the URL (`explain`): a link opens the same explanation. */
export function useExplainedObjective(): [
  ObjectiveId | undefined,
  (explained: ObjectiveId | undefined) => void,
] {
  const [params, setParams] = useSearchParams();
  const explain = useCallback(
    (explained: ObjectiveId | undefined) =>
      setParams(known => {
        const next = new URLSearchParams(known);
        if (explained) {
          const { sloRef, objective } = explained;
          next.set(PARAM, `${sloRef}${SEPARATOR}${objective}`);
        } else {
          next.delete(PARAM);
        }
        return next;
      }),
    [setParams],
  );
  return [readObjective(params.get(PARAM)), explain];
}

function readObjective(text: string | null): ObjectiveId | undefined {
  const [, sloRef, objective] =
    /^(slo:[^/@]+\/[^/@]+)@(\d{1,2})$/.exec(text ?? '') ?? [];
  return sloRef ? { sloRef, objective: Number(objective) } : undefined;
}
