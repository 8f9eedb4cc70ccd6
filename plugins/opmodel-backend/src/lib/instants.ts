/** An instant as the API writes it: ISO 8601 in UTC. */
export function toInstant(epochMilliseconds: number): string;
export function toInstant(epochMilliseconds: number | null): string | null;
export function toInstant(epochMilliseconds: number | null): string | null {
  return epochMilliseconds === null
    ? null
    : new Date(epochMilliseconds).toISOString();
}
