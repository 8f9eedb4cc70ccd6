/** Whether a notification could not be sent because the portal has no notifications. The service tells it by its message alone. */
export function isMissingBackend(error: unknown): boolean {
  return /\bstatus 404\b/.test(String(error));
}
