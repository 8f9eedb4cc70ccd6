import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { CheckId } from './scorecardQueries';

const SEPARATOR = '#';

/** Names a check of a scorecard as exemptions do. */
export function writeCheckId({ scorecardRef, checkId }: CheckId): string {
  return `${scorecardRef}${SEPARATOR}${checkId}`;
}

/**
 * Which check a page opens or explains, as it stands in its URL: a link opens the same.
 *
 * @param param - of the URL
 */
export function useNamedCheck(
  param: 'check' | 'explain',
): [CheckId | undefined, (check: CheckId | undefined) => void] {
  const [params, setParams] = useSearchParams();
  const name = useCallback(
    (check: CheckId | undefined) =>
      setParams(known => {
        const next = new URLSearchParams(known);
        if (check) {
          next.set(param, writeCheckId(check));
        } else {
          next.delete(param);
        }
        return next;
      }),
    [param, setParams],
  );
  return [readCheckId(params.get(param)), name];
}

function readCheckId(text: string | null): CheckId | undefined {
  const [, scorecardRef, checkId] =
    /^(scorecard:[^/#]+\/[^/#]+)#([^#]{1,63})$/.exec(text ?? '') ?? [];
  return scorecardRef ? { scorecardRef, checkId } : undefined;
}
