import type { DoraProfile, DoraProfileId } from '../doraProfile';
import { devlakeProfile } from './devlake';
import { dora2026Profile } from './dora2026';
import { fourKeysProfile } from './fourKeys';
import { gitlabProfile } from './gitlab';

/** Every definition that a number can follow, in the order in which they are offered. */
export const doraProfiles: Readonly<Record<DoraProfileId, DoraProfile>> = {
  'dora-2026': dora2026Profile,
  devlake: devlakeProfile,
  'four-keys': fourKeysProfile,
  gitlab: gitlabProfile,
};

/** The definition of an id, or undefined where there is none. */
export function findProfile(id: string): DoraProfile | undefined {
  return Object.values(doraProfiles).find(profile => profile.id === id);
}
