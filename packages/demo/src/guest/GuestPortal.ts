import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';

/** What a person who has entered the portal may call. */
export type GuestApi = Pick<
  OpmodelApi,
  | 'listDecisions'
  | 'createDecision'
  | 'listAcceptances'
  | 'requestAcceptance'
  | 'requestHandOver'
  | 'getEntityOwnership'
  | 'setOwnershipGapDate'
  | 'listCampaigns'
  | 'createCampaign'
  | 'requestCheckExemption'
  | 'listAttestations'
  | 'attest'
  | 'previewDebtImport'
  | 'importDebtItems'
  | 'getDebtItem'
  | 'listDebtReports'
  | 'createDebtReport'
>;

/** The door of the portal for those who have no account. */
export interface GuestPortal {
  /**
   * Enters the portal as its guest.
   *
   * @returns null where nobody can enter as a guest
   * @throws when the portal does not answer
   */
  enter(signal: AbortSignal): Promise<GuestApi | null>;
}
