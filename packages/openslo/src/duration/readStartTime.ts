const written =
  /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.0+)?)?(?:Z|[+-]00:00)?)?$/;

/**
 * Reads the start time of a calendar window, also in the ways of ISO 8601 in which people write it.
 *
 * @returns it as the specification has it, `2026-01-31 12:30:00`; null when it is none, or has an offset from UTC
 */
export function readStartTime(text: string): string | null {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    written.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  const time = `${hour}:${minute}:${second}`;
  // A date such as 30 February would be moved on, and so be found out.
  const instant = new Date(`${date}T${time}Z`);
  return !Number.isNaN(instant.getTime()) &&
    instant.toISOString().startsWith(`${date}T${time}`)
    ? `${date} ${time}`
    : null;
}
