/** The bound that lists of forecasts show beside what came. */
export const SHOWN_CONFIDENCE = 0.85;
