import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useVocabulary, type ExpressionFault } from '../EditorVocabulary';
import { scorecardEditorTranslationRef } from '../translation';

/**
 * What is wrong with an expression. The browser reads it while it is typed; what the engine found is told where the browser finds
 * nothing.
 *
 * @param path - of the expression in the definition
 */
export function useExpressionFault(
  source: string,
  path: string,
  mustDecide: boolean,
): ExpressionFault | null {
  const { findFault, resultTypeOf, problems } = useVocabulary();
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const own = findFault(source);
  if (own) {
    return own;
  }
  const type = resultTypeOf(source);
  if (mustDecide && type !== undefined && type !== 'boolean') {
    return { message: t('expression.mustDecide', { type }), range: null };
  }
  // The engine speaks of the text before: what the browser has read since is known to be right.
  const told = problems.find(
    problem =>
      problem.path === path && (type === undefined || problem.range === null),
  );
  return told ? { message: told.message, range: told.range } : null;
}
