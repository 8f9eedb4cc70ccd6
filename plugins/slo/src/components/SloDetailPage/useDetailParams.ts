import { writeParams } from '@opmodel/backstage-plugin-opmodel-react';
import { useSearchParams } from 'react-router-dom';

/** Lengths of the buckets that can be read. Seconds. */
export const resolutions = { five: 300, hour: 3_600, day: 86_400 } as const;
/** One of them. */
export type Resolution = keyof typeof resolutions;

const DEFAULT_RESOLUTION: Resolution = 'hour';

/** What the page of an SLO shows, as it stands in the URL. */
export interface DetailParams {
  /** Place of the objective in the document (`objective`); undefined: nobody has chosen. */
  objective: number | undefined;
  /** Length of the buckets of the measurements (`buckets`). */
  resolution: Resolution;
  /** Each change is a step in the browser's history. */
  choose(change: { objective?: number; resolution?: Resolution }): void;
}

/** Keeps what the page of an SLO shows in the URL: a link gives the same view. */
export function useDetailParams(): DetailParams {
  const [params, setParams] = useSearchParams();
  const objective = params.get('objective');
  return {
    objective: /^\d{1,3}$/.test(objective ?? '')
      ? Number(objective)
      : undefined,
    resolution:
      (Object.keys(resolutions) as Resolution[]).find(
        known => known === params.get('buckets'),
      ) ?? DEFAULT_RESOLUTION,
    choose: change =>
      setParams(known =>
        writeParams(known, {
          ...(change.objective !== undefined && {
            objective: String(change.objective),
          }),
          ...(change.resolution && {
            buckets:
              change.resolution === DEFAULT_RESOLUTION
                ? undefined
                : change.resolution,
          }),
        }),
      ),
  };
}
