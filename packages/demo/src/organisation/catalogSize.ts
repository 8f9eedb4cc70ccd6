/** Entities in the folder `catalog`; a snapshot with fewer of them does not show the whole demo organisation yet. */
export const catalogSize = 142;
