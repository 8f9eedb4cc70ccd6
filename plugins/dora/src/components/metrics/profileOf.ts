import {
  type DoraProfile,
  doraProfiles,
} from '@opmodel/backstage-plugin-opmodel-common';

/** The decisions of the definition that an answer names; undefined for one of an engine that knows more of them. */
export function profileOf({ id }: { id: string }): DoraProfile | undefined {
  return Object.values(doraProfiles).find(profile => profile.id === id);
}
