import type { CheckType } from './CheckType';
import { attestationCheck } from './types/attestationCheck';
import { doraCheck } from './types/doraCheck';
import { factCheck } from './types/factCheck';
import { fileExistsCheck } from './types/fileExistsCheck';
import { freshCheck } from './types/freshCheck';
import { hasOwnerCheck } from './types/hasOwnerCheck';
import { pushedCheck } from './types/pushedCheck';
import { sloCoverageCheck } from './types/sloCoverageCheck';

/** Every type of check that documents may name, in the order in which they are listed. */
export const checkTypes: readonly CheckType[] = [
  hasOwnerCheck,
  fileExistsCheck,
  factCheck,
  freshCheck,
  sloCoverageCheck,
  doraCheck,
  attestationCheck,
  pushedCheck,
];
