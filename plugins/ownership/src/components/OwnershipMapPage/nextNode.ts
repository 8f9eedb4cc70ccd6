import type { MapEdge } from '@opmodel/backstage-plugin-opmodel-common';
import { NODE_WIDTH, type Place } from './layoutMap';

/** Keys that move between nodes. */
export const arrowKeys = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
] as const;

/** A key that moves between nodes. */
export type ArrowKey = (typeof arrowKeys)[number];

/**
 * The node that an arrow key leads to: left and right along the lines, up and down within a column, and where neither leads on to the
 * nearest one in that direction.
 *
 * @returns undefined at the edge of the map
 */
export function nextNode(
  ref: string,
  key: ArrowKey,
  places: ReadonlyMap<string, Place>,
  edges: readonly MapEdge[],
): string | undefined {
  const here = places.get(ref);
  if (!here) {
    return undefined;
  }
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  const along = ({ x, y }: Place) =>
    sign * (sideways ? x - here.x : y - here.y);
  const across = ({ x, y }: Place) =>
    Math.abs(sideways ? y - here.y : x - here.x);
  const ahead = [...places].filter(
    ([other, place]) => other !== ref && along(place) > 0,
  );
  const isLinked = (other: string) =>
    edges.some(
      ({ from, to }) =>
        (from === ref && to === other) || (to === ref && from === other),
    );
  const preferred = ahead.filter(([other, place]) =>
    sideways ? isLinked(other) : across(place) < NODE_WIDTH / 2,
  );
  const candidates = preferred.length > 0 ? preferred : ahead;
  const distance = (place: Place) => along(place) + 2 * across(place);
  return candidates.reduce<(typeof ahead)[number] | undefined>(
    (best, candidate) =>
      best && distance(best[1]) <= distance(candidate[1]) ? best : candidate,
    undefined,
  )?.[0];
}
