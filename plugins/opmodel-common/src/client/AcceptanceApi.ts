import type { components, operations } from './openapi.generated';
import type { RequestOptions } from './RequestOptions';

type Schemas = components['schemas'];
type Query<Id extends keyof operations> = NonNullable<
  operations[Id]['parameters']['query']
>;

/** What an acceptance is about. */
export type AcceptanceSubject = Schemas['AcceptanceSubject'];
/** Where an acceptance stands. */
export type AcceptanceState = Schemas['AcceptanceState'];
/** How much is at risk. */
export type RiskLevel = Schemas['RiskLevel'];
/** A group or person whom a decision right names. */
export type Approver = Schemas['Approver'];
/** What one approver decided. */
export type AcceptanceApproval = Schemas['AcceptanceApproval'];
/** One step of an acceptance. */
export type AcceptanceEvent = Schemas['AcceptanceEvent'];
/** Something that is accepted until a day, or is asked to be. */
export type Acceptance = Schemas['Acceptance'];
/** One page of acceptances. */
export type AcceptancePage = Schemas['AcceptancePage'];
/** What is asked to be accepted. */
export type NewAcceptance = Schemas['NewAcceptance'];
/** What is said with a decision. */
export type AcceptanceVerdict = Schemas['AcceptanceVerdict'];

/** What somebody asks to be accepted, and who decides. */
export interface AcceptanceApi {
  listAcceptances(
    query?: Query<'listAcceptances'>,
    options?: RequestOptions,
  ): Promise<AcceptancePage>;
  requestAcceptance(
    body: NewAcceptance,
    options?: RequestOptions,
  ): Promise<Acceptance>;
  getAcceptance(
    acceptanceId: string,
    options?: RequestOptions,
  ): Promise<Acceptance>;
  approveAcceptance(
    acceptanceId: string,
    body: AcceptanceVerdict,
    options?: RequestOptions,
  ): Promise<Acceptance>;
  denyAcceptance(
    acceptanceId: string,
    body: AcceptanceVerdict,
    options?: RequestOptions,
  ): Promise<Acceptance>;
  withdrawAcceptance(
    acceptanceId: string,
    body: AcceptanceVerdict,
    options?: RequestOptions,
  ): Promise<Acceptance>;
  revokeAcceptance(
    acceptanceId: string,
    body: AcceptanceVerdict,
    options?: RequestOptions,
  ): Promise<Acceptance>;
}
