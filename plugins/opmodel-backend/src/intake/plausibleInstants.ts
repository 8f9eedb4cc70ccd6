import type {
  ContractError,
  IntakeEvent,
} from '@opmodel/backstage-plugin-opmodel-common';

const HOUR = 60 * 60 * 1000;

/** How far clocks of producers may be ahead. Milliseconds. */
const CLOCK_AHEAD = HOUR;

/** How far ahead an observation may speak: the clock of a third system, or a date in a zone ahead of ours. Milliseconds. */
const INSTANT_AHEAD = 24 * HOUR;

function expectationOf(
  instant: string,
  latest: number,
): Pick<ContractError, 'message'> | undefined {
  const at = Date.parse(instant);
  if (at > latest) {
    return { message: 'expected an instant that is not in the future' };
  }
  return at < 0
    ? { message: 'expected an instant since 1970-01-01' }
    : undefined;
}

/**
 * What a wrong clock or a wrong unit leaves in an event: a time more than an hour ahead, an instant of the observation more than
 * a day ahead, or anything before 1970. One such event would win over every later correction, or count in days that have not
 * come.
 *
 * @param event - meets the contract of events
 * @param now - epoch milliseconds
 */
export function findImplausibleInstants(
  event: IntakeEvent,
  now: number,
): ContractError[] {
  const instants: [string, string, number][] = [
    ['time', event.time, now + CLOCK_AHEAD],
    ...Object.entries(event.observation)
      // Null is no instant: an end that holds no longer.
      .filter(
        ([name, value]) => name.endsWith('At') && typeof value === 'string',
      )
      .map(([name, value]): [string, string, number] => [
        `observation.${name}`,
        value,
        now + INSTANT_AHEAD,
      ]),
  ];
  return instants.flatMap(([path, instant, latest]) => {
    const expectation = expectationOf(instant, latest);
    return expectation ? { path, ...expectation } : [];
  });
}
