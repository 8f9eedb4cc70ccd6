import type {
  ContractError,
  SuggestionBatch,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { SuggestionPart } from '@opmodel/backstage-plugin-opmodel-node';
import type { DebtScanReading } from '../../intake/DebtScanPort';

/** What was found by one of those that send of an entity, such as one tool of several. */
export interface ScannedPart extends SuggestionBatch {
  part: SuggestionPart;
}

/** What a file says, or what is so wrong with it that it says nothing. */
export type ReadScan =
  | { errors: ContractError[] }
  | { parts: ScannedPart[]; reading: DebtScanReading };
