import type { ImmediateNotice, ImmediateNotices } from './ImmediateNotices';

/** A notice that somebody has taken upon himself to send. */
export interface ClaimedNotice extends ImmediateNotice {
  /** How often it was taken before; a process that died in between has not sent it. */
  attempts: number;
}

/** What became of a notice. */
export type NoticeOutcome =
  /** `recipients`: how many were told; 0 where there is nobody. */
  | { state: 'sent'; recipients: number }
  | { state: 'retry'; at: number; error: string }
  | { state: 'given_up'; error: string };

/** Keeps what is to be told at once, and lets one replica tell each thing. */
export interface ImmediateNoticeStore extends ImmediateNotices {
  /**
   * Takes what is to be sent, the oldest first.
   *
   * @param options - `leaseMs`: how long others leave it alone; `now` in epoch milliseconds
   */
  claim(options: {
    limit: number;
    leaseMs: number;
    now: number;
  }): Promise<ClaimedNotice[]>;

  /** Notes what became of a notice. What is sent or given up is not taken again. */
  settle(
    id: string,
    outcome: NoticeOutcome,
    options: { now: number },
  ): Promise<void>;

  /** Forgets what was settled before an instant. */
  deleteSettledBefore(before: number, limit: number): Promise<number>;
}
