import { scopeDayTablesOf } from '../lib/DatabaseScopeDayRows';

export type { KeptScope } from '../lib/DatabaseScopeDayRows';

/** Where DORA keeps its counts by day and their sums. */
export const doraScopeDays = scopeDayTablesOf('dora');
