/** The day it is, in UTC, as the fields of forms write it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
