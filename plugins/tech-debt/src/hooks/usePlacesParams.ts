import { writeParams } from '@opmodel/backstage-plugin-opmodel-react';
import { useSearchParams } from 'react-router-dom';

/** By what debt can be laid out. */
export const debtPlaceKinds = ['system', 'domain', 'owner'] as const;

/** By what debt is laid out. */
export type DebtPlaceKind = (typeof debtPlaceKinds)[number];

/** What an area can stand for. */
export const debtAreas = ['items', 'principalDays'] as const;

/** What an area stands for. */
export type DebtArea = (typeof debtAreas)[number];

/** How debt is laid out, as the URL says it. */
export interface PlacesParams {
  by: DebtPlaceKind;
  area: DebtArea;
  choose(change: { by?: DebtPlaceKind; area?: DebtArea }): void;
}

/** Keeps in the URL by what debt is laid out, and what its areas stand for. */
export function usePlacesParams(): PlacesParams {
  const [params, setParams] = useSearchParams();
  return {
    by:
      debtPlaceKinds.find(known => known === params.get('by')) ??
      debtPlaceKinds[0],
    area: debtAreas.find(known => known === params.get('area')) ?? debtAreas[0],
    choose: change => setParams(known => writeChange(known, change)),
  };
}

/** What is the default leaves no trace. */
function writeChange(
  params: URLSearchParams,
  { by, area }: { by?: DebtPlaceKind; area?: DebtArea },
): URLSearchParams {
  return writeParams(params, {
    ...(by && { by: by === debtPlaceKinds[0] ? undefined : by }),
    ...(area && { area: area === debtAreas[0] ? undefined : area }),
  });
}
