/** A value of the API as a JSON file, in the API's own names and units: times in ISO 8601, durations in seconds. */
export function toJsonFile(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
