import type { SloWindowReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  readWindowSelection,
  toWindowQuery,
  writeWindowSelection,
  type WindowSelection,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DateTime } from 'luxon';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Days as the API takes them. */
export type SloWindowQuery = { window: string } | { from: string; to: string };

/** The window of the charts, as it stands in the URL. */
export interface SloWindowParams {
  /** Undefined: each objective shows the window that it is about. */
  selection: WindowSelection | undefined;
  choose(selection: WindowSelection | undefined): void;
}

/**
 * Keeps the window of the charts in the URL. Other than elsewhere, no window is the default: an objective has one of its own,
 * over which its budget is counted.
 */
export function useSloWindow(): SloWindowParams {
  const [params, setParams] = useSearchParams();
  const isChosen = params.has('window') || params.has('from');
  const choose = useCallback(
    (selection: WindowSelection | undefined) =>
      setParams(known => {
        const next = new URLSearchParams(known);
        ['window', 'from', 'to'].forEach(name => next.delete(name));
        if (selection === undefined) {
          return next;
        }
        const written = writeWindowSelection(next, selection);
        if (selection.type === 'named') {
          written.set('window', selection.window);
        }
        return written;
      }),
    [setParams],
  );
  return {
    selection: isChosen ? readWindowSelection(params) : undefined,
    choose,
  };
}

/** The days to ask for: those that were chosen, else those of the objective's present window. */
export function toSloWindowQuery(
  selection: WindowSelection | undefined,
  own: Pick<SloWindowReport, 'from' | 'to' | 'zone'>,
): SloWindowQuery {
  if (selection) {
    return toWindowQuery(selection);
  }
  const zone = own.zone ?? 'utc';
  const day = (instant: string) =>
    DateTime.fromISO(instant, { zone }).toISODate()!;
  const today = DateTime.now().setZone(zone).toISODate()!;
  const to = day(own.to);
  // A calendar window ends in the future, of which nothing is known.
  return { from: day(own.from), to: to > today ? today : to };
}
