/** How tools call what wakes people: `page`, `critical`, `High`, `sev1`, `P1`. */
const page =
  /^(page|critical|crit|high|urgent|emergency|fatal|(sev|severity|p|priority)[-_ ]?[01])$/i;

/**
 * Whether people are told at once of an alert of this severity, as its document writes it; of others they read in the list. OpenSLO
 * leaves the words open.
 */
export function isPageSeverity(severity: string): boolean {
  return page.test(severity.trim());
}
