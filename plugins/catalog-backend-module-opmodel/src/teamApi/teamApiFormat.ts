import type { JsonObject } from '@backstage/types';
import { MAX_DOCUMENT_LENGTH } from '../documents/documentBounds';
import { printProblems } from '../documents/DocumentProblem';
import type { DocumentFormat } from '../documents/DocumentReader';
import { validateTeamApi } from '../documents/validateTeamApi';

/** Texts that hold a Team API: all of it, or nothing. */
export const teamApiFormat: DocumentFormat<JsonObject> = {
  title: 'Team API',
  maxLength: MAX_DOCUMENT_LENGTH,
  parse(text) {
    const { document, problems } = validateTeamApi(text);
    return { content: document, problems: printProblems(problems) };
  },
};
