import type { OpenSloRuleId } from '../../validate/rules';
import type { RightDocument } from '../rightDocuments';

/** What stands at a path in a right document instead, and the problem that comes of it. `undefined` takes it out. */
export type RuleBreach = [
  rule: OpenSloRuleId,
  document: RightDocument,
  path: (string | number)[],
  replacement: unknown,
  problemPath: string,
];
