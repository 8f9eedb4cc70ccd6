/**
 * A symptom of debt that somebody reports: what it cost on a day, and where. Several reports may have one root cause, which is an item
 * (a {@link DebtItem}); who reports does not have to know it. It names a team and no person.
 */
export interface DebtReport {
  id: string;
  /** ISO day on which the time was lost. */
  day: string;
  /** Hours that the team lost, all of its people together, above 0; null: nobody said, or it cost something other than time. */
  hoursLost: number | null;
  /** Entity ref of the group that lost them; null: not known. */
  teamRef: string | null;
  /** Full entity ref of where it was. */
  entityRef: string;
  /** The item that is its cause; null: nobody has linked it yet. */
  itemId: string | null;
}
