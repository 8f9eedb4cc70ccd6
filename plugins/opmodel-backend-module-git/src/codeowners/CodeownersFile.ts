import type { CodeownersRuleRead } from '@opmodel/backstage-plugin-opmodel-node';

/** The code hosts read their files differently: sections, negation, and what a pattern without a slash at its end matches. */
export type CodeownersSyntax = 'github' | 'gitlab';

/** A CODEOWNERS file as it was written. */
export interface CodeownersFile {
  syntax: CodeownersSyntax;
  /** In the order of the file. A GitHub file is one section. Within a section the last rule that matches decides. */
  sections: CodeownersRuleRead[][];
}
