import type { Acceptance } from './AcceptanceApi';
import type { components, operations } from './openapi.generated';
import type { RequestOptions } from './RequestOptions';

type Schemas = components['schemas'];
type Query<Id extends keyof operations> = NonNullable<
  operations[Id]['parameters']['query']
>;

/** What a campaign asks for. */
export type CampaignEmphasis = Schemas['CampaignEmphasis'];
/** Of what a campaign asks it. */
export type CampaignScope = Schemas['CampaignScope'];
/** A campaign to begin. */
export type NewCampaign = Schemas['NewCampaign'];
/** A campaign to change. */
export type CampaignEdit = Schemas['CampaignEdit'];
/** Why a campaign ends. */
export type CampaignNote = Schemas['CampaignNote'];
/** How far a campaign is. */
export type CampaignProgress = Schemas['CampaignProgress'];
/** A part of a standard that is to be met by a date. */
export type Campaign = Schemas['Campaign'];
/** One page of campaigns. */
export type CampaignPage = Schemas['CampaignPage'];
/** One day of a burn-down. */
export type BurnDownDay = Schemas['BurnDownDay'];
/** What was open day by day. */
export type CampaignBurnDown = Schemas['CampaignBurnDown'];
/** What a campaign asks of one entity. */
export type CampaignItem = Schemas['CampaignItem'];
/** One check of it. */
export type CampaignItemCheck = Schemas['CampaignItemCheck'];
/** One page of items. */
export type CampaignItemPage = Schemas['CampaignItemPage'];
/** One team or check of a report. */
export type CampaignReportRow = Schemas['CampaignReportRow'];
/** How a campaign went. */
export type CampaignReport = Schemas['CampaignReport'];
/** An exemption to ask for. */
export type NewCheckExemption = Schemas['NewCheckExemption'];
/** What may be vouched for. */
export type AttestationKind = Schemas['AttestationKind'];
/** What somebody vouched for. */
export type Attestation = Schemas['Attestation'];
/** What people vouch for. */
export type AttestationList = Schemas['AttestationList'];
/** Something to vouch for. */
export type NewAttestation = Schemas['NewAttestation'];

/** Campaigns, exemptions from checks, and what people vouch for. */
export interface CampaignApi {
  listCampaigns(
    query?: Query<'listCampaigns'>,
    options?: RequestOptions,
  ): Promise<CampaignPage>;
  createCampaign(
    body: NewCampaign,
    options?: RequestOptions,
  ): Promise<Campaign>;
  getCampaign(campaignId: string, options?: RequestOptions): Promise<Campaign>;
  changeCampaign(
    campaignId: string,
    body: CampaignEdit,
    options?: RequestOptions,
  ): Promise<Campaign>;
  endCampaign(
    campaignId: string,
    body: CampaignNote,
    options?: RequestOptions,
  ): Promise<Campaign>;
  archiveCampaign(
    campaignId: string,
    body: CampaignNote,
    options?: RequestOptions,
  ): Promise<Campaign>;
  getCampaignBurnDown(
    campaignId: string,
    options?: RequestOptions,
  ): Promise<CampaignBurnDown>;
  listCampaignItems(
    campaignId: string,
    query?: Query<'listCampaignItems'>,
    options?: RequestOptions,
  ): Promise<CampaignItemPage>;
  getCampaignReport(
    campaignId: string,
    options?: RequestOptions,
  ): Promise<CampaignReport>;
  requestCheckExemption(
    entityRef: string,
    body: NewCheckExemption,
    options?: RequestOptions,
  ): Promise<Acceptance>;
  listAttestations(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<AttestationList>;
  attest(
    entityRef: string,
    body: NewAttestation,
    options?: RequestOptions,
  ): Promise<Attestation>;
}
