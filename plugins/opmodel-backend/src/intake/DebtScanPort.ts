import type { ContractError } from '@opmodel/backstage-plugin-opmodel-common';

/** Tools whose own files are taken as they are. */
export const debtScanFormats = ['sarif', 'sonarqube'] as const;

/** A tool whose own files are taken as they are. */
export type DebtScanFormat = (typeof debtScanFormats)[number];

/** What a tool found out about an entity, as the tool writes it. */
export interface DebtScan {
  format: DebtScanFormat;
  /** `component:default/checkout` */
  entityRef: string;
  /** When it was scanned, epoch milliseconds. */
  scannedAt: number;
  /** The parsed JSON, of which nothing is known. */
  content: unknown;
}

/** What was read in a file. */
export interface DebtScanReading {
  /** Findings that are suggested as debt. */
  suggested: number;
  /** Findings beyond the bound of what is suggested; they are known to be there. */
  leftOut: number;
  /** Results that somebody suppressed. */
  suppressed: number;
  /** Results that say that nothing is wrong. */
  passed: number;
  /** Results beyond the bound of what is read. */
  unread: number;
  /** Whether all there is was read, so that what was found before and is not in it any more is gone. */
  isComplete: boolean;
  /** What is wrong with parts of it, which are left out; at most 50. */
  problems: ContractError[];
}

/** What becomes of one file. */
export type DebtScanResult =
  | { status: 'accepted'; reading: DebtScanReading }
  | { status: 'unmapped'; reason: string; reading: DebtScanReading }
  /** Paths are those of the content. */
  | { status: 'rejected'; errors: ContractError[] }
  | { status: 'rejected'; reason: string };

/** Takes files of tools off intake's hands. They do not go through the ledger: the last file of a tool is all that counts. */
export interface DebtScanPort {
  /**
   * Keeps what was found in place of what the same tool found before. Sending the same again changes nothing.
   *
   * @param options - `now` in epoch milliseconds
   */
  keep(scan: DebtScan, options: { now: number }): Promise<DebtScanResult>;
}
