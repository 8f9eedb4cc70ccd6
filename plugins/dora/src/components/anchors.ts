/** Where the stages of lead time stand, for a link on the same page. */
export const STAGES_ANCHOR = 'dora-stages';
/** Where the checks of the facts stand. */
export const QUALITY_ANCHOR = 'dora-quality';
/** Where the disputes stand. */
export const DISPUTES_ANCHOR = 'dora-disputes';
/** Where the corrections stand. */
export const CORRECTIONS_ANCHOR = 'dora-corrections';
