import {
  previousSloWindows,
  type SloSpan,
  type SloWindow,
  sloWindowAt,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';

const HOUR = 3_600_000;

/** How long after its end a window may still move, since numbers come late. Milliseconds. */
export const SETTLING = HOUR;

/** Calendar windows before the present one that the first evaluation looks at. */
const FIRST_LOOK_BACK = 12;

/** Days that one evaluation makes up for. */
const MOST_DAYS = 31;

/** A window whose attainment is kept. Its end is its name. */
export interface WindowToKeep extends SloSpan {
  /** Whether it is the present one, whose numbers are those of the state. */
  isPresent: boolean;
  /** Whether it moves no more. */
  complete: boolean;
}

/**
 * The windows whose attainment is to be kept: of a calendar window each of them, of a rolling window the one at the end of each day. The
 * present one is kept as it stands. Those that have ended since are evaluated once more.
 *
 * @param options - `asOf`: up to where it is measured; `judgedUntil`: up to where it was when it was evaluated last, null: never;
 *   epoch milliseconds
 */
export function findWindowsToKeep(
  window: SloWindow,
  options: { asOf: number; judgedUntil: number | null; zone: string },
): WindowToKeep[] {
  const { asOf, judgedUntil } = options;
  const present = sloWindowAt(window, asOf);
  if (!present) {
    return [];
  }
  const ended =
    window.type === 'calendar'
      ? previousSloWindows(window, asOf, FIRST_LOOK_BACK)
      : endsOfDays(options).flatMap(end => sloWindowAt(window, end) ?? []);
  const since = judgedUntil === null ? -Infinity : judgedUntil - 2 * SETTLING;
  return [
    ...ended
      .filter(({ to }) => to > since)
      .map(past => ({
        ...past,
        isPresent: false,
        complete: asOf >= past.to + SETTLING,
      })),
    {
      from: present.from,
      to:
        window.type === 'calendar' ? present.to : endOfDay(asOf, options.zone),
      isPresent: true,
      complete: false,
    },
  ];
}

/** The ends of days since it was judged last; the first time that of yesterday. */
function endsOfDays(options: {
  asOf: number;
  judgedUntil: number | null;
  zone: string;
}): number[] {
  const { asOf, judgedUntil, zone } = options;
  const today = DateTime.fromMillis(asOf, { zone }).startOf('day');
  const since = judgedUntil === null ? asOf : judgedUntil - 2 * SETTLING;
  const ends: number[] = [];
  for (let day = 0; day < MOST_DAYS; day += 1) {
    const end = today.minus({ days: day }).toMillis();
    if (day > 0 && end <= since) {
      break;
    }
    ends.push(end);
  }
  return ends.reverse();
}

function endOfDay(asOf: number, zone: string): number {
  return DateTime.fromMillis(asOf, { zone })
    .startOf('day')
    .plus({ days: 1 })
    .toMillis();
}
