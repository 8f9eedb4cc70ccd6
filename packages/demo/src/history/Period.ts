/** A period that work is committed to. Instants are epoch milliseconds. */
export interface Period {
  name: string;
  /** Midnight of its first day. */
  from: number;
  /** Midnight after its last day. */
  to: number;
}
