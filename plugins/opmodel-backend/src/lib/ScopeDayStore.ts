/**
 * Keeps the sums of large scopes. They always stand for the entities that have been added to them; these methods bring that
 * set to the scope's present members. Reads use the sums only while both are the same, and add up the members' own rows
 * otherwise. It works for the engine alone and takes no visibility.
 */
export interface ScopeDayStore {
  /**
   * Decides for which scopes sums are kept: those with at least `minimum` components, until they have fewer than half of
   * that. Those that begin with at least `minimumForDays` have sums by day, all have them by week.
   *
   * @returns the kept scopes whose sums do not stand for their present members, in ascending order
   */
  chooseScopes(
    calculation: string,
    options: { minimum: number; minimumForDays: number },
  ): Promise<string[]>;

  /**
   * Adds and subtracts up to `limit` entities, all or nothing.
   *
   * @returns the number of entities that were brought in or out; zero when the sums stand for the present members and may
   *   be read
   */
  alignScope(
    calculation: string,
    scopeRef: string,
    options: { limit: number },
  ): Promise<number>;

  /** Looks at the members of every kept scope again, whatever their versions say. */
  distrustScopes(calculation: string): Promise<void>;
}
