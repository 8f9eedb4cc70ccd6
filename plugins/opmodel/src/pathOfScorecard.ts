/**
 * The page of a scorecard, below the pages of all.
 *
 * @param ref - in full: `scorecard:default/readiness`
 */
export function pathOfScorecard(ref: string): string {
  return ref
    .slice(ref.indexOf(':') + 1)
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
