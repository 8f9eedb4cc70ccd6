import type { RootConfigService } from '@backstage/backend-plugin-api';

const configKey = 'backend.auth.externalAccess';

/** Who else than the portal gives names to its callers. */
export interface ExternalIdentities {
  /** What stands before the subjects of each entry of type `jwks`: `external:github:`. */
  issuedPrefixes: string[];
  /** What is open wider than anybody means it to be. */
  warnings: string[];
  /**
   * Whether somebody else gives a caller its name, so that being let in by the portal says nothing about whether it is one of
   * ours: anybody can have GitHub issue a token for a repository of theirs.
   */
  isIssuedElsewhere(subject: string): boolean;
}

/** What stands before the subjects of the tokens of an entry of type `jwks`. */
export function prefixOf(subjectPrefix: string | undefined): string {
  return subjectPrefix ? `external:${subjectPrefix}:` : 'external:';
}

/**
 * Reads who may call the portal from outside. Without an entry whose tokens are issued elsewhere (`jwks`, or a type of a module),
 * every caller is one that this configuration names.
 */
export function readExternalIdentities(
  config: RootConfigService,
): ExternalIdentities {
  const entries = (config.getOptionalConfigArray(configKey) ?? []).map(
    (entry, index) => ({
      path: `${configKey}[${index}]`,
      type: entry.getString('type'),
      subject: entry.getOptionalString('options.subject'),
      subjectPrefix: entry.getOptionalString('options.subjectPrefix'),
      hasAudience: entry.has('options.audience'),
      isRestricted: entry.has('accessRestrictions'),
    }),
  );
  const isOurs = ({ type }: { type: string }) =>
    type === 'static' || type === 'legacy';
  const named = new Set(
    entries.filter(isOurs).flatMap(({ subject }) => subject ?? []),
  );
  if (config.has('backend.auth.keys')) {
    named.add('external:backstage-plugin');
  }
  const issued = entries.filter(({ type }) => type === 'jwks');
  const warnings = issued.flatMap(({ path, hasAudience, isRestricted }) => [
    ...(isRestricted
      ? []
      : [
          `${path} has no accessRestrictions, so everybody for whom its issuer makes a token may use all of the portal`,
        ]),
    ...(hasAudience
      ? []
      : [
          `${path} has no audience, so a token that its issuer made for another service is taken as well`,
        ]),
  ]);
  const issuedPrefixes = issued.map(({ subjectPrefix }) =>
    prefixOf(subjectPrefix),
  );
  const anyIssued = entries.some(entry => !isOurs(entry));
  return {
    issuedPrefixes,
    warnings,
    isIssuedElsewhere(subject) {
      if (!anyIssued || subject.startsWith('plugin:')) {
        return false;
      }
      // Whoever can have the same name issued is not told apart from the static token.
      return (
        !named.has(subject) ||
        issuedPrefixes.some(prefix => subject.startsWith(prefix))
      );
    },
  };
}
