/** Ends a request that nobody waits for any more. */
export interface RequestOptions {
  signal?: AbortSignal;
}
