import type { ScorecardPreview } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useOpmodelApi,
  useQueryState,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { WrittenSpec } from '../spec';
import { useSettled } from '../useSettled';

const TYPING_PAUSE_MS = 900;

/** How many entities are looked at: the engine takes no more. */
export const MOST_SAMPLES = 20;

/** What a definition would change, once nobody types; the answer before stays in sight until then. */
export function usePreview(
  name: string,
  spec: WrittenSpec,
  entityRefs: readonly string[],
): QueryState<ScorecardPreview> {
  const api = useOpmodelApi();
  const settled = useSettled(spec, TYPING_PAUSE_MS);
  const samples = entityRefs.slice(0, MOST_SAMPLES);
  return useQueryState({
    key: JSON.stringify([settled, samples]),
    subject: name,
    request: signal =>
      api.previewScorecard(
        {
          name,
          spec: { ...settled },
          ...(samples.length > 0 && { entityRefs: samples }),
        },
        { signal },
      ),
  });
}
