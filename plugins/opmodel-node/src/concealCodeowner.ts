/**
 * What may be kept of an owner in a CODEOWNERS file. A team of a code host has a slash in it (`@org/team`), a role two signs
 * (`@@maintainer`). Any other handle, and any address, may be somebody's, and nobody needs it to find a team.
 *
 * @param owner - as the file has it
 * @returns of a handle `@…`, of an address only its domain, else the owner as it is
 */
export function concealCodeowner(owner: string): string {
  if (owner.startsWith('@')) {
    return owner.startsWith('@@') || owner.includes('/') ? owner : '@…';
  }
  const at = owner.indexOf('@');
  return at < 0 ? owner : `…${owner.slice(at)}`;
}
