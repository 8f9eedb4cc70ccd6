import type { ScorecardCheckAnswer } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { WrittenSpec } from './spec';
import { useSettled } from './useSettled';

const TYPING_PAUSE_MS = 500;

/** What the engine finds wrong with what is written, once nobody types. */
export function useCheckedSpec(
  name: string,
  spec: WrittenSpec,
): QueryState<ScorecardCheckAnswer> {
  const api = useOpmodelApi();
  const settled = useSettled(spec, TYPING_PAUSE_MS);
  return useQueryState({
    key: JSON.stringify(settled),
    subject: name,
    request: signal =>
      api.checkScorecard({ name, spec: { ...settled } }, { signal }),
  });
}
